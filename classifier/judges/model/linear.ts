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

/** What the category head looks at. */
export function vectorOf(features: readonly Portion[]): Vector {
  const length = features.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const rows = new Int32Array(length);
  const values = new Float64Array(length);
  let at = 0;
  for (const { hashes, value } of features) {
    values.fill(value, at, at + hashes.length);
    for (const hash of hashes) {
      rows[at] = hash & mask;
      at += 1;
    }
  }
  return { rows, values };
}

/** What counts when a fact and the category come together. */
const jointValue = 0.7;

/**
 * What the risk head looks at: the same facts, of which the vector may be given, the category, and some facts once more
 * together with it.
 */
export function vectorGiven(
  features: readonly Portion[],
  category: Category,
  plain: Vector = vectorOf(features),
): Vector {
  const salt = Math.imul(Category.options.indexOf(category) + 1, 0x9e3779b9);
  const joint = features.filter(({ isJoint }) => isJoint);
  const size = plain.rows.length;
  const length = joint.reduce((sum, { hashes }) => sum + hashes.length, size + 1);
  const rows = new Int32Array(length);
  const values = new Float64Array(length).fill(jointValue);
  rows.set(plain.rows);
  values.set(plain.values);
  rows[size] = mix(salt) & mask;
  let at = size + 1;
  for (const { hashes } of joint)
    for (const hash of hashes) {
      rows[at] = mix(hash ^ salt) & mask;
      at += 1;
    }
  return { rows, values };
}

/** Shares that add up to 1 from scores of any size. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** What speaks for each class, in the order of the head's classes. */
export function scores({ bias, scale, weights }: Head, { rows, values }: Vector): number[] {
  const size = bias.length;
  return bias.map((start, index) => {
    let sum = 0;
    for (let at = 0; at < rows.length; at += 1)
      sum += (weights[(rows[at] ?? 0) * size + index] ?? 0) * (values[at] ?? 0);
    return start + sum * scale;
  });
}

/** The chance of each class, in the order of the head's classes. */
export function chances(head: Head, vector: Vector): number[] {
  return softmax(scores(head, vector));
}

/** The weight of a fact, by its hash and what it counts, for one class. */
export function weightOf({ bias, scale, weights }: Head, hash: number, value: number, index: number): number {
  return (weights[(hash & mask) * bias.length + index] ?? 0) * scale * value;
}
