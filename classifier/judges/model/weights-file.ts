import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { UserError } from '../../../src/terminal/command.ts';
import { Decision } from './decision.ts';
import { classes, type Head, type HeadName, type Model } from './linear.ts';
import { placesOf, rowBits } from './places.ts';
import { bytesOfRows, rowsInBytes } from './row-bytes.ts';

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

const bytesOf = ({ rows, weights, bias }: Head): Buffer =>
  bytesOfRows(
    Array.from(rows, (row, place) => [row, weights.subarray(place * bias.length, (place + 1) * bias.length)]),
  );

/** A head as it was written: no row of it is nothing but zeros. @throws RangeError when the bytes end early. */
function headIn(bytes: Buffer, { rows: count, bias, scale }: z.infer<typeof HeadFacts>): Head {
  const { rows, steps } = rowsInBytes(bytes, count, bias.length);
  return { bias, scale, rows: [...rows], places: placesOf(rows), weights: steps };
}

const facts = (name: HeadName, { bias, scale, rows }: Head, bytes: Buffer) => ({
  classes: [...classes[name]],
  bias: [...bias],
  scale,
  rows: rows.length,
  bytes: bytes.length,
});

/** Writes `weights.json` and `weights.bin` into a folder. The same model gives the same bytes. */
export function writeModel(folder: string, { category, risk, decision }: Model): { bytes: number } {
  const packed = { category: bytesOf(category), risk: bytesOf(risk) };
  const bytes = Buffer.concat([packed.category, packed.risk]);
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
    category: headIn(bytes.subarray(0, middle), header.category),
    risk: headIn(bytes.subarray(middle), header.risk),
    decision: header.decision,
  };
  return { model, hash: header.sha256 };
}
