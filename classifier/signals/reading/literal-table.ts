/** Strings are found by the number of some of their characters. */
const slots = 2 ** 16;
const slotOf = (first: number, second: number, third: number, fourth: number) =>
  (Math.imul(Math.imul(Math.imul(first, 0x9e35) + second, 0x79b1) + third, 0x6d2b) + fourth) & (slots - 1);

/** Characters of English from the most frequent on. */
const frequent = ' etaoinsrhldcumfpgwybvkxjqz';
const rarity = (character: string) => (frequent.indexOf(character) + slots) % slots;

/** Where the rarest neighbours of a string begin, of which there are so many. */
function rarest(text: string, size: number): number {
  const rarities = Array.from({ length: text.length - size + 1 }, (_, at) =>
    Array.from(text.slice(at, at + size), rarity).reduce((sum, each) => sum + each, 0),
  );
  return rarities.indexOf(Math.max(...rarities));
}

/** Where the characters begin by which a string is found: the rarest four that stand together, or as many as it has. */
interface Placed {
  text: string;
  offset: number;
  slot: number;
}

function placed(text: string): Placed {
  const size = Math.min(text.length, 4);
  const offset = rarest(text, size);
  const code = (at: number) => (at < size ? text.charCodeAt(offset + at) : 0);
  return { text, offset, slot: slotOf(code(0), code(1), code(2), code(3)) };
}

/** A character of a string, and its place from that of the characters by which it is found, times 2^16. */
const character = ({ text, offset }: Placed, at: number) => ((at - offset) << 16) | text.charCodeAt(at);

/** The number of the first string in each slot, counted from 1; 0 where there is none: the one look that most characters cost. */
function startsOf(strings: readonly Placed[]): Uint16Array {
  const starts = new Uint16Array(slots);
  for (const [number, { slot }] of strings.entries()) if (starts[slot] === 0) starts[slot] = number + 1;
  return starts;
}

/**
 * Strings of two characters and more that are looked for in a text all at once. What is looked at for each character of the text
 * lies side by side in a few arrays of numbers, so that it stays in the processor's cache.
 */
export class LiteralTable {
  /** The strings, each by its number: those of one slot stand together. */
  readonly texts: readonly string[];
  readonly #starts: Uint16Array;
  /** Of each string its slot, its first and its last character: these rule out most. Behind the last one stands no slot. */
  readonly #ends: Int32Array;
  /** The look that found a string last: it is told once for each. */
  readonly #seenIn: Int32Array;
  #looks = 0;
  /** The characters of the text, with so many zeros on both sides that no string reaches over them. */
  #codes = new Uint16Array();
  readonly #margin: number;

  constructor(texts: Iterable<string>) {
    const strings = Array.from(texts, placed).sort((a, b) => a.slot - b.slot);
    if (strings.length >= slots)
      throw new RangeError(`No more than ${slots - 1} strings are looked for at once.`);
    this.texts = strings.map(({ text }) => text);
    this.#starts = startsOf(strings);
    this.#ends = Int32Array.from([
      ...strings.flatMap((each) => [each.slot, character(each, 0), character(each, each.text.length - 1)]),
      -1,
    ]);
    this.#seenIn = new Int32Array(strings.length);
    this.#margin = strings.reduce((most, { text }) => Math.max(most, text.length), 4);
  }

  /** The numbers of the strings that stand in a text. */
  look(text: string): number[] {
    this.#looks += 1;
    this.#spell(text);
    const found: number[] = [];
    const codes = this.#codes;
    const starts = this.#starts;
    const end = this.#margin + text.length;
    for (let at = this.#margin; at < end; at += 1) {
      const [first, second, third, fourth] = [
        codes[at] ?? 0,
        codes[at + 1] ?? 0,
        codes[at + 2] ?? 0,
        codes[at + 3] ?? 0,
      ];
      const long = slotOf(first, second, third, fourth);
      if (starts[long] !== 0) this.#note(text, at, long, found);
      const short = slotOf(first, second, third, 0);
      if (starts[short] !== 0) this.#note(text, at, short, found);
      const shortest = slotOf(first, second, 0, 0);
      if (starts[shortest] !== 0) this.#note(text, at, shortest, found);
    }
    return found;
  }

  #spell(text: string): void {
    const start = this.#margin;
    const end = start + text.length;
    if (this.#codes.length < end + start) this.#codes = new Uint16Array(2 * (end + start));
    for (let at = 0; at < text.length; at += 1) this.#codes[start + at] = text.charCodeAt(at);
    this.#codes.fill(0, end, end + start);
  }

  /** Adds the strings of a slot that stand where its characters begin. */
  #note(text: string, at: number, slot: number, found: number[]): void {
    const ends = this.#ends;
    const codes = this.#codes;
    for (let number = (this.#starts[slot] ?? 0) - 1; ends[3 * number] === slot; number += 1) {
      const first = ends[3 * number + 1] ?? 0;
      if (codes[at + (first >> 16)] !== (first & 0xffff)) continue;
      const last = ends[3 * number + 2] ?? 0;
      if (codes[at + (last >> 16)] !== (last & 0xffff)) continue;
      if (this.#seenIn[number] === this.#looks) continue;
      if (!text.startsWith(this.texts[number] ?? '', at + (first >> 16) - this.#margin)) continue;
      this.#seenIn[number] = this.#looks;
      found.push(number);
    }
  }
}
