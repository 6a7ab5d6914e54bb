import { type Evidence, textAt } from '../../../src/model/evidence.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import type { Action } from './actions.ts';
import type { Passage } from './reading.ts';

/** Longest quote, in UTF-16 units: a reader must see at a glance what a claim rests on. */
const longest = 160;
/** Units before a match that are quoted with it where its clause is too long. */
const lead = 40;
/** Places quoted for one signal. */
const most = 2;

/** A denial right before a match, in the same clause. "Do not forget to" denies nothing. */
const denial =
  /(?:\b(?:not|never|no|without|cannot|nor|avoid|instead of|rather than|unlike)|n['’]t|(?:^|\s)(?:не|без|не может))\s+(?!forget|fail|hesitate|omit)(?:\p{L}+\s+){0,2}$/iu;

/** Whether both units belong to one word, or are the halves of one character. Scripts without spaces break anywhere. */
function isInside(before: string, after: string): boolean {
  if (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after)) return true;
  return (
    /[\p{L}\p{N}\p{M}_]/u.test(before) &&
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}_]/u.test(after)
  );
}

/** The nearest place at or before `end`, and after `start`, that is not inside a word; `end` where there is none. */
function breakBefore(text: string, start: number, end: number): number {
  for (let at = end; at > start; at -= 1)
    if (at >= text.length || !isInside(text.charAt(at - 1), text.charAt(at))) return at;
  return end;
}

/** The nearest place at or after `start`, and before `end`, that is not inside a word; `start` where there is none. */
function breakAfter(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1)
    if (at === 0 || !isInside(text.charAt(at - 1), text.charAt(at))) return at;
  return start;
}

/** A part of a text as a quote: from word to word, no longer than one can read, without white space at its ends. */
export function part(text: string, start: number, end: number): string {
  return text.slice(start, breakBefore(text, start, Math.min(end, start + longest))).trim();
}

/** The start of a text, no longer than a quote, ending with a whole word. */
function opening(text: string): string {
  return text.length <= longest ? text : part(text, 0, longest);
}

const stops = ['\n', '. ', '! ', '? ', '; ', '。'];

/** Where the clause of a match starts and ends; no further away than a quote is long. */
function clauseAround(text: string, start: number, end: number): [number, number] {
  const near = Math.max(0, start - longest);
  const before = text.slice(near, start);
  const opens = stops.map((stop) => (before.includes(stop) ? before.lastIndexOf(stop) + stop.length : 0));
  const after = text.slice(end, end + longest);
  const stop = after.search(/[\n;。]|[.!?](?:\s|$)/u);
  return [near + Math.max(...opens), stop < 0 ? end + after.length : end + stop + 1];
}

/**
 * The clause around a match where it is short enough to quote, else what of it surrounds the match, from word to word.
 * A match that is longer than a quote is quoted from its start.
 */
function clause(text: string, start: number, end: number): string {
  const [from, to] = clauseAround(text, start, end);
  if (to - from <= longest) return part(text, breakAfter(text, from, start), to);
  const first = breakAfter(text, Math.max(from, start - lead), start + 1);
  return part(text, first, to);
}

/** Whether a match is denied by the words before it, as in "does not delete". */
export function isDenied(text: string, start: number): boolean {
  return denial.test(text.slice(Math.max(0, start - 40), start));
}

/** Whether a match at a place of a text is to be passed over. */
export type Exception = (text: string, start: number) => boolean;

/** Passes over no match. */
export const nowhere: Exception = () => false;

/** The first match from a place on of any of some global patterns; of two at one place that of the earlier pattern. */
function firstMatch(text: string, patterns: readonly RegExp[], from: number): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const pattern of patterns) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match !== null && (first === null || match.index < first.index)) first = match;
  }
  return first;
}

/** Each match of some global patterns that begins behind the one before, as one pattern of them all would find it. */
function* matches(text: string, patterns: readonly RegExp[]): Generator<RegExpExecArray> {
  let from = 0;
  for (;;) {
    const match = firstMatch(text, patterns, from);
    if (match === null) return;
    yield match;
    from = match.index + Math.max(match[0].length, 1);
  }
}

/** Evidence for each passage in which one of some global patterns matches undenied, at most two. */
export function quotes(
  id: SignalId,
  passages: readonly Passage[],
  patterns: readonly RegExp[],
  isExcepted: Exception = nowhere,
): Evidence[] {
  const found: Evidence[] = [];
  if (patterns.length === 0) return found;
  for (const { at, text } of passages) {
    for (const match of matches(text, patterns)) {
      if (isDenied(text, match.index) || isExcepted(text, match.index)) continue;
      found.push({ id, at, quote: clause(text, match.index, match.index + match[0].length) });
      break;
    }
    if (found.length === most) break;
  }
  return found;
}

/** Evidence from verbs, at most two: the whole name, or the clause that a verb opens. */
export function quoteActions(
  id: SignalId,
  { name, description = '' }: ToolDefinition,
  actions: readonly Action[],
): Evidence[] {
  return actions.slice(0, most).map(({ source, place: { at, quote }, start }) => ({
    id,
    at,
    quote: source === 'name' ? opening(name) : clause(description, start, start + quote.length),
  }));
}

/** Evidence that quotes a member which is no string, such as a parameter's schema, from its start. */
export function quoteMember(id: SignalId, tool: ToolDefinition, at: string): Evidence {
  return { id, at, quote: opening(textAt(tool, at) ?? '') };
}
