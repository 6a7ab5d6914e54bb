import type { Listed } from './tool-row.ts';
import type { Terms } from './similarity.ts';

/** How much more a word of the name says than a word of the description. */
const nameWeight = 3;

/** The words of many tools as numbers, so that hundreds of thousands fit into memory. A tool is named by its place. */
export interface Vectors {
  /** Tools. */
  size: number;
  /** Words that any of them has. */
  words: number;
  /** The words of its name. */
  nameOf(place: number): Int32Array;
  /** What a word says: little when most tools have it. */
  rarity(word: number): number;
  /** From 0 to 1: the cosine between the words of both, the rare ones weighing most. */
  likeness(a: number, b: number): number;
  /** Whether both names have one of the words that make two tools alike: those that say at least a fifth of what the strongest says. */
  areAkin(a: number, b: number): boolean;
}

/** The words of all tools one after the other, of each those of its name first and both parts sorted; and where each tool begins. */
interface Packed {
  words: Int32Array;
  starts: Int32Array;
  names: Int32Array;
  /** How many tools have each word. */
  frequency: number[];
}

function pack(tools: readonly Listed[], termsOf: (entry: Listed) => Terms): Packed {
  const numbers = new Map<string, number>();
  const frequency: number[] = [];
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    if (number === numbers.size) numbers.set(word, number);
    frequency[number] = (frequency[number] ?? 0) + 1;
    return number;
  };
  const sorted = (words: readonly string[]): number[] => words.map(numberOf).sort((a, b) => a - b);
  let words = new Int32Array(1024);
  const starts = new Int32Array(tools.length + 1);
  const names = new Int32Array(tools.length);
  let end = 0;
  for (const [place, entry] of tools.entries()) {
    const { name, said } = termsOf(entry);
    const all = [...sorted(name), ...sorted(said)];
    if (end + all.length > words.length) {
      const larger = new Int32Array(2 * (end + all.length));
      larger.set(words);
      words = larger;
    }
    words.set(all, end);
    end += all.length;
    names[place] = name.length;
    starts[place + 1] = end;
  }
  return { words: words.slice(0, end), starts, names, frequency };
}

function lengthOf(start: number, end: number, weightAt: (at: number) => number): number {
  let sum = 0;
  for (let at = start; at < end; at += 1) sum += weightAt(at) ** 2;
  return Math.sqrt(sum);
}

/** The weights of all words in one tool; those of the last one are kept, because it is compared with many. */
function weighing(
  size: number,
  eachOf: (place: number, see: (word: number, weight: number) => void) => void,
): (place: number) => Float32Array {
  const weights = new Float32Array(size);
  let weighed: number | undefined;
  return (place) => {
    if (weighed === place) return weights;
    if (weighed !== undefined)
      eachOf(weighed, (word) => {
        weights[word] = 0;
      });
    eachOf(place, (word, weight) => {
      weights[word] = weight;
    });
    weighed = place;
    return weights;
  };
}

/** Makes the vectors of these tools from the words that count. */
export function vectorsOf(tools: readonly Listed[], termsOf: (entry: Listed) => Terms): Vectors {
  const { words, starts, names, frequency } = pack(tools, termsOf);
  const rarities = Float32Array.from(frequency, (having) => Math.log(1 + tools.length / having));
  const startOf = (place: number): number => starts[place] ?? 0;
  const middleOf = (place: number): number => startOf(place) + (names[place] ?? 0);
  /** The weight of the word that stands there, in the tool whose name ends before `middle`. */
  const weightAt = (at: number, middle: number): number =>
    (rarities[words[at] ?? 0] ?? 0) * (at < middle ? nameWeight : 1);
  const lengths = Float32Array.from(tools, (_, place) =>
    lengthOf(startOf(place), startOf(place + 1), (at) => weightAt(at, middleOf(place))),
  );
  const weightsOf = weighing(frequency.length, (place, see) => {
    const middle = middleOf(place);
    for (let at = startOf(place); at < startOf(place + 1); at += 1) see(words[at] ?? 0, weightAt(at, middle));
  });
  return {
    size: tools.length,
    words: frequency.length,
    nameOf: (place) => words.subarray(startOf(place), middleOf(place)),
    rarity: (word) => rarities[word] ?? 0,
    likeness(a, b) {
      const weights = weightsOf(a);
      const [middle, end] = [middleOf(b), startOf(b + 1)];
      let sum = 0;
      for (let at = startOf(b); at < end; at += 1) {
        const its = weights[words[at] ?? 0] ?? 0;
        if (its !== 0) sum += its * weightAt(at, middle);
      }
      return sum / ((lengths[a] ?? 1) * (lengths[b] ?? 1));
    },
    areAkin(a, b) {
      const weights = weightsOf(a);
      const [middle, end] = [middleOf(b), startOf(b + 1)];
      const named = words.subarray(startOf(a), middleOf(a));
      let [strongest, ofNames] = [0, 0];
      for (let at = startOf(b); at < end; at += 1) {
        const its = weights[words[at] ?? 0] ?? 0;
        if (its === 0) continue;
        const strength = its * weightAt(at, middle);
        strongest = Math.max(strongest, strength);
        if (strength > ofNames && at < middle && named.includes(words[at] ?? -1)) ofNames = strength;
      }
      return ofNames > 0 && ofNames >= strongest / 5;
    },
  };
}
