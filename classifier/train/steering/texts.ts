import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SignalId } from '../../../src/model/signals.ts';
import { UserError } from '../../../src/terminal/command.ts';

/** What hostile texts are after, and by which signal that is told. */
export const families = {
  handover: 'exfil-parameter',
  errand: 'instructs-agent',
  obedience: 'instructs-agent',
  override: 'instructs-agent',
  diversion: 'instructs-agent',
  secrecy: 'secrecy-wording',
  precedence: 'forced-precedence',
  rater: 'classifier-directed',
  sidedeed: 'name-description-mismatch',
  ware: 'attack-technique',
} as const satisfies Record<string, SignalId>;

export type Family = keyof typeof families;

/** One to three sentences as they might stand in a definition, written for this: hostile, or honest with the same words. */
const Line = z.strictObject({
  label: z.enum(['hostile', 'honest']),
  /** Only where it is not English. */
  language: z.string().length(2).optional(),
  text: z.string().min(1),
});

/** The same, and what the hostile ones beside it are after. */
export interface SteeringText extends z.infer<typeof Line> {
  family: Family;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be read: ${cause}\nName a folder with a file for each family.`);
  }
}

function textsOf(folder: string, family: Family): SteeringText[] {
  const file = join(folder, `${family}.jsonl`);
  return linesOf(file).flatMap((line, index): SteeringText[] => {
    if (line === '') return [];
    try {
      return [{ ...Line.parse(JSON.parse(line)), family }];
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new UserError(`${file}, line ${index + 1}: ${cause}\nRestore the file: git checkout -- ${file}`);
    }
  });
}

/** The committed texts, one file a family. @throws UserError that names the file that cannot be read, or file and line of the first text that is not valid. */
export const readSteeringTexts = (folder: string): SteeringText[] =>
  (Object.keys(families) as Family[]).flatMap((family) => textsOf(folder, family));
