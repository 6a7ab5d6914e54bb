import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { UserError } from '../../src/terminal/command.ts';

/**
 * The rows of a file of JSON Lines that the repository holds.
 * @throws UserError with `remedy` when the file is missing, or a row is not what it must be: then it names the line.
 */
export function committedRows<Row>(file: string, row: z.ZodType<Row>, remedy: string): Row[] {
  if (!existsSync(file)) throw new UserError(`${file} does not exist.\n${remedy}`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [row.parse(JSON.parse(line))];
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new UserError(`${file}, line ${index + 1}: ${cause}\n${remedy}`);
    }
  });
}
