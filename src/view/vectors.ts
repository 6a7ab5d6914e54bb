import type { Terms } from './terms.ts';

/**
 * The words of many tools as numbers from 0, so that hundreds of thousands fit into memory. A tool is named by its place. All numbers are
 * whole ones, so that sums are the same in any order, and quick.
 */
export interface Vectors {
  /** The words of all tools one after the other, of each those of its name first. */
  words: Int32Array;
  /** Where those of each tool begin; and where the last ones end. */
  starts: Int32Array;
  /** Where those of its name end. */
  middles: Int32Array;
  /** What each word says, above 0: little when most tools have it. */
  rarities: Int32Array;
}

/** So much more says a word that is e times as rare. In a catalogue of a million tools, 600 squares of rarities together are below 2 to the power of 31. */
const scale = 128;

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

/** Makes the vectors of the tools with these terms. */
export function vectorsOf(tools: Iterable<Terms>): Vectors {
  const numbers = new Map<number, number>();
  const having: number[] = [];
  const [words, starts, middles] = [growing(), growing(), growing()];
  let end = 0;
  starts.add(end);
  for (const { words: its, named } of tools) {
    for (const word of its) {
      const number = numbers.get(word) ?? numbers.size;
      if (number === numbers.size) numbers.set(word, number);
      having[number] = (having[number] ?? 0) + 1;
      words.add(number);
    }
    middles.add(end + named);
    starts.add((end += its.length));
  }
  const middlesOfAll = middles.all();
  const rarity = (tools: number): number => Math.round(scale * Math.log(1 + middlesOfAll.length / tools));
  return {
    words: words.all(),
    starts: starts.all(),
    middles: middlesOfAll,
    rarities: Int32Array.from(having, rarity),
  };
}
