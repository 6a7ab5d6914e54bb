import { limits } from '../model/limits.ts';
import { candidates, type Postings, postingsOf } from './candidates.ts';
import { likenesses } from './likeness.ts';
import type { Terms } from './terms.ts';
import { type Vectors, vectorsOf } from './vectors.ts';

/** The words of all tools, and the tools of all words. */
export interface WordIndex {
  vectors: Vectors;
  postings: Postings;
}

export function wordIndex(tools: Iterable<Terms>): WordIndex {
  const vectors = vectorsOf(tools);
  return { vectors, postings: postingsOf(vectors) };
}

/** The tools that are like one, by their places. */
export interface Similar {
  /** Those alike enough of the `limits.similarTools` whose names have most in common, most alike first. */
  places: Int32Array;
  /** Whether a word of both names makes the two alike. Descriptions alone are alike where one author wrote both. */
  isAkin: (place: number) => boolean;
}

/**
 * Finds the tools that are at least so much like a tool (from 0 to 1), which is asked for by its place. Of those that are as much alike,
 * the ones whose rarest word in common is rarer come first, then those that come first from a place on, in a circle: no other tool that
 * comes or goes changes that, and no tool stands in the lists of all. Good until the next one is asked for.
 */
export type Similarity = (of: number, least: number, from: number) => Similar;

/** Likeness is compared in so many steps. */
const steps = 1024;

/**
 * Compares tools by what their names and descriptions say, not by how they are rated. Words that most tools have weigh little.
 * Only tools whose names share a word are compared.
 */
export function similarity({ vectors, postings }: WordIndex): Similarity {
  const most = limits.similarTools + 1;
  const near = candidates(vectors, postings, most);
  const likenessOf = likenesses(vectors);
  // How unlike each candidate is, in whole steps, and its number: as whole numbers they sort several times as fast.
  const unlike = new Int32Array(most);
  const places = new Int32Array(most);
  return (of, least, from) => {
    const { to, isAkin } = likenessOf(of);
    const candidates = near(of, from);
    let end = 0;
    for (let at = 0; at < candidates.length; at += 1) {
      const place = candidates[at] ?? 0;
      const likeness = to(place);
      if (likeness >= least && place !== of) unlike[end++] = Math.round((1 - likeness) * steps) * most + at;
    }
    unlike.subarray(0, end).sort();
    for (let at = 0; at < end; at += 1) places[at] = candidates[(unlike[at] ?? 0) % most] ?? 0;
    return { places: places.subarray(0, end), isAkin };
  };
}
