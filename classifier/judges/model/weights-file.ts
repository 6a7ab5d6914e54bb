import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../../src/terminal/command.ts';
import { Decision } from './decision.ts';
import { classes, type Head, type HeadName, headOf, type Model } from './linear.ts';
import { rowBits } from './places.ts';

const HeadFacts = z.strictObject({
  classes: z.array(z.string()),
  bias: z.array(z.number()),
  scale: z.number().positive(),
  /** Rows with a weight that is not zero, and the bytes they take. */
  rows: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
});

/** The small file beside the weights: how to read them, and their SHA-256. */
const Header = z.strictObject({
  format: z.literal(2),
  rowBits: z.literal(rowBits),
  sha256: z.string().length(64),
  category: HeadFacts,
  risk: HeadFacts,
  decision: Decision,
});
type Header = z.infer<typeof Header>;

/** A model and the hash of its weights. */
export interface Trained {
  model: Model;
  hash: string;
}

/** Each row: the gap to the row before as a variable-length number, then one byte a class. */
function pack({ rows, weights, bias }: Head): { rows: number; bytes: Buffer } {
  const out: number[] = [];
  let last = -1;
  for (const [place, row] of rows.entries()) {
    let gap = row - last;
    for (; gap > 127; gap >>>= 7) out.push((gap & 127) | 128);
    const own = weights.subarray(place * bias.length, (place + 1) * bias.length);
    out.push(gap, ...own.map((weight) => weight & 255));
    last = row;
  }
  return { rows: rows.length, bytes: Buffer.from(out) };
}

/** @throws RangeError when the bytes end early or name a row that does not exist. */
function unpack(bytes: Buffer, { rows, bias, scale }: z.infer<typeof HeadFacts>): Head {
  const steps: [row: number, steps: Int8Array][] = [];
  let at = 0;
  let row = -1;
  for (let count = 0; count < rows; count += 1) {
    let gap = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.readUInt8(at);
      at += 1;
      gap |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    row += gap;
    steps.push([row, new Int8Array(bytes.subarray(at, at + bias.length))]);
    at += bias.length;
  }
  return headOf({ bias, scale }, steps);
}

const facts = (name: HeadName, { bias, scale }: Head, { rows, bytes }: ReturnType<typeof pack>) => ({
  classes: [...classes[name]],
  bias: [...bias],
  scale,
  rows,
  bytes: bytes.length,
});

/** Writes `weights.json` and `weights.bin` into a folder. The same model gives the same bytes. */
export function writeModel(folder: string, { category, risk, decision }: Model): { bytes: number } {
  const packed = { category: pack(category), risk: pack(risk) };
  const bytes = Buffer.concat([packed.category.bytes, packed.risk.bytes]);
  const header: Header = {
    format: 2,
    rowBits,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    category: facts('category', category, packed.category),
    risk: facts('risk', risk, packed.risk),
    decision,
  };
  writeFileSync(join(folder, 'weights.json'), `${JSON.stringify(header, null, 2)}\n`);
  writeFileSync(join(folder, 'weights.bin'), bytes);
  return { bytes: bytes.length };
}

function unusable(file: string, cause: string): UserError {
  return new UserError(
    `${file}: ${cause}\nRestore it from the repository, run npm run train, or use --judge rules.`,
  );
}

function readHeader(file: string): Header {
  let text: string;
  let value: unknown;
  try {
    text = readFileSync(file, 'utf8');
    value = JSON.parse(text);
  } catch (error) {
    throw unusable(file, error instanceof Error ? error.message : String(error));
  }
  const parsed = Header.safeParse(value);
  if (!parsed.success) throw unusable(file, z.prettifyError(parsed.error));
  for (const name of ['category', 'risk'] as const)
    if (
      parsed.data[name].classes.join() !== classes[name].join() ||
      parsed.data[name].bias.length !== classes[name].length
    )
      throw unusable(file, `the classes of the ${name} head are not the ones in use.`);
  return parsed.data;
}

/**
 * Reads a model from a folder.
 * @throws UserError that names the file when one is missing, cut, changed or of another format.
 */
export function readModel(folder: string): Trained {
  const header = readHeader(join(folder, 'weights.json'));
  const file = join(folder, 'weights.bin');
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw unusable(file, error instanceof Error ? error.message : String(error));
  }
  if (createHash('sha256').update(bytes).digest('hex') !== header.sha256)
    throw unusable(file, 'these are not the weights that weights.json describes.');
  const middle = header.category.bytes;
  const model = {
    category: unpack(bytes.subarray(0, middle), header.category),
    risk: unpack(bytes.subarray(middle), header.risk),
    decision: header.decision,
  };
  return { model, hash: header.sha256 };
}
