import { limits } from '../model/limits.ts';
import { candidates } from './candidates.ts';
import { likenesses } from './likeness.ts';
import type { Terms } from './terms.ts';
import { vectorsOf } from './vectors.ts';

/** The tools that are like one, by their places. */
export interface Similar {
  /** Those alike enough of the `limits.similarTools` whose names have most in common, most alike first. */
  places: readonly number[];
  /** Whether a word of both names makes the two alike. Descriptions alone are alike where one author wrote both. */
  isAkin: (place: number) => boolean;
}

/**
 * Finds the tools that are at least so much like a tool (from 0 to 1), which is asked for by its place. Of those that are as much alike,
 * the ones that come first from a place on, in a circle: no other tool that comes or goes changes that, and no tool stands in the lists of
 * all. Good until the next one is asked for.
 */
export type Similarity = (of: number, least: number, from: number) => Similar;

/**
 * Compares tools by what their names and descriptions say, not by how they are rated. Words that most tools have weigh little.
 * Only tools whose names share a word are compared.
 */
export function similarity(tools: Iterable<Terms>): Similarity {
  const vectors = vectorsOf(tools);
  const size = vectors.middles.length;
  const near = candidates(vectors, limits.similarTools + 1);
  const likenessOf = likenesses(vectors);
  // How unlike each tool is, in whole numbers, and its place: as numbers they sort several times as fast.
  const unlike = new Float64Array(limits.similarTools + 1);
  return (of, least, from) => {
    const { to, isAkin } = likenessOf(of);
    let end = 0;
    for (const place of near(of, from)) {
      const likeness = to(place);
      if (likeness >= least && place !== of)
        unlike[end++] = Math.round((2 - likeness) * 2 ** 30) * size + ((place - from + size) % size);
    }
    return {
      places: Array.from(unlike.subarray(0, end).sort(), (each) => ((each % size) + from) % size),
      isAkin,
    };
  };
}
