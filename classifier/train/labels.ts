import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Category } from '../../src/model/categories.ts';
import { hashOf } from '../../src/model/canonical.ts';
import { JsonObject } from '../../src/model/json.ts';
import { riskLevels } from '../../src/model/risks.ts';
import { UserError } from '../../src/terminal/command.ts';
import { committedRows } from '../evaluate/committed-rows.ts';
import { type Label, readLabels } from '../evaluate/labels.ts';
import { byText } from '../../src/model/text-order.ts';

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
  /** Only where the tool was chosen because rules and model found it hard. */
  picked: z.literal(true).optional(),
});
export type TrainingLabel = z.infer<typeof TrainingLabel>;

/** What a label is about, without the label. */
function subjectIn({ source, server, tool, description = null, inputSchema = null }: Label) {
  return {
    source: source ?? 'unknown',
    server,
    tool,
    hash: hashOf({ name: tool, description, inputSchema }),
  };
}

/** The committed form of a label; null for one without a category. */
export function trainingLabel(label: Label): TrainingLabel | null {
  const { category, risk, acceptable, picked } = label;
  if (!category) return null;
  const known = { ...subjectIn(label), category, risk: risk ?? null, acceptable: acceptable ?? [] };
  return picked === true ? { ...known, picked } : known;
}

/** Where the text of a label was found, and what it was. */
type Located = Pick<TrainingLabel, 'source' | 'server' | 'tool' | 'hash'>;

const keyOf = ({ source, server, tool, hash }: Located) => JSON.stringify([source, server, tool, hash]);

function isBefore(a: string, b: string): number {
  return byText(a, b);
}

/** Reads committed labels. @throws UserError when there are none, or one is not valid: then it names the line. */
export const readTrainingLabels = (file: string): TrainingLabel[] =>
  committedRows(file, TrainingLabel, 'Restore the file, or take labels over from the texts with --adopt.');

/** A tool as a collection of definitions holds it. */
const Collected = z.object({
  source: z.string().nullish(),
  server: z.string().nullish(),
  name: z.string().min(1),
  description: z.string().nullish(),
  inputSchema: JsonObject.nullish().catch(null),
});

/** Where a folder may hold tools without labels, of which some are labelled elsewhere. */
const collection = 'tools.jsonl';

/** The tools of a folder's collection that the labels may be about; none where there is no collection. */
export function collectedIn(folder: string, labels: readonly Located[]): Label[] {
  const file = join(folder, collection);
  if (!existsSync(file)) return [];
  const wanted = new Set(labels.map(({ server, tool }) => JSON.stringify([server, tool])));
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line): Label[] => {
    if (line === '') return [];
    const { name, server, ...rest } = Collected.parse(JSON.parse(line));
    const isWanted = wanted.has(JSON.stringify([server, name]));
    return isWanted ? [{ ...rest, server: server ?? 'unnamed', tool: name }] : [];
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

/** Writes labels into a file beside those it holds, sorted, the newer of two on one tool. Returns how many there are. */
export function addTrainingLabels(file: string, texts: readonly Label[]): number {
  const kept = existsSync(file) ? readTrainingLabels(file) : [];
  const labels = [...kept, ...texts.map(trainingLabel).filter((label) => label !== null)];
  const unique = new Map(labels.map((label) => [keyOf(label), label]));
  const sorted = [...unique].toSorted(([a], [b]) => isBefore(a, b)).map(([, label]) => label);
  writeFileSync(file, sorted.map((label) => `${JSON.stringify(label)}\n`).join(''));
  return sorted.length;
}

/** A label as it is committed, and the text it is about. */
export interface Taught<Known extends Located = TrainingLabel> {
  label: Known;
  text: Label;
}

/**
 * Each committed label with its text out of a folder, in the committed order.
 * @throws UserError when texts are missing, because other weights would come out.
 */
export function taughtBy<Known extends Located>(labels: readonly Known[], folder: string): Taught<Known>[] {
  const known = new Map<string, Label>();
  for (const text of [...collectedIn(folder, labels), ...textsIn(folder)])
    known.set(keyOf(subjectIn(text)), text);
  const taught = labels.flatMap((label): Taught<Known>[] => {
    const text = known.get(keyOf(label));
    return text === undefined ? [] : [{ label, text }];
  });
  const missing = labels.length - taught.length;
  if (missing === 0) return taught;
  throw new UserError(
    `The texts of ${missing} of ${labels.length} labels are not in the folder, so the same weights cannot come out.\nAdd them, or name another file of labels with --labels.`,
  );
}
