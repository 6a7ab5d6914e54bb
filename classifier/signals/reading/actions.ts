import type { Evidence } from '../../../src/model/evidence.ts';
import { unspacedPattern, unspacedVerb, type Verb, verbForms } from './lexicon.ts';
import { turned } from './phrases.ts';
import { nameWords } from './names.ts';
import { once } from './once.ts';
import type { Act } from './verbs.ts';
import { wordSet } from './word-map.ts';
import { thingOf } from './words.ts';

/** Something a definition says a call does: a verb, the words after it, and where it stands. */
export interface Action {
  act: Act;
  lemma: string;
  /** The words that follow, lower case: what the verb is done to. */
  object: readonly string[];
  /** Of these words the thing that it is done to (`thingOf`). */
  thing: readonly string[];
  /** Where the verb was read. */
  source: 'name' | 'prose';
  /** Whether the verb stands where a verb must stand. Otherwise it may be part of something else. */
  certain: boolean;
  place: Pick<Evidence, 'at' | 'quote'>;
  /** Where the verb starts in that text, in UTF-16 units. */
  start: number;
}

/** Words between which a second verb may follow the first. */
const joints = wordSet([
  'and',
  'or',
  'und',
  'oder',
  'y',
  'o',
  'e',
  'et',
  'ou',
  'и',
  'или',
  'also',
  '/',
  'then',
]);

/** Words that stand before the verb of a description and say nothing about it. */
const fillers = wordSet(
  `this that the a an tool function method endpoint api command operation action utility helper interface server mcp it
  use used using call called allows allow enables enable lets let you your user users client agent agents ai to for can
  will is are be which who when by please safely securely permanently quickly easily directly automatically immediately
  temporarily efficiently interactively programmatically simply asynchronously explicitly manually batch bulk
  async sync beta deprecated legacy experimental admin one-time first now step main primary force forced force-fully conduct conducts perform performs performing carry carries out tool: simple simply quick
  provides ability capability able support supports way of optionally try tries attempt attempts helps help
  tools here we i me must should may new then in order intelligently dynamically forcefully forcibly gracefully irreversibly
  herramienta esta este permite para ferramenta outil permet cet cette pour de werkzeug dieses ein eine этот инструмент
  для позволяет необходимо`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words before a last verb that make it part of a question, as in `how_to_pay`. */
const asides = wordSet([
  'to',
  'before',
  'if',
  'can',
  'pending',
  'not',
  'no',
  'for',
  'by',
  'on',
  'with',
  'last',
  'my',
  'a',
  'an',
  'the',
]);

/** Words before the verb of a name that say how, not what. */
const prefixes = wordSet([
  'confirm',
  'force',
  'batch',
  'bulk',
  'do',
  'try',
  'safe',
  'smart',
  'quick',
  'auto',
  'multi',
  'async',
]);

/** Words that make a name a question, which does nothing of what it asks about. */
const asking = wordSet(['how', 'what', 'why', 'when', 'where', 'who', 'which', 'should', 'is']);

/** The verb that each word of a name is, if any. */
type Verbs = readonly (Verb | undefined)[];

function verbOf(word: string): Verb | undefined {
  const verb = verbForms.get(word);
  return verb?.form === 'gerund' || (verb?.form === 'third' && verb.nounish) ? undefined : verb;
}

/** Which word of a name says what the tool does: a clear verb at the end, else the first verb, else any. */
function decisive(words: readonly string[], verbs: Verbs): number {
  if (asking.has(words[0] ?? '')) return -1;
  const last = asides.has(words.at(-2) ?? '') ? -1 : words.length - 1;
  const final = verbs[last];
  if (last > 0 && final?.nounish === false && final.form === 'base') return last;
  const lead = words.findIndex((word) => !prefixes.has(word));
  if (verbs[lead] !== undefined) return lead;
  const clear = verbs.findIndex((verb) => verb?.nounish === false);
  if (clear >= 0) return clear;
  return final === undefined ? verbs.findIndex((verb) => verb !== undefined) : last;
}

/** Acts that a product's name may hold, as in `compute_vm_update` or `search_index_delete`. */
const mild: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose']);

/** The word of a name that the description confirms as its verb, where that is graver than the word that would decide. */
function confirmed(verbs: Verbs, standing: Verb | undefined, told: Action | undefined): number | undefined {
  if (told?.certain !== true || mild.has(told.act)) return undefined;
  if (standing?.nounish === false && !mild.has(standing.act)) return undefined;
  const index = verbs.findIndex((verb) => verb?.lemma === told.lemma);
  return index < 0 ? undefined : index;
}

/** What stands before the camel case part of a name, as in `mail_listFolders`: whose tool it is. */
const owner = /^[\p{L}\p{N}-]+[_./:](?=\p{Ll}+\p{Lu})/u;

/** What a tool's name says it does: the deciding verb first, then those joined to it by "and" or "or". */
export function nameActions(whole: readonly string[], name: string, told: Action | undefined): Action[] {
  const owned = owner.exec(name)?.[0] ?? '';
  const words = owned === '' ? whole : whole.slice(nameWords(owned).length);
  const verbs = words.map(verbOf);
  const standing = decisive(words, verbs);
  const first = confirmed(verbs, verbs[standing], told) ?? standing;
  const joined = words.flatMap((_, index) =>
    index > 0 && joints.has(words[index - 1] ?? '') ? [index] : [],
  );
  const inCase = name.toLowerCase();
  return [...new Set([first, ...joined])].flatMap((index): Action[] => {
    const verb = verbs[index];
    if (verb === undefined) return [];
    const object = index === words.length - 1 ? words.slice(0, index) : words.slice(index + 1);
    const start = inCase.indexOf(words[index] ?? '', owned.length);
    return [
      {
        act: turned(verb.act, verb.lemma, object),
        lemma: verb.lemma,
        object,
        thing: thingOf(object),
        source: 'name',
        certain: prefixes.has(words[index - 1] ?? '') || (index === 0 && words.length > 1) || !verb.nounish,
        place: { at: '/name', quote: name.slice(start, start + (words[index] ?? '').length) },
        start,
      },
    ];
  });
}

/** Where descriptions stand. */
const origin = '/description';
/** How much of a description is read for its verbs, in characters. */
const span = 400;
const token =
  /<[^<>\n]{0,60}>|\[[^\]\n]{0,60}\]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’_-]|\.(?=[\p{L}\p{N}]))*|[.!?;:,\n/|]/gu;
const unspacedScript = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** What stands before a second verb of such a language. */
const unspacedJoint = /[或和与與及、/]$/u;

/** What ends a sentence of such a text. */
const unspacedEnd = /[。！？\n]/u;

/** The sentence around a place of such a text: what its verb is done to may stand before it. */
function sentenceAround(text: string, place: number): string {
  const before = text.slice(0, place).split(unspacedEnd).at(-1) ?? '';
  return before + (text.slice(place).split(unspacedEnd)[0] ?? '');
}

/** The verbs of a phrase in a language without spaces, in order. The first one leads. */
function unspacedActions(text: string): Action[] {
  return [...text.matchAll(unspacedPattern)].slice(0, 3).flatMap((match, index): Action[] => {
    const verb = unspacedVerb(match[0]);
    if (verb === undefined) return [];
    const place = { at: origin, quote: match[0] };
    const object = [sentenceAround(text, match.index)];
    const certain = index === 0 || unspacedJoint.test(text.slice(0, match.index));
    const { act, lemma } = verb;
    return [
      { act, lemma, object, thing: thingOf(object), source: 'prose', certain, place, start: match.index },
    ];
  });
}

/** What may stand where a verb is expected, from the words before it. */
type Place = 'lead' | 'joint' | 'inner';

/** Signs after which a verb may lead again, and those that end what the first verb leads. */
const breaks = wordSet(['.', '!', '\n', '|']);
const ends = wordSet(['.', '!', '?', '\n']);

const articles = wordSet(['a', 'an', 'the', 'in', 'of']);

const isJoint = (word: string) => word === ',' || joints.has(word);

/** Behind a verb and the words after it nothing but a joint lets another verb follow. */
const afterInner = (word: string): Place => (isJoint(word) ? 'joint' : 'inner');

function placeAfter(word: string, place: Place, hasVerb: boolean): Place {
  if (word.startsWith('<') || word.startsWith('[')) return place;
  if (breaks.has(word)) return hasVerb ? 'inner' : 'lead';
  if (isJoint(word)) return hasVerb ? 'joint' : place;
  if (articles.has(word)) return place;
  if (fillers.has(word) || word.endsWith('ly')) return place === 'lead' || !hasVerb ? 'lead' : place;
  return 'inner';
}

/** Words that open what a verb is done to. */
const determiners = wordSet(['the', 'a', 'an', 'all', 'your', 'its', 'this', 'existing', 'new', 'any']);

/** What one transfers or trades, said right after the verb: "and transfer USDC". */
const assets = /^(?:funds|money|tokens?|coins?|crypto|eth|sol|btc|usdc|usdt|nfts?|sats)$/;

function accepts(verb: Verb, place: Place, lead: Verb | undefined, next = ''): boolean {
  if (next === ':') return false;
  if (place === 'lead') return true;
  if (place === 'joint' && verb.form === lead?.form)
    return !verb.nounish || verb.form === 'third' || determiners.has(next) || assets.test(next);
  if (place === 'joint') return verb.form !== 'gerund' && !verb.nounish;
  return lead === undefined && verb.form !== 'base' && !verb.nounish;
}

/** Who is enabled to do something, where nothing is switched on. */
const enabled = /^(?:you|your|users?|agents?|ai|llms?|models?|clients?|developers?|them|to|support|natural)$/;

/** Whether a word says nothing yet: "enables you to" does not, "enable alerts" and "enables or disables" do. */
function isFiller(word: string, next = ''): boolean {
  if (word === 'enable') return enabled.test(next);
  return fillers.has(word) && !(word === 'enables' && joints.has(next));
}

const verbIn = (word: string, next?: string) => (isFiller(word, next) ? undefined : verbForms.get(word));

/** What the opening of a description says the tool does: the leading verb first, then those joined to it. */
const openingActions = once((text): readonly Action[] => {
  if (unspacedScript.test(text)) return unspacedActions(text);
  const tokens = text.match(token) ?? [];
  const words = tokens.map((spelling) => spelling.toLowerCase());
  const found: Action[] = [];
  let place: Place = 'lead';
  let lead: Verb | undefined;
  let start = 0;
  let end = 0;
  for (const [index, quote] of tokens.entries()) {
    const word = words[index] ?? '';
    start = text.indexOf(quote, end);
    end = start + quote.length;
    if (lead !== undefined && ends.has(word)) break;
    const isShut: boolean = lead !== undefined && place === 'inner';
    const verb = isShut ? undefined : verbIn(word, words[index + 1]);
    if (verb === undefined || !accepts(verb, place, lead, words[index + 1])) {
      place = isShut ? afterInner(word) : placeAfter(word, place, lead !== undefined);
      continue;
    }
    const object = words.slice(index + 1, index + 13);
    const certain = place !== 'inner';
    const act = turned(verb.act, verb.lemma, object);
    found.push({
      act,
      lemma: verb.lemma,
      object,
      thing: thingOf(object),
      source: 'prose',
      certain,
      place: { at: origin, quote },
      start,
    });
    if (certain) lead ??= verb;
    place = 'inner';
  }
  return found;
});

/** What a text says the tool does, by the opening of it; as read in the description. */
export const proseActions = (description: string) => openingActions(description.slice(0, span));
