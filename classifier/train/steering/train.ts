import type { SignalId } from '../../../src/model/signals.ts';
import { evenness, surestBy } from '../../signals/reading/steering/score.ts';
import { packed, type SteeringWeights, unpacked } from '../../signals/reading/steering/weights.ts';
import { countOf, type Facts, factsOf, steeringBits } from '../../signals/reading/steering/facts.ts';
import { wordsOf } from '../../signals/reading/steering/words.ts';
import { type Example, fit, type Settings } from '../fit.ts';
import { foldOf } from '../groups.ts';
import { type Fitted, fitSteering, type SteeringLesson } from './fit.ts';
import { families, type SteeringText } from './texts.ts';

/** A tool as it was found: its server, and every string of its definition. */
export interface Ordinary {
  server: string;
  texts: readonly string[];
  /** The same cut into sentences. */
  sentences: readonly string[];
}

/** How much a mistake about a written text counts beside one about a sentence of a real tool. */
const written = 5;

/** Of how many real tools in a thousand, of servers that were not learned from, some text may be taken for one that steers. */
export const falseAlarms = 4;

const nothing = { rows: new Int32Array(0), values: new Float64Array(0) };

const factsIn = (text: string): Facts => factsOf(wordsOf(text));

function lessonsOf(texts: readonly SteeringText[], tools: readonly Ordinary[]): SteeringLesson[] {
  const ordinary = new Set(tools.flatMap(({ sentences }) => sentences));
  return [
    ...texts.map(({ label, text }) => ({
      facts: factsIn(text),
      steers: label === 'hostile',
      weight: written,
    })),
    ...Array.from(ordinary, (text) => ({ facts: factsIn(text), steers: false, weight: 1 })),
  ];
}

function packedBinary({ bias, weights }: Fitted): SteeringWeights['steers'] {
  const used = [...weights.entries()].filter(([, weight]) => weight !== 0);
  return packed(
    [bias],
    used.map(([row, weight]) => [row, [weight]] as const),
  );
}

/**
 * The score that so many tools in a thousand pass which were not learned from, half of the servers after the other; never
 * one by which a text is likelier honest.
 */
function thresholdFor(texts: readonly SteeringText[], tools: readonly Ordinary[]): number {
  const isHeld =
    (half: number) =>
    ({ server }: Ordinary) =>
      foldOf(`steering ${server}`, 2) === half;
  const scores = [0, 1].flatMap((half) => {
    const learned = tools.filter((tool) => !isHeld(half)(tool));
    const surest = surestBy(unpacked(packedBinary(fitSteering(lessonsOf(texts, learned)))));
    return tools
      .filter(isHeld(half))
      .map(({ texts: all }) => Math.max(...all.map((text) => surest(text)?.score ?? -Infinity)));
  });
  const sorted = scores.toSorted((a, b) => b - a);
  return Math.max(0, sorted[Math.floor((sorted.length * falseAlarms) / 1000)] ?? 0);
}

/** Signals in the order of their classes. */
const signals: readonly SignalId[] = [...new Set(Object.values(families))];

const settings: Settings = {
  passes: 10,
  rounds: 1,
  rate: 0.3,
  decay: 1e-4,
  withoutRules: 0,
  occurrences: 6,
  rows: 4_000,
};

/** Which signal a hostile text is told by. */
function fitTold(texts: readonly SteeringText[]): SteeringWeights['told'] {
  const examples = texts
    .filter(({ label }) => label === 'hostile')
    .map(({ text, family }): Example => {
      const facts = factsIn(text);
      const rows = Int32Array.from(facts.rows);
      const count = countOf(facts, () => true);
      const values = new Float64Array(rows.length).fill(1 / Math.sqrt(count + evenness));
      return { text: { rows, values }, rules: nothing, target: signals.indexOf(families[family]) };
    });
  const { bias, rows, weights, scale } = fit(examples, signals.length, settings);
  const steps = rows.map((row, place) => {
    const of = weights.subarray(place * signals.length, (place + 1) * signals.length);
    return [row, Array.from(of, (step) => step * scale)] as const;
  });
  return packed(bias, steps);
}

/** Learns from written texts, and from real tools as examples of honest ones. The same of both give the same weights, bit for bit. */
export function trainSteering(texts: readonly SteeringText[], tools: readonly Ordinary[]): SteeringWeights {
  return {
    format: 1,
    rowBits: steeringBits,
    threshold: thresholdFor(texts, tools),
    steers: packedBinary(fitSteering(lessonsOf(texts, tools))),
    signals: [...signals],
    told: fitTold(texts),
  };
}
