import type { Verdict } from '../src/model/classification.ts';
import type { Json } from '../src/model/json.ts';
import { bars, worse } from '../src/model/risks.ts';
import type { Subject, ToolDefinition } from '../src/model/tool.ts';
import { isMilder } from './severity.ts';
import { verbForms } from './signals/reading/lexicon.ts';
import { watched } from './signals/reading/glance.ts';
import { once } from './signals/reading/once.ts';
import { read, type Reading } from './signals/reading/reading.ts';
import { wordSet } from './signals/reading/word-map.ts';

const listed = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** Words with which a definition praises itself or talks to whoever rates it. */
const praise =
  listed(`safe safely safety harmless benign trusted trustworthy trust verified certified approved audited
  vetted reviewed secure security risk risks low minimal read-only readonly non-destructive nondestructive side-effect
  side-effects effects effect reversible undone never only reviewers raters evaluators classify classified rate
  rated label labelled labeled category approve auto-approve readonlyhint destructivehint confirmation permission
  isolated sandbox sandboxed dangerous danger`);

/** Words that may stand beside them in a sentence that says nothing else. */
const filling =
  listed(`a about action actions affect affects all allow allowed already always an and any anyone anything are as
  ask asks at automatically be been before by call calls can change changes command completely considered data delete deletes
  destructive do does doing done endpoint entirely environment ever execute executes false first for from fully function
  guaranteed has have high hint hints in information informational is it its level mark marked method modify modifies
  modified modifying nature no none not note nothing of official on operation operations or our performs performing please
  policy production purely query read reads requires return returns run runs security-reviewed send sends should side simply
  so state strictly system team that the therefore this time to tool totally treat treated true unchanged use used user users
  using very was when will with without write writes you your absolutely perfectly`);

const claiming = wordSet(praise);
const vocabulary = wordSet([...praise, ...filling]);
const hasPraise = watched(new RegExp(String.raw`\b(?:${praise.join('|')})\b`, 'i'));

/** Verbs that are spoken to raters. Any other at the start of a sentence says what a call does. */
const addressing: ReadonlySet<string> = new Set(
  listed('approve classify consider label mark note rate treat trust'),
);

/** The longest sentence that is looked at, in words: praise is short. */
const longest = 30;

/** Whether a sentence says nothing but that the tool is harmless, approved or to be rated so. */
function isClaim(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}'’_-]+/gu) ?? [];
  const [first = '', second] = words;
  if (words.length > longest || !words.some((word) => claiming.has(word))) return false;
  const isDeed = verbForms.has(first) && !addressing.has(first) && !(first === 'read' && second === 'only');
  return !isDeed && words.every((word) => vocabulary.has(word));
}

/** A sentence without the claim at its end that no full stop parts from it: it begins at a capital letter. */
function trimmed(sentence: string): string {
  if (!hasPraise.test(sentence.toLowerCase())) return sentence;
  if (isClaim(sentence)) return '';
  const capitals = [...sentence.matchAll(/\s(?=\p{Lu})/gu)].map(({ index }) => index).slice(-longest);
  return sentence.slice(
    0,
    capitals.find((start) => isClaim(sentence.slice(start))),
  );
}

/** The same text without the sentences that only praise the tool. A text without any comes back as it is. */
export const withoutClaims: (text: string) => string = once((text) => {
  if (!hasPraise.test(text)) return text;
  const sentences = text.split(/(?<=[.!?。])(?=\s|\p{Lu})|(?=\n)/u);
  const left = sentences.map(trimmed);
  return left.every((sentence, index) => sentence === sentences[index]) ? text : left.join('').trim();
});

/** The same schema with the author's words in it freed from claims. */
function soberSchema(value: Json, key = ''): Json {
  if (typeof value === 'string') return /^(?:title|description)$/.test(key) ? withoutClaims(value) : value;
  if (Array.isArray(value)) return value.map((each) => soberSchema(each));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, soberSchema(each, name)]));
}

function freed(tool: ToolDefinition): ToolDefinition {
  const { held, passages } = read(tool);
  if (held(hasPraise).length === 0 || passages.every(({ text }) => withoutClaims(text) === text)) return tool;
  return soberSchema(tool as Json) as ToolDefinition;
}

const known = new WeakMap<Reading, ToolDefinition>();

/**
 * The definition without any sentence that only praises it; the same object when there is none. Found out once for
 * all who ask.
 */
export function sober(tool: ToolDefinition): ToolDefinition {
  const reading = read(tool);
  const before = known.get(reading);
  if (before !== undefined) return before;
  const found = freed(tool);
  known.set(reading, found);
  return found;
}

/**
 * The graver of two verdicts, in category and in risk: on the tool as it is, and on the tool without the sentences in
 * which it only praises itself. So no such sentence can lower a rating, wherever it stands. The evidence is that of
 * the whole definition.
 */
export function unswayed<Rated extends Pick<Verdict, 'category' | 'risk' | 'signals'>>(
  judge: (subject: Subject) => Rated,
  subject: Subject,
): Rated {
  const verdict = judge(subject);
  const tool = sober(subject.tool);
  if (tool === subject.tool) return verdict;
  const plain = judge({ ...subject, tool });
  const isGraver = isMilder(verdict.category, plain.category) || bars(plain.risk) > bars(verdict.risk);
  if (!isGraver) return verdict;
  const category = isMilder(plain.category, verdict.category) ? verdict.category : plain.category;
  return { ...plain, category, risk: worse(plain.risk, verdict.risk), signals: verdict.signals };
}
