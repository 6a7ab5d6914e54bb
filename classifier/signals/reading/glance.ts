import { literalsOf } from './literals.ts';

/** A string to look for, where in it the three characters stand by which it is found, and whose it is. */
interface Literal {
  text: string;
  offset: number;
  patterns: number[];
}

/** Literals are found by the number of three of their characters, of two where there are no more. */
const slots = 2 ** 16;
const slotOf = (first: number, second: number, third: number) =>
  (Math.imul(Math.imul(first, 0x9e35) + second, 0x79b1) + third) & (slots - 1);
/** Characters from here on are outside ASCII, where two tell enough. */
const outside = 0x80;

const numbers = new Map<RegExp, number>();
/** Patterns whose literals are not looked for yet: nobody has read a text since they were named. */
let waiting: RegExp[] = [];
/** Patterns of which nothing is known. */
const always = new Set<number>();
const literals = new Map<string, Literal>();
const table = new Map<number, Literal[]>();
/** Whether a slot holds anything, for the one look that nearly every character costs. */
const isUsed = new Uint8Array(slots);

/** Characters of English from the most frequent on. */
const frequent = ' etaoinsrhldcumfpgwybvkxjqz';
const rarity = (character: string) => (frequent.indexOf(character) + slots) % slots;

/** Where the rarest three neighbours of a string begin. */
function rarest(text: string): number {
  const rarities = Array.from({ length: Math.max(0, text.length - 2) }, (_, at) =>
    Array.from(text.slice(at, at + 3), rarity).reduce((sum, each) => sum + each, 0),
  );
  return Math.max(0, rarities.indexOf(Math.max(...rarities)));
}

function lookFor(text: string, pattern: number): void {
  const offset = rarest(text);
  const literal = literals.get(text) ?? { text, offset, patterns: [] };
  literal.patterns.push(pattern);
  if (literals.has(text)) return;
  literals.set(text, literal);
  const third = text.length > 2 ? text.charCodeAt(offset + 2) : 0;
  const slot = slotOf(text.charCodeAt(offset), text.charCodeAt(offset + 1), third);
  table.set(slot, [...(table.get(slot) ?? []), literal]);
  isUsed[slot] = 1;
}

/** Takes a pattern among those that every text is glanced at for. */
export function watched(pattern: RegExp): RegExp {
  waiting.push(pattern);
  return pattern;
}

function admit(pattern: RegExp): void {
  if (numbers.has(pattern)) return;
  const number = numbers.size;
  numbers.set(pattern, number);
  const known = literalsOf(pattern);
  if (known === null) always.add(number);
  for (const text of known ?? []) lookFor(text, number);
}

/** Small letters, as a pattern that is blind to case sees them. */
const small = (text: string) => text.toLowerCase().replaceAll('ſ', 's');

function note(found: Set<number>, text: string, at: number, slot: number): void {
  for (const literal of table.get(slot) ?? [])
    if (text.startsWith(literal.text, at - literal.offset))
      for (const pattern of literal.patterns) found.add(pattern);
}

/** Which of the watched patterns a text may hold. What is not among them it does not hold. */
export function glance(text: string): (pattern: RegExp) => boolean {
  for (const pattern of waiting) admit(pattern);
  waiting = [];
  const low = small(text);
  const found = new Set<number>();
  let first = 0;
  let second = 0;
  for (let at = 0; at <= low.length; at += 1) {
    const third = at < low.length ? low.charCodeAt(at) : 0;
    const slot = slotOf(first, second, third);
    if (isUsed[slot] === 1) note(found, low, at - 2, slot);
    if (first >= outside) note(found, low, at - 2, slotOf(first, second, 0));
    first = second;
    second = third;
  }
  return (pattern) => {
    const number = numbers.get(pattern);
    return number === undefined || always.has(number) || found.has(number);
  };
}
