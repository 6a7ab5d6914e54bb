import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Measurement } from '../model/measurement.ts';
import { UserError } from '../terminal/command.ts';

/**
 * What measuring the judges gave; nothing where the file does not exist.
 * @throws UserError that names the file when it holds something else.
 */
export function readMeasurements(file: string): Measurement[] {
  if (!existsSync(file)) return [];
  try {
    return z.array(Measurement).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} holds no measurements: ${cause}\nName another file, or delete this one.`);
  }
}
