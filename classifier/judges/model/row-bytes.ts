import { Buffer } from 'node:buffer';

/** A row of weights: its number, and one step from -127 to 127 for each class. */
export type Row = readonly [row: number, steps: ArrayLike<number>];

/** Rows as bytes, in ascending order: for each the gap to the row before as a variable-length number, then one byte a class. */
export function bytesOfRows(rows: Iterable<Row>): Buffer {
  const out: number[] = [];
  let last = -1;
  for (const [row, steps] of rows) {
    let gap = row - last;
    for (; gap > 127; gap >>>= 7) out.push((gap & 127) | 128);
    out.push(gap, ...Array.from(steps, (step) => step & 255));
    last = row;
  }
  return Buffer.from(out);
}

/** The rows that such bytes hold, so many of them, and their steps for so many classes side by side. @throws RangeError when the bytes end early. */
export function rowsInBytes(
  bytes: Buffer,
  count: number,
  size: number,
): { rows: Int32Array; steps: Int8Array } {
  const rows = new Int32Array(count);
  const steps = new Int8Array(count * size);
  let at = 0;
  let row = -1;
  for (let place = 0; place < count; place += 1) {
    let gap = 0;
    for (let shift = 0, byte = 128; byte >= 128; shift += 7, at += 1) {
      byte = bytes.readUInt8(at);
      gap |= (byte & 127) << shift;
    }
    row += gap;
    rows[place] = row;
    for (let index = 0; index < size; index += 1) steps[place * size + index] = bytes.readInt8(at + index);
    at += size;
  }
  return { rows, steps };
}
