import { literalsOf } from './literals.ts';
import { alternativesOf } from './words.ts';

/** Patterns that each match somewhere in what is looked for, in whatever order, the rarest first. */
export interface Together {
  all: readonly [RegExp, ...RegExp[]];
}

/** What a text is glanced at for. */
export type Watched = RegExp | Together;

/** A string to look for, where in it the characters stand by which it is found, and which alternatives need it. */
interface Literal {
  text: string;
  offset: number;
  needed: Need[];
  /** The glance that found it last: it is noted once for each. */
  seenIn: number;
}

/** One alternative of a watched pattern, or the rarest of patterns that are watched together. */
interface Alternative {
  pattern: RegExp;
  number: number;
  /** The number of what is watched. */
  of: number;
  /** A bit for each of its lists of literals: it may match where one of each list stands. */
  all: number;
}

/** That an alternative has a literal in one of its lists, by the bit of the list. */
interface Need {
  alternative: Alternative;
  list: number;
}

/** Literals are found by the number of some of their characters. */
const slots = 2 ** 16;
const slotOf = (first: number, second: number, third: number, fourth: number) =>
  (Math.imul(Math.imul(Math.imul(first, 0x9e35) + second, 0x79b1) + third, 0x6d2b) + fourth) & (slots - 1);

/**
 * What may stand in a text, each by its number from a place of `marks` on: for an alternative the bits of its lists of which a
 * literal stands there, for a pattern a 1 when that is all lists of an alternative.
 */
interface Found {
  marks: Uint8Array;
  alternatives: number;
  patterns: number;
}

/** How many texts were glanced at. */
let glances = 0;

/** Literals by length: those of four characters and more, and the shorter ones by their length. */
class Shelf {
  readonly #size: number;
  readonly #literals = new Map<string, Literal>();
  readonly #table: Literal[][] = [];
  /** The first and the last character of each of them: its place from the first of its slot's, times 2^16, and its code. They rule out most. */
  readonly #ends: number[][] = [];
  /** Which list of literals a slot has, counted from 1; 0 for most: the one look that nearly every character costs. */
  readonly lists = new Uint16Array(slots);

  constructor(size: number) {
    this.#size = size;
  }

  add(text: string, need: Need): void {
    const known = this.#literals.get(text);
    if (known !== undefined) {
      known.needed.push(need);
      return;
    }
    const offset = rarest(text, this.#size);
    const ends = [0, text.length - 1].map((at) => ((at - offset) << 16) | text.charCodeAt(at));
    const literal = { text, offset, needed: [need], seenIn: 0 };
    const codes = [0, 1, 2, 3].map((at) => (at < this.#size ? text.charCodeAt(offset + at) : 0));
    const slot = slotOf(codes[0] ?? 0, codes[1] ?? 0, codes[2] ?? 0, codes[3] ?? 0);
    this.#literals.set(text, literal);
    const list = this.lists[slot] ?? 0;
    if (list === 0) {
      this.lists[slot] = this.#table.push([literal]);
      this.#ends.push(ends);
    } else {
      this.#table[list - 1]?.push(literal);
      this.#ends[list - 1]?.push(...ends);
    }
  }

  /** Notes which literals of a list stand in a text where the characters of their slot begin. */
  note({ marks, alternatives, patterns }: Found, text: string, at: number, list: number): void {
    const ends = this.#ends[list - 1] ?? [];
    for (let index = 0; index < ends.length; index += 2) {
      const first = ends[index] ?? 0;
      if (text.charCodeAt(at + (first >> 16)) !== (first & 0xffff)) continue;
      const last = ends[index + 1] ?? 0;
      if (text.charCodeAt(at + (last >> 16)) !== (last & 0xffff)) continue;
      const literal = this.#table[list - 1]?.[index / 2];
      if (literal === undefined || literal.seenIn === glances) continue;
      if (!text.startsWith(literal.text, at - literal.offset)) continue;
      literal.seenIn = glances;
      for (const { alternative, list } of literal.needed) {
        const at = alternatives + alternative.number;
        const mark = (marks[at] ?? 0) | list;
        marks[at] = mark;
        if (mark === alternative.all) marks[patterns + alternative.of] = 1;
      }
    }
  }
}

/** Characters of English from the most frequent on. */
const frequent = ' etaoinsrhldcumfpgwybvkxjqz';
const rarity = (character: string) => (frequent.indexOf(character) + slots) % slots;

/** Where the rarest neighbours of a string begin. */
function rarest(text: string, size: number): number {
  const rarities = Array.from({ length: text.length - size + 1 }, (_, at) =>
    Array.from(text.slice(at, at + size), rarity).reduce((sum, each) => sum + each, 0),
  );
  return rarities.indexOf(Math.max(...rarities));
}

const [twos, threes, fours] = [new Shelf(2), new Shelf(3), new Shelf(4)];
/** Every watched pattern by number, and the number of each. */
const watchedAlternatives: Alternative[][] = [];
const numbers = new Map<Watched, number>();
/** Alternatives of which no literal is known. */
const always: Alternative[] = [];
let count = 0;
/** Patterns whose literals are not looked for yet: nobody has read a text since they were named. */
let waiting: Watched[] = [];

/** Takes a pattern, or patterns that are looked for together, among those that every text is glanced at for. */
export function watched<Each extends Watched>(each: Each): Each {
  waiting.push(each);
  return each;
}

/**
 * A pattern alone is ruled out by both of its lists. Of several the list of each that tells most does nearly as much as both,
 * and fewer strings are to be found. A mark has eight bits.
 */
const listsOf = (patterns: readonly RegExp[]) =>
  patterns.flatMap((each) => literalsOf(each).slice(0, patterns.length === 1 ? 2 : 1)).slice(0, 8);

function admitted(pattern: RegExp, of: number, together: readonly RegExp[] = [pattern]): Alternative {
  const lists = listsOf(together);
  const alternative = { pattern, number: count, of, all: 2 ** lists.length - 1 };
  count += 1;
  if (lists.length === 0) always.push(alternative);
  for (const [index, list] of lists.entries())
    for (const text of list)
      (text.length < 3 ? twos : text.length < 4 ? threes : fours).add(text, {
        alternative,
        list: 2 ** index,
      });
  return alternative;
}

function admitWaiting(): void {
  for (const watched of waiting) {
    if (numbers.has(watched)) continue;
    const number = watchedAlternatives.length;
    numbers.set(watched, number);
    watchedAlternatives.push(
      'all' in watched
        ? [admitted(watched.all[0], number, watched.all)]
        : alternativesOf(watched).map((each) => admitted(each, number)),
    );
  }
  waiting = [];
}

/** Marks for so many glances are made at a time: arrays of its own would cost each glance more than the looking. */
const together = 64;
let marks = new Uint8Array();
let taken = 0;

function nothingFound(): Found {
  const size = count + watchedAlternatives.length;
  if (taken + size > marks.length) {
    marks = new Uint8Array(together * size);
    taken = 0;
  }
  const alternatives = taken;
  taken += size;
  return { marks, alternatives, patterns: alternatives + count };
}

/** The alternatives of which a literal stands in a text of small letters, and those of which none is known. */
function foundIn(low: string): Found {
  glances += 1;
  const found = nothingFound();
  for (const { of } of always) found.marks[found.patterns + of] = 1;
  let [first, second, third] = [0, 0, 0];
  for (let at = 0; at <= low.length + 1; at += 1) {
    const fourth = at < low.length ? low.charCodeAt(at) : 0;
    const long = fours.lists[slotOf(first, second, third, fourth)] ?? 0;
    if (long > 0) fours.note(found, low, at - 3, long);
    const short = threes.lists[slotOf(first, second, third, 0)] ?? 0;
    if (short > 0) threes.note(found, low, at - 3, short);
    const shortest = twos.lists[slotOf(first, second, 0, 0)] ?? 0;
    if (shortest > 0) twos.note(found, low, at - 3, shortest);
    first = second;
    second = third;
    third = fourth;
  }
  return found;
}

const none: readonly RegExp[] = [];

/** Small letters, as a pattern that is blind to case sees them. */
const small = (text: string) => text.toLowerCase().replaceAll('ſ', 's');

/**
 * Which alternatives of a watched pattern match somewhere in a text, each global; of patterns watched together the first,
 * where it matches and the others may. Most are ruled out by one look at all strings that they could match with; only the
 * others are tried. Of what is not watched, all are said to match.
 */
export function glance(text: string): (watched: Watched) => readonly RegExp[] {
  admitWaiting();
  const known = watchedAlternatives.length;
  const { marks, alternatives, patterns } = foundIn(small(text));
  let last: RegExp | undefined;
  let isLast = false;
  const isThere = (pattern: RegExp) => {
    if (pattern !== last) isLast = text.search(pattern) >= 0; // clues often begin with the same pattern as the one before
    last = pattern;
    return isLast;
  };
  return (watched) => {
    const number = numbers.get(watched);
    if (number === undefined || number >= known)
      // not watched when the text was glanced at
      return 'all' in watched ? [watched.all[0]] : alternativesOf(watched);
    if (marks[patterns + number] === 0) return none;
    const matching: RegExp[] = [];
    for (const each of watchedAlternatives[number] ?? [])
      if (marks[alternatives + each.number] === each.all && isThere(each.pattern))
        matching.push(each.pattern);
    if (matching.length === 0) marks[patterns + number] = 0;
    return matching;
  };
}
