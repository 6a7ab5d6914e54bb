import type { Terms } from './terms.ts';

/**
 * The words of many tools as numbers from 0, so that hundreds of thousands fit into memory. A tool is named by its place. All numbers are
 * whole ones, so that sums are the same in any order, and quick.
 */
export interface Vectors {
  /** The words of all tools one after the other, of each those of its name first. Of a description only those that a name has. */
  words: Int32Array;
  /** Where those of each tool begin; and where the last ones end. */
  starts: Int32Array;
  /** Where those of its name end. */
  middles: Int32Array;
  /** What each word says, from 1 to 32: one more when half as many tools have it, in whole steps, so that a day's changes move almost none. */
  rarities: Uint8Array;
}

/** Binary digits of a number. */
const bits = (number: number): number => 32 - Math.clz32(number);

/** A list of whole numbers that grows. */
function growing(): { add: (number: number) => void; all: () => Int32Array } {
  let held = new Int32Array(1024);
  let end = 0;
  return {
    add(number) {
      if (end === held.length) {
        const larger = new Int32Array(2 * end);
        larger.set(held);
        held = larger;
      }
      held[end++] = number;
    },
    // No copy: room that was never written to takes no memory.
    all: () => held.subarray(0, end),
  };
}

/** All words of these tools as their terms have them, and a number for each that a name has. */
function readTerms(tools: Iterable<Terms>): Omit<Vectors, 'rarities'> & { numbers: Map<number, number> } {
  const numbers = new Map<number, number>();
  const [words, starts, middles] = [growing(), growing(), growing()];
  let end = 0;
  starts.add(end);
  for (const { words: its, named } of tools) {
    for (let at = 0; at < its.length; at += 1) {
      const word = its[at] ?? 0;
      if (at < named && !numbers.has(word)) numbers.set(word, numbers.size);
      words.add(word);
    }
    middles.add(end + named);
    starts.add((end += its.length));
  }
  return { words: words.all(), starts: starts.all(), middles: middles.all(), numbers };
}

/** Makes the vectors of the tools with these terms. */
export function vectorsOf(tools: Iterable<Terms>): Vectors {
  const { words, starts, middles, numbers } = readTerms(tools);
  const having = new Int32Array(numbers.size);
  let [start, end] = [0, 0];
  // In their place: what is kept never stands behind what is read.
  for (const [place, middle] of middles.entries()) {
    middles[place] = end + middle - start;
    const after = starts[place + 1] ?? start;
    for (; start < after; start += 1) {
      const number = numbers.get(words[start] ?? 0);
      if (number === undefined) continue;
      having[number] = (having[number] ?? 0) + 1;
      words[end++] = number;
    }
    starts[place + 1] = end;
  }
  const bitsOfAll = bits(middles.length);
  return {
    ...{ words: words.slice(0, end), starts, middles },
    rarities: Uint8Array.from(having, (tools) => 1 + bitsOfAll - bits(tools)),
  };
}
