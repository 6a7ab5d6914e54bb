import { z } from 'zod';
import { paths } from '../model/paths.ts';
import { Ability, type Format, Support } from '../policy/format.ts';
import { capabilities, isTried } from '../policy/matrix.ts';
import { proofSentence } from '../view/policy-words.ts';
import { placeOf, twins } from './entry.ts';

/** A format that policies can be had in, and what it can do. The twin of its page. */
export const FormatRecord = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  ...twins,
  isTried: z.boolean().describe('Whether a program, a parser or a schema took our exports.'),
  abilities: z.array(
    z.object({
      ability: Ability,
      support: Support.describe('By the program itself, only with Placard’s guard in front, or not at all.'),
      proof: z
        .string()
        .nullable()
        .describe('How that was proved, as a sentence; null where the ability is not there.'),
    }),
  ),
  notes: z.array(z.string()).describe('Traps that a reader must know.'),
  source: z.object({ url: z.url(), dated: z.string() }),
});
export type FormatRecord = z.infer<typeof FormatRecord>;

/** Every format: the twin of their page. */
export const FormatIndex = z.object({ ...twins, formats: z.array(FormatRecord) });
export type FormatIndex = z.infer<typeof FormatIndex>;

/** The record of one format. */
export function formatRecord(format: Format): FormatRecord {
  const { id, name, summary, notes, source } = format;
  return {
    ...{ id, name, summary, ...placeOf(paths.format(id)), isTried: isTried(format) },
    abilities: capabilities(format).map(({ ability, support, proof }) => ({
      ability,
      support,
      proof: proof === null ? null : proofSentence(proof),
    })),
    notes: [...notes],
    source: { ...source },
  };
}

/** The records of all formats, in the order of the pages. */
export function formatIndex(formats: readonly Format[]): FormatIndex {
  return { ...placeOf(paths.formats), formats: formats.map(formatRecord) };
}
