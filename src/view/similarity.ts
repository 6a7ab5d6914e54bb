import { limits } from '../model/limits.ts';
import { candidates } from './candidates.ts';
import { likenesses } from './likeness.ts';
import type { Terms } from './terms.ts';
import { vectorsOf } from './vectors.ts';

/** The tools that are like one, by their places. */
export interface Similar {
  /** The `limits.similarTools` most alike, most alike first. */
  places: readonly number[];
  /** Whether a word of both names makes the two alike. Descriptions alone are alike where one author wrote both. */
  isAkin: (place: number) => boolean;
}

/** Finds the tools that are at least so much like a tool (from 0 to 1), which is asked for by its place. Good until the next one is asked for. */
export type Similarity = (of: number, least: number) => Similar;

/**
 * Compares tools by what their names and descriptions say, not by how they are rated. Words that most tools have weigh little.
 * Only tools whose names share a word are compared.
 */
export function similarity(tools: Iterable<Terms>): Similarity {
  const vectors = vectorsOf(tools);
  const size = vectors.middles.length;
  const most = 2 * limits.similarTools;
  const near = candidates(vectors, most + 1);
  const likenessOf = likenesses(vectors);
  // How unlike each tool is, in whole numbers, and its place: as numbers they sort several times as fast.
  const unlike = new Float64Array(most);
  return (of, least) => {
    const { to, isAkin } = likenessOf(of);
    let end = 0;
    for (const place of near(of)) {
      const likeness = to(place);
      if (likeness >= least && place !== of)
        unlike[end++] = Math.round((2 - likeness) * 2 ** 30) * size + place;
    }
    const found = unlike.subarray(0, end).sort().subarray(0, limits.similarTools);
    return { places: Array.from(found, (each) => each % size), isAkin };
  };
}
