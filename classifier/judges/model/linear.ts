import { Category } from '../../../src/model/categories.ts';
import { riskLevels } from '../../../src/model/risks.ts';
import type { Decision } from './decision.ts';
import { mix, type Portion } from './features.ts';

/** Features share 2^18 rows of weights: few of the 27,000 in use meet another, and the table fits a cache. */
export const rowBits = 18;
/** Picks a row out of a hash. */
const mask = 2 ** rowBits - 1;

/** What counts for each class: the row of each feature and its value. */
export interface Vector {
  rows: Int32Array;
  values: Float64Array;
}

/** A multinomial logistic regression, its weights in steps of `scale`. */
export interface Head {
  bias: readonly number[];
  scale: number;
  /** One weight for each row and class, classes side by side. */
  weights: Int8Array;
}

/** What training leaves behind: a head for the category, one for the risk given the category, and how both decide. */
export interface Model {
  category: Head;
  risk: Head;
  decision: Decision;
}

/** What each head is called. */
export type HeadName = 'category' | 'risk';

/** The classes of each head, in the order of its weights. */
export const classes: Readonly<Record<HeadName, readonly string[]>> = {
  category: Category.options,
  risk: riskLevels,
};

/** What counts when a fact and the category come together. */
const jointValue = 0.7;

/** Facts that count alike for a head: by their hash, or together with the category, for which there is a salt. */
interface Counted {
  hashes: readonly number[];
  salt: number | null;
  value: number;
}

/** What a head looks at: all facts, and for the risk given a category also the category and some facts once more together with it. */
function countedIn(features: readonly Portion[], category: Category | null): Counted[] {
  const counted: Counted[] = features.map(({ hashes, value }) => ({ hashes, salt: null, value }));
  if (category === null) return counted;
  const salt = Math.imul(Category.options.indexOf(category) + 1, 0x9e3779b9);
  counted.push({ hashes: [0], salt, value: jointValue });
  for (const { isJoint, hashes } of features) if (isJoint) counted.push({ hashes, salt, value: jointValue });
  return counted;
}

const rowOf = (hash: number, salt: number | null) => (salt === null ? hash : mix(hash ^ salt)) & mask;

/** What a head looks at, to learn from: the category head, or the risk head given a category. */
export function vectorOf(features: readonly Portion[], category: Category | null = null): Vector {
  const counted = countedIn(features, category);
  return {
    rows: Int32Array.from(counted.flatMap(({ hashes, salt }) => hashes.map((hash) => rowOf(hash, salt)))),
    values: Float64Array.from(counted.flatMap(({ hashes, value }) => hashes.map(() => value))),
  };
}

/** Shares that add up to 1 from scores of any size. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** What speaks for each class, in the order of the head's classes. A head of risk is given the category. */
export function scores(
  { bias, scale, weights }: Head,
  features: readonly Portion[],
  category: Category | null = null,
): number[] {
  const size = bias.length;
  const sums = new Float64Array(size);
  for (const { hashes, salt, value } of countedIn(features, category))
    for (const hash of hashes) {
      const start = rowOf(hash, salt) * size;
      for (let index = 0; index < size; index += 1)
        sums[index] = (sums[index] ?? 0) + (weights[start + index] ?? 0) * value;
    }
  return bias.map((start, index) => start + (sums[index] ?? 0) * scale);
}

/** The chance of each class, in the order of the head's classes. */
export function chances(
  head: Head,
  features: readonly Portion[],
  category: Category | null = null,
): number[] {
  return softmax(scores(head, features, category));
}

/** The weight of a fact, by its hash and what it counts, for one class. */
export function weightOf({ bias, scale, weights }: Head, hash: number, value: number, index: number): number {
  return (weights[(hash & mask) * bias.length + index] ?? 0) * scale * value;
}
