import { LiteralTable } from './literal-table.ts';
import { literalsOf } from './literals.ts';
import { once } from './once.ts';
import { alternativesOf } from './words.ts';

/** One alternative of a watched pattern. */
interface Alternative {
  pattern: RegExp;
  /** What is watched. */
  of: RegExp;
  /** A bit for each of its lists of literals: it may match where one of each list stands. */
  all: number;
}

/** Every alternative of the watched patterns, by number; those of one pattern in their order. */
const alternatives: Alternative[] = [];
const known = new Set<RegExp>();
/** The numbers of alternatives of which no literal is known. */
const always: number[] = [];
/** Which alternatives need a literal: of each its number times 2^8 and the bit of the list that the literal stands in. */
const needed = new Map<string, number[]>();
let literals = new LiteralTable([]);
/** The same by the number of the literal. */
let needs: (readonly number[])[] = [];
/** For each alternative by its number the bits of its lists of which a literal stands in the text that is glanced at. */
let marks = new Uint8Array();
/** The numbers of those with a mark. */
let marked = new Uint16Array();
/** Patterns whose literals are not looked for yet: nobody has read a text since they were named. */
let waiting: RegExp[] = [];

/** Takes a pattern among those that every text is glanced at for. */
export function watched(pattern: RegExp): RegExp {
  waiting.push(pattern);
  return pattern;
}

function admit(pattern: RegExp, of: RegExp): void {
  const lists = literalsOf(pattern);
  const number = alternatives.push({ pattern, of, all: 2 ** lists.length - 1 }) - 1;
  if (lists.length === 0) always.push(number);
  for (const [index, list] of lists.entries())
    for (const text of list) needed.getOrInsert(text, []).push((number << 8) | (1 << index));
}

function admitWaiting(): void {
  for (const watched of waiting) {
    if (known.has(watched)) continue;
    known.add(watched);
    for (const each of alternativesOf(watched)) admit(each, watched);
  }
  waiting = [];
  literals = new LiteralTable(needed.keys());
  needs = literals.texts.map((text) => needed.get(text) ?? []);
  marks = new Uint8Array(alternatives.length);
  marked = new Uint16Array(alternatives.length);
  matchesIn = once(findMatches);
}

/** Marks the alternatives of which a literal stands in a text of small letters, and says how many have a mark. */
function markIn(low: string): number {
  let count = 0;
  for (const literal of literals.look(low))
    for (const need of needs[literal] ?? []) {
      const number = need >> 8;
      const before = marks[number] ?? 0;
      if (before === 0) {
        marked[count] = number;
        count += 1;
      }
      marks[number] = before | (need & 0xff);
    }
  return count;
}

/** The alternatives that a text may hold by its literals, in order. */
function likely(text: string): number[] {
  const found = always.slice();
  for (let count = markIn(small(text)); count > 0; count -= 1) {
    const number = marked[count - 1] ?? 0;
    if (marks[number] === alternatives[number]?.all) found.push(number);
    marks[number] = 0;
  }
  return found.length > 1 ? found.sort((a, b) => a - b) : found;
}

/** Small letters, as a pattern that is blind to case sees them. */
const small = (text: string) => text.toLowerCase().replaceAll('ſ', 's');

const nothing: readonly number[] = [];

/** The numbers of the alternatives that match in a text, in order. */
function findMatches(text: string): readonly number[] {
  const matching = likely(text).filter((number) => {
    const pattern = alternatives[number]?.pattern;
    return pattern !== undefined && text.search(pattern) >= 0;
  });
  return matching.length === 0 ? nothing : matching;
}

/** The same, kept by the text. */
let matchesIn = once(findMatches);

const none: readonly never[] = [];

/** Of several texts the alternatives that match in one, by what is watched, in order. */
function matchesOf(texts: readonly string[]): ReadonlyMap<RegExp, readonly RegExp[]> {
  const numbers = new Set<number>();
  for (const text of texts) for (const number of matchesIn(text)) numbers.add(number);
  const matching = new Map<RegExp, RegExp[]>();
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const alternative = alternatives[number];
    if (alternative === undefined) continue;
    const known = matching.get(alternative.of);
    if (known === undefined) matching.set(alternative.of, [alternative.pattern]);
    else known.push(alternative.pattern);
  }
  return matching;
}

/** What of the watched there is in some texts. Of what is not watched, or was not when they were glanced at, all is said to be. */
export interface Glance {
  /** Which alternatives of a pattern match in any of the texts, each global. */
  held: (watched: RegExp) => readonly RegExp[];
}

/** Most patterns are ruled out by one look at all strings that they could match with; only the others are tried. */
export function glance(texts: readonly string[]): Glance {
  if (waiting.length > 0) admitWaiting();
  const count = alternatives.length;
  const matching = matchesOf(texts);
  const isNew = () => waiting.length > 0 || count < alternatives.length;
  const held = (watched: RegExp) => {
    const found = matching.get(watched);
    if (found !== undefined) return found;
    return !isNew() && known.has(watched) ? none : alternativesOf(watched);
  };
  return { held };
}
