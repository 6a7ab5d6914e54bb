import { z } from 'zod';
import type { Evidence } from '../../../../src/model/evidence.ts';
import type { SignalId } from '../../../../src/model/signals.ts';
import { locations } from '../../../../src/model/locations.ts';
import { UserError } from '../../../../src/terminal/command.ts';
import committed from '../../../../data/model/steering.json' with { type: 'json' };
import { placeOf } from '../../../judges/model/places.ts';
import { once } from '../once.ts';
import type { Disguise } from '../disguise.ts';
import { nameWords } from '../names.ts';
import { part, quoteMember } from '../quoting.ts';
import type { Parameter, Passage, Reading } from '../reading.ts';
import { countOf, factsOf } from './facts.ts';
import { evenness, type Scored, surestBy } from './score.ts';
import { SteeringWeights, unpacked, stepsIn, type Weights } from './weights.ts';
import { wordsOf } from './words.ts';

/** What of a text steers, as far as it is quoted, and by which signal it is told. */
interface Steering {
  id: SignalId;
  quote: string;
}

/** How likely a signal must be to be named. Where none is, the text is said to instruct. */
const likely = 0.5;

/** The signal by which a text is told that steers. */
function toldBy(signals: readonly SignalId[], told: Weights, text: string): SignalId {
  const facts = factsOf(wordsOf(text));
  const share = told.scale / Math.sqrt(countOf(facts, (row) => placeOf(told.places, row) >= 0) + evenness);
  const powers = told.bias.map((bias, index) =>
    Math.exp(bias + facts.rows.reduce((sum, row) => sum + stepsIn(told, row, index), 0) * share),
  );
  const total = powers.reduce((a, b) => a + b, 0);
  return signals[powers.findIndex((power) => power / total >= likely)] ?? 'instructs-agent';
}

/** A part of a text; where that is too long for a quote, from the sentence on that more surely steers, whatever empty space is before it. */
function quoteOf(text: string, { start, end, core }: Scored): string {
  const quote = part(text, start, end);
  if (quote.length >= text.slice(start, end).trim().length) return quote;
  const blank = text.slice(core, end).search(/\S/);
  return part(text, core + Math.max(blank, 0), end);
}

/** What says of a text where it steers, if it does. */
export function steeringBy(given: SteeringWeights): (text: string) => Steering | null {
  const surest = surestBy(unpacked(given.steers));
  const told = unpacked(given.told);
  return (text) => {
    const found = surest(text);
    if (found === null || found.score <= given.threshold) return null;
    const id = toldBy(given.signals, told, text.slice(found.start, found.end));
    return { id, quote: quoteOf(text, found) };
  };
}

/** @throws UserError when the committed weights are not what they should be. */
function committedWeights(): SteeringWeights {
  const parsed = SteeringWeights.safeParse(committed);
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${locations.model}/steering.json: ${z.prettifyError(parsed.error)}\nRestore it from the repository, or run npm run train:steering.`,
  );
}

let known: ((text: string) => Steering | null) | undefined;

/** Where a text steers by the committed weights, which are taken apart when they are first needed. */
function steering(text: string): Steering | null {
  known ??= once(steeringBy(committedWeights()));
  return known(text);
}

/** Shorter texts say too little: in characters, and in those of scripts that write a word with one or two. */
const least = 24;
const leastDense = 12;
const dense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

const saysEnough = (text: string) => text.length >= least || (text.length >= leastDense && dense.test(text));

const found = new WeakMap<Reading, readonly Evidence[]>();

/** A definition says so much of it at most. */
const most = 2;

/** Where a string steers. One that is a single word, such as a choice, says what its parts say. */
function steeringOf({ at, text }: Passage): Evidence | null {
  if (!saysEnough(text)) return null;
  const place = /\s/.test(text) || dense.test(text) ? steering(text) : said(nameWords(text), text);
  return place === null ? null : { ...place, at };
}

/** Names of so many words can be orders. */
const leastWords = 4;

/** What a name says, told by the name itself. */
function said(words: readonly string[], name: string): Steering | null {
  const found = words.length < leastWords ? null : steering(words.join(' '));
  return found === null ? null : { id: found.id, quote: part(name, 0, name.length) };
}

function steeringArgument({ tool }: Reading, { name, words, at }: Parameter): Evidence | null {
  const found = said(words, name);
  return found === null ? null : quoteMember(found.id, tool, at);
}

/** What a machine reads in a disguise, quoted as it stands. */
function steeringCovered({ at, quote, revealed }: Disguise): Evidence | null {
  const place = steering(revealed);
  return place === null ? null : { id: place.id, at, quote };
}

/** The first of some things of which something is found, and what. */
function foundIn<Thing>(things: readonly Thing[], find: (thing: Thing) => Evidence | null): Evidence[] {
  const found: Evidence[] = [];
  for (const thing of things) {
    const evidence = find(thing);
    if (evidence !== null) found.push(evidence);
    if (found.length === most) break;
  }
  return found;
}

function steeredIn(reading: Reading): readonly Evidence[] {
  const open = foundIn(reading.passages, steeringOf);
  if (open.length > 0) return open;
  const named = foundIn(reading.parameters, (each) => steeringArgument(reading, each));
  return named.length > 0 ? named : foundIn(reading.disguises, steeringCovered);
}

/** Where a definition steers whoever reads it by what was learned of such texts, in two passages at most: found out once for all signals. */
export function steeringIn(reading: Reading): readonly Evidence[] {
  const before = found.get(reading);
  if (before !== undefined) return before;
  const all = steeredIn(reading);
  found.set(reading, all);
  return all;
}

/** What of that is told by one signal. */
export const steered = (reading: Reading, id: SignalId): Evidence[] =>
  steeringIn(reading).filter((each) => each.id === id);
