import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { SignalId } from '../../../../src/model/signals.ts';
import { type Places, placeOf, placesOf, rowBits } from '../../../judges/model/places.ts';

/** Rows with a weight that is not zero, as base64: the gap to the row before as a variable-length number, then one byte a class. */
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
  rowBits: z.literal(rowBits),
  threshold: z.number(),
  steers: Packed,
  signals: z.array(SignalId),
  told: Packed,
});
export type SteeringWeights = z.infer<typeof SteeringWeights>;
type Packed = z.infer<typeof Packed>;

/** Weights taken apart: for each row one number a class, classes side by side. */
export interface Weights {
  bias: readonly number[];
  places: Places;
  values: Float64Array;
}

function gapOf(bytes: Buffer, start: number): [gap: number, next: number] {
  let gap = 0;
  let at = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes.readUInt8(at);
    at += 1;
    gap |= (byte & 127) << shift;
    if (byte < 128) return [gap, at];
  }
}

/** @throws RangeError when the bytes end early. */
export function unpacked({ bias, scale, rows, bytes: text }: Packed): Weights {
  const bytes = Buffer.from(text, 'base64');
  const size = bias.length;
  const values = new Float64Array(rows * size);
  const all: number[] = [];
  let at = 0;
  let row = -1;
  for (let place = 0; place < rows; place += 1) {
    const [gap, next] = gapOf(bytes, at);
    row += gap;
    all.push(row);
    for (let index = 0; index < size; index += 1)
      values[place * size + index] = bytes.readInt8(next + index) * scale;
    at = next + size;
  }
  return { bias, places: placesOf(all), values };
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
  const bytes: number[] = [];
  let last = -1;
  for (const [row, each] of steps) {
    let gap = row - last;
    for (; gap > 127; gap >>>= 7) bytes.push((gap & 127) | 128);
    bytes.push(gap, ...each.map((step) => step & 255));
    last = row;
  }
  return { bias: [...bias], scale, rows: steps.length, bytes: Buffer.from(bytes).toString('base64') };
}

/** What a row says for a class, 0 for one without a weight. */
export function weightIn({ bias, places, values }: Weights, row: number, index: number): number {
  const place = placeOf(places, row);
  return place < 0 ? 0 : (values[place * bias.length + index] ?? 0);
}
