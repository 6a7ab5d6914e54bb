import { kindsOf } from '../../../classifier/signals/reading/steering/kinds.ts';
import {
  packed,
  stepsIn,
  type SteeringWeights,
  unpacked,
  type Weights,
} from '../../../classifier/signals/reading/steering/weights.ts';
import { stemOf } from '../../../classifier/signals/reading/steering/stem.ts';
import { type Word, wordsOf } from '../../../classifier/signals/reading/steering/words.ts';

type Packed = SteeringWeights['steers'];

/** Weights of some rows that were not learned but written down, and no other. */
export const packedByHand = (rows: readonly (readonly [row: number, weight: number])[], bias = 0): Packed =>
  packed(
    [bias],
    rows.toSorted(([a], [b]) => a - b).map(([row, weight]) => [row, [weight]] as const),
  );

/** The same, taken apart. */
export const byHand = (...rows: readonly (readonly [row: number, weight: number])[]): Weights =>
  unpacked(packedByHand(rows));

/** The first word of a text. */
export function wordOf(text: string): Word {
  const [word] = wordsOf(text);
  if (word === undefined) throw new Error(`no word in: ${text}`);
  return word;
}

/** The first kind that a word is of. */
export function kindOf(word: string): number {
  const [kind] = kindsOf(stemOf(word));
  if (kind === undefined) throw new Error(`no kind of word: ${word}`);
  return kind;
}

/** What a row weighs for a class. */
export const weightIn = (weights: Weights, row: number, index: number): number =>
  stepsIn(weights, row, index) * weights.scale;
