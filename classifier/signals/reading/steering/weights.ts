import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { SignalId } from '../../../../src/model/signals.ts';
import { type Places, placeOf, placesOf } from '../../../judges/model/places.ts';
import { steeringBits } from './facts.ts';
import { bytesOfRows, rowsInBytes } from '../../../judges/model/row-bytes.ts';

/** Rows with a weight that is not zero, their bytes (row-bytes.ts) as base64. */
const Packed = z.strictObject({
  bias: z.array(z.number()),
  /** What one step of a weight counts. */
  scale: z.number().positive(),
  rows: z.number().int().nonnegative(),
  bytes: z.base64(),
});

/** What training leaves behind: whether a text steers, from which score on it does, and by which signal it is told. */
export const SteeringWeights = z.strictObject({
  format: z.literal(1),
  rowBits: z.literal(steeringBits),
  threshold: z.number(),
  steers: Packed,
  signals: z.array(SignalId),
  told: Packed,
});
export type SteeringWeights = z.infer<typeof SteeringWeights>;
type Packed = z.infer<typeof Packed>;

/** Weights taken apart, in steps of `scale`: for each row one of them a class, classes side by side, so that all of them fit a cache. */
export interface Weights {
  bias: readonly number[];
  scale: number;
  places: Places;
  steps: Int8Array;
}

/** @throws RangeError when the bytes end early. */
export function unpacked({ bias, scale, rows, bytes }: Packed): Weights {
  const read = rowsInBytes(Buffer.from(bytes, 'base64'), rows, bias.length);
  return { bias, scale, places: placesOf(read.rows, steeringBits), steps: read.steps };
}

/** Weights in 127 steps each way; rows of nothing but zeros are left out. Rows ascend, each with one weight a class. */
export function packed(
  bias: readonly number[],
  weights: readonly (readonly [row: number, weights: readonly number[]])[],
): Packed {
  const largest = weights.reduce((most, [, each]) => Math.max(most, ...each.map(Math.abs)), 0);
  const scale = largest / 127 || 1;
  const steps = weights
    .map(([row, each]) => [row, each.map((weight) => Math.round(weight / scale))] as const)
    .filter(([, each]) => each.some((step) => step !== 0));
  return { bias: [...bias], scale, rows: steps.length, bytes: bytesOfRows(steps).toString('base64') };
}

/** What a row says for a class, in steps: 0 for one without a weight. */
export function stepsIn({ bias, places, steps }: Weights, row: number, index: number): number {
  const place = placeOf(places, row);
  return place < 0 ? 0 : (steps[place * bias.length + index] ?? 0);
}
