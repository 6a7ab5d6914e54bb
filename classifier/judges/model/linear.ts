import { Category } from '../../../src/model/categories.ts';
import { riskLevels } from '../../../src/model/risks.ts';
import type { Decision } from './decision.ts';
import { mix, type Portion } from './features.ts';
import { placeOf, type Places, placesOf, rowBits } from './places.ts';

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
  /** The rows with a weight that is not zero, ascending, and where each stands among them. */
  rows: readonly number[];
  places: Places;
  /** One weight for each of these rows and class, classes side by side: a tenth of all rows, so that they fit a cache. */
  weights: Int8Array;
}

/** A head with these weights in steps of `scale`: for each row in ascending order, one for each class. */
export function headOf(
  { bias, scale }: Pick<Head, 'bias' | 'scale'>,
  steps: Iterable<readonly [row: number, steps: Iterable<number>]>,
): Head {
  const used = [...steps]
    .map(([row, each]) => ({ row, each: [...each] }))
    .filter(({ each }) => each.some((step) => step !== 0));
  const rows = used.map(({ row }) => row);
  return {
    bias,
    scale,
    rows,
    places: placesOf(rows),
    weights: Int8Array.from(used.flatMap(({ each }) => each)),
  };
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

/** Hears of facts that count alike for a head: by their hash, or together with the category, for which there is a salt. */
type Count = (hashes: readonly number[], value: number, salt: number | null) => void;

/** What a head looks at: all facts, and for the risk given a category also the category and some facts once more together with it. */
function tellCounted(features: readonly Portion[], category: Category | null, count: Count): void {
  for (const { hashes, value } of features) count(hashes, value, null);
  if (category === null) return;
  const salt = Math.imul(Category.options.indexOf(category) + 1, 0x9e3779b9);
  count([0], jointValue, salt);
  for (const { isJoint, hashes } of features) if (isJoint) count(hashes, jointValue, salt);
}

const rowOf = (hash: number, salt: number | null) => (salt === null ? hash : mix(hash ^ salt)) & mask;

/** What a head looks at, to learn from: the category head, or the risk head given a category. */
export function vectorOf(features: readonly Portion[], category: Category | null = null): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  tellCounted(features, category, (hashes, value, salt) => {
    for (const hash of hashes) {
      rows.push(rowOf(hash, salt));
      values.push(value);
    }
  });
  return { rows: Int32Array.from(rows), values: Float64Array.from(values) };
}

/** Shares that add up to 1 from scores of any size. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** Adds to each class its weight, counted so often, from the first class's on. */
function addUp(sums: Float64Array, weights: Int8Array, start: number, value: number): void {
  for (let index = 0; index < sums.length; index += 1)
    sums[index] = (sums[index] ?? 0) + (weights[start + index] ?? 0) * value;
}

/** What speaks for each class, in the order of the head's classes. A head of risk is given the category. */
export function scores(
  { bias, scale, places, weights }: Head,
  features: readonly Portion[],
  category: Category | null = null,
): number[] {
  const sums = new Float64Array(bias.length);
  tellCounted(features, category, (hashes, value, salt) => {
    for (const hash of hashes) {
      const place = placeOf(places, rowOf(hash, salt));
      if (place >= 0) addUp(sums, weights, place * sums.length, value);
    }
  });
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
export function weightOf(
  { bias, scale, places, weights }: Head,
  hash: number,
  value: number,
  index: number,
): number {
  const place = placeOf(places, hash & mask);
  return place < 0 ? 0 : (weights[place * bias.length + index] ?? 0) * scale * value;
}
