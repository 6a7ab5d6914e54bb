import { literalsOf } from './literals.ts';
import { alternativesOf } from './words.ts';

/** A string to look for, where in it the characters stand by which it is found, and which alternatives need it. */
interface Literal {
  text: string;
  offset: number;
  needed: Alternative[];
}

/** One alternative of a watched pattern. */
interface Alternative {
  pattern: RegExp;
  number: number;
}

/** Literals are found by the number of some of their characters. */
const slots = 2 ** 16;
const slotOf = (first: number, second: number, third: number, fourth: number) =>
  (Math.imul(Math.imul(Math.imul(first, 0x9e35) + second, 0x79b1) + third, 0x6d2b) + fourth) & (slots - 1);

/** Literals by length: those of four characters and more, and the shorter ones by their length. */
class Shelf {
  readonly #size: number;
  readonly #literals = new Map<string, Literal>();
  readonly #table = new Map<number, Literal[]>();
  /** Whether a slot holds anything, for the one look that nearly every character costs. */
  readonly isUsed = new Uint8Array(slots);

  constructor(size: number) {
    this.#size = size;
  }

  add(text: string, alternative: Alternative): void {
    const known = this.#literals.get(text);
    if (known !== undefined) {
      known.needed.push(alternative);
      return;
    }
    const offset = rarest(text, this.#size);
    const literal = { text, offset, needed: [alternative] };
    const codes = [0, 1, 2, 3].map((at) => (at < this.#size ? text.charCodeAt(offset + at) : 0));
    const slot = slotOf(codes[0] ?? 0, codes[1] ?? 0, codes[2] ?? 0, codes[3] ?? 0);
    this.#literals.set(text, literal);
    this.#table.set(slot, [...(this.#table.get(slot) ?? []), literal]);
    this.isUsed[slot] = 1;
  }

  /** Notes whose literals stand in a text where the characters of a slot begin. */
  note(found: Set<number>, text: string, at: number, slot: number): void {
    for (const literal of this.#table.get(slot) ?? [])
      if (text.startsWith(literal.text, at - literal.offset))
        for (const { number } of literal.needed) found.add(number);
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
const watchedAlternatives = new Map<RegExp, Alternative[]>();
/** Alternatives of which no literal is known. */
const always = new Set<number>();
let count = 0;
/** Patterns whose literals are not looked for yet: nobody has read a text since they were named. */
let waiting: RegExp[] = [];

/** Takes a pattern among those that every text is glanced at for. */
export function watched(pattern: RegExp): RegExp {
  waiting.push(pattern);
  return pattern;
}

function admitted(pattern: RegExp): Alternative {
  const alternative = { pattern, number: count };
  count += 1;
  const literals = literalsOf(pattern);
  if (literals === null) always.add(alternative.number);
  for (const text of literals ?? [])
    (text.length < 3 ? twos : text.length < 4 ? threes : fours).add(text, alternative);
  return alternative;
}

function admitWaiting(): void {
  for (const pattern of waiting)
    if (!watchedAlternatives.has(pattern))
      watchedAlternatives.set(pattern, alternativesOf(pattern).map(admitted));
  waiting = [];
}

/** The alternatives of which a literal stands in a text of small letters. */
function foundIn(low: string): Set<number> {
  const found = new Set<number>();
  let [first, second, third] = [0, 0, 0];
  for (let at = 0; at <= low.length + 1; at += 1) {
    const fourth = at < low.length ? low.charCodeAt(at) : 0;
    const slot = slotOf(first, second, third, fourth);
    if (fours.isUsed[slot] === 1) fours.note(found, low, at - 3, slot);
    const short = slotOf(first, second, third, 0);
    if (threes.isUsed[short] === 1) threes.note(found, low, at - 3, short);
    const shortest = slotOf(first, second, 0, 0);
    if (twos.isUsed[shortest] === 1) twos.note(found, low, at - 3, shortest);
    first = second;
    second = third;
    third = fourth;
  }
  return found;
}

/** Small letters, as a pattern that is blind to case sees them. */
const small = (text: string) => text.toLowerCase().replaceAll('ſ', 's');

/**
 * Which of the watched patterns match somewhere in a text. Most are ruled out by one look at all strings that they
 * could match with; only of the others an alternative is tried. A pattern that is not watched is said to match.
 */
export function glance(text: string): (pattern: RegExp) => boolean {
  admitWaiting();
  const found = foundIn(small(text));
  return (pattern) => {
    const alternatives = watchedAlternatives.get(pattern);
    if (alternatives === undefined) return true;
    return alternatives.some(
      (each) => (always.has(each.number) || found.has(each.number)) && each.pattern.test(text),
    );
  };
}
