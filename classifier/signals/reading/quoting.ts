import { type Evidence, textAt } from '../../../src/model/evidence.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import type { Action } from './actions.ts';
import type { Passage } from './reading.ts';

/** Longest quote, in UTF-16 units: a reader must see at a glance what a claim rests on. */
const longest = 160;
/** Places quoted for one signal. */
const most = 2;

/** A denial right before a match, in the same clause. */
const denial =
  /(?:\b(?:not|never|no|without|cannot|nor|avoid|instead of|rather than|unlike)|n['’]t|(?:^|\s)(?:не|без|не может))\s+(?:\p{L}+\s+){0,2}$/iu;

/** The start of a text, no longer than `length`, never ending in half a character. */
function opening(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** The clause around a match when it is short enough to quote, else the match itself. */
function clause(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - longest), start);
  const after = text.slice(end, end + longest);
  const from = Math.max(
    ...['\n', '. ', '! ', '? ', '; ', '。'].map(
      (stop) => before.lastIndexOf(stop) + stop.length * Number(before.includes(stop)),
    ),
    0,
  );
  const stop = after.search(/[\n;。]|[.!?](?:\s|$)/u);
  const whole =
    `${before.slice(from)}${text.slice(start, end)}${stop < 0 ? after : after.slice(0, stop + 1)}`.trim();
  const isCut = (from === 0 && start > longest) || (stop < 0 && end + longest < text.length);
  return isCut || whole.length > longest ? opening(text.slice(start, end), longest) : whole;
}

/** Whether a match is denied by the words before it, as in "does not delete". */
export function isDenied(text: string, start: number): boolean {
  return denial.test(text.slice(Math.max(0, start - 40), start));
}

/** Evidence for each passage in which a global pattern matches undenied, at most two. */
export function quotes(id: SignalId, passages: readonly Passage[], pattern: RegExp): Evidence[] {
  const found: Evidence[] = [];
  for (const { at, text } of passages) {
    if (text.search(pattern) < 0) continue; // far cheaper than preparing matchAll, and most texts end here
    for (const match of text.matchAll(pattern)) {
      if (isDenied(text, match.index)) continue;
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
    quote: source === 'name' ? opening(name, longest) : clause(description, start, start + quote.length),
  }));
}

/** Evidence that quotes a member which is no string, such as a parameter's schema, from its start. */
export function quoteMember(id: SignalId, tool: ToolDefinition, at: string): Evidence {
  return { id, at, quote: opening(textAt(tool, at) ?? '', longest) };
}
