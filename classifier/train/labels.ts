import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Category } from '../../src/model/categories.ts';
import { hashOf } from '../../src/model/canonical.ts';
import { riskLevels } from '../../src/model/risks.ts';
import { UserError } from '../../src/terminal/command.ts';
import { type Label, readLabels } from '../evaluate/labels.ts';

/** What a person says a tool is, without the tool's text: the committed form of a label. */
export const TrainingLabel = z.strictObject({
  source: z.string(),
  server: z.string(),
  tool: z.string(),
  /** SHA-256 of the canonical JSON of name, description and inputSchema as they were found. */
  hash: z.string().length(64),
  category: Category,
  risk: z.enum(riskLevels).nullable(),
  acceptable: z.array(Category),
});
export type TrainingLabel = z.infer<typeof TrainingLabel>;

/** The committed form of a label; null for one without a category. */
export function trainingLabel(label: Label): TrainingLabel | null {
  const { source, server, tool, category, risk, acceptable } = label;
  if (!category) return null;
  const { description = null, inputSchema = null } = label;
  return {
    source: source ?? 'unknown',
    server,
    tool,
    hash: hashOf({ name: tool, description, inputSchema }),
    category,
    risk: risk ?? null,
    acceptable: acceptable ?? [],
  };
}

const keyOf = ({ source, server, tool, hash }: TrainingLabel) => JSON.stringify([source, server, tool, hash]);

function isBefore(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Reads committed labels. @throws UserError that names file and line of one that is not valid. */
export function readTrainingLabels(file: string): TrainingLabel[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line === '') return [];
    try {
      return [TrainingLabel.parse(JSON.parse(line))];
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      throw new UserError(
        `${file}, line ${index + 1}: ${cause}\nRestore the file or take labels over again.`,
      );
    }
  });
}

/** The labelled texts of a folder: every file called `labels-*.jsonl`, in the order of their names. */
export function textsIn(folder: string): Label[] {
  const files = readdirSync(folder).filter((file) => /^labels-.*\.jsonl$/.test(file));
  if (files.length === 0)
    throw new UserError(
      `${folder}: no file is called labels-*.jsonl. Name the folder with the labelled texts.`,
    );
  return files.toSorted().flatMap((file) => readLabels(join(folder, file)));
}

/** Writes the committed form of labels, sorted, each once. Returns how many there are. */
export function writeTrainingLabels(file: string, texts: readonly Label[]): number {
  const labels = texts.map(trainingLabel).filter((label) => label !== null);
  const unique = new Map(labels.map((label) => [keyOf(label), label]));
  const sorted = [...unique].toSorted(([a], [b]) => isBefore(a, b)).map(([, label]) => label);
  writeFileSync(file, sorted.map((label) => `${JSON.stringify(label)}\n`).join(''));
  return sorted.length;
}

/**
 * Each committed label with its text, in the committed order.
 * @throws UserError when texts are missing, because other weights would come out.
 */
export function joined(labels: readonly TrainingLabel[], texts: readonly Label[]): [TrainingLabel, Label][] {
  const known = new Map<string, Label>();
  for (const text of texts) {
    const label = trainingLabel(text);
    if (label !== null) known.set(keyOf(label), text);
  }
  const pairs = labels.flatMap((label): [TrainingLabel, Label][] => {
    const text = known.get(keyOf(label));
    return text === undefined ? [] : [[label, text]];
  });
  const missing = labels.length - pairs.length;
  if (missing === 0) return pairs;
  throw new UserError(
    `The texts of ${missing} of ${labels.length} labels are not in the folder, so the same weights cannot come out.\nAdd them, or take over only the labels that are there with --adopt.`,
  );
}
