import type { Vectors } from './vectors.ts';

/** How much more a word of the name says than a word of the description. */
const nameWeight = 2;

/** A tool that others are held against. */
export interface Likeness {
  /** From 0 to 1: the cosine between the words of both, the rare ones weighing most. */
  to: (place: number) => number;
  /** Whether both names have one of the words that make two tools alike: those that say at least a fifth of what the strongest says. */
  isAkin: (place: number) => boolean;
}

function lengthsOf({ words, starts, middles, rarities }: Vectors): Float64Array {
  return Float64Array.from(middles, (middle, place) => {
    let sum = 0;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1)
      sum += ((rarities[words[at] ?? 0] ?? 0) * (at < middle ? nameWeight : 1)) ** 2;
    return Math.sqrt(sum);
  });
}

/** The way to hold tools against one of them; against one at a time. */
export function likenesses(vectors: Vectors): (of: number) => Likeness {
  const { words, starts, middles, rarities } = vectors;
  const lengths = lengthsOf(vectors);
  // What each word adds where another tool's description has it, and whether it is in the name of the tool in question.
  const strengths = new Int32Array(rarities.length);
  const isNamed = new Uint8Array(rarities.length);
  let of = 0;
  const choose = (place: number): void => {
    const [middle, end] = [middles[place] ?? 0, starts[place + 1] ?? 0];
    for (let at = starts[of] ?? 0; at < (starts[of + 1] ?? 0); at += 1)
      strengths[words[at] ?? 0] = isNamed[words[at] ?? 0] = 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const word = words[at] ?? 0;
      strengths[word] = (rarities[word] ?? 0) ** 2 * (at < middle ? nameWeight : 1);
      isNamed[word] = at < middle ? 1 : 0;
    }
    of = place;
  };
  const to = (place: number): number => {
    const middle = middles[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    let at = starts[place] ?? 0;
    let named = 0;
    let said = 0;
    for (; at < middle; at += 1) named = (named + (strengths[words[at] ?? 0] ?? 0)) | 0;
    for (; at < end; at += 1) said = (said + (strengths[words[at] ?? 0] ?? 0)) | 0;
    return (nameWeight * named + said) / ((lengths[of] ?? 1) * (lengths[place] ?? 1));
  };
  const isAkin = (place: number): boolean => {
    const middle = middles[place] ?? 0;
    const end = starts[place + 1] ?? 0;
    let at = starts[place] ?? 0;
    let strongest = 0;
    let ofNames = 0;
    for (; at < middle; at += 1) {
      const word = words[at] ?? 0;
      const strength = nameWeight * (strengths[word] ?? 0);
      if (strength > strongest) strongest = strength;
      if (strength > ofNames && isNamed[word] === 1) ofNames = strength;
    }
    for (; at < end; at += 1) strongest = Math.max(strongest, strengths[words[at] ?? 0] ?? 0);
    return ofNames > 0 && ofNames >= strongest / 5;
  };
  return (place) => {
    choose(place);
    return { to, isAkin };
  };
}
