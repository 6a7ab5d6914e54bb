import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** What a benchmark found: one row a thing measured, one column a figure, all of them text with its unit. */
export interface Results {
  /** The name it is asked for, and the name of its file. */
  name: string;
  title: string;
  /** What was measured, how, and what a figure means; Markdown. */
  about: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** What the figures do not say by themselves, such as a target that was missed; Markdown. */
  remarks?: readonly string[];
  /** What ended the measuring before its end. It is said beside what was measured until then. */
  stoppedBy?: Error | null;
}

const folder = 'test/bench/results';

function table({ columns, rows }: Results): string {
  const widths = columns.map((column, place) =>
    Math.max(3, column.length, ...rows.map((row) => (row[place] ?? '').length)),
  );
  const pad = (text: string, place: number): string => {
    const width = widths[place] ?? 0;
    return place === 0 ? text.padEnd(width) : text.padStart(width);
  };
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((_, place) => pad(cells[place] ?? '', place)).join(' | ')} |`;
  const rule = `| ${widths.map((width, place) => (place === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`;
}

/** A new folder to work in, of this name and more, in one that is made when it is not there. */
export function workFolder(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  return mkdtempSync(join(folder, `${name}-`));
}

/** All of the items, or those until making the next one failed, and with what. */
export function untilFailure<Item>(items: Iterable<Item>): { items: Item[]; stoppedBy: Error | null } {
  const had: Item[] = [];
  try {
    for (const item of items) had.push(item);
  } catch (error) {
    return { items: had, stoppedBy: error instanceof Error ? error : new Error(String(error)) };
  }
  return { items: had, stoppedBy: null };
}

/**
 * Prints what was found as a table, and keeps it in `test/bench/results/<name>.md`. Returns the file.
 * @throws what stopped the measuring, after that; before it when nothing was measured, so that the last results stay.
 */
export function publishResults(results: Results): string {
  const { stoppedBy = null } = results;
  if (stoppedBy !== null && results.rows.length === 0) throw stoppedBy;
  const printed = table(results);
  const ended = stoppedBy === null ? [] : [`Not measured to the end: ${stoppedBy.message}`];
  const remarks = [...ended, ...(results.remarks ?? [])].map((remark) => `- ${remark}`).join('\n');
  const parts = [`# ${results.title}`, results.about, `Machine: ${machine()}.`, printed, remarks];
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${results.name}.md`);
  writeFileSync(file, `${parts.filter((part) => part !== '').join('\n\n')}\n`);
  process.stdout.write(`${printed}\n${remarks === '' ? '' : `${remarks}\n`}Written to ${file}.\n`);
  if (stoppedBy !== null) throw stoppedBy;
  return file;
}

/** Removes a folder in a process that outlives this one: the two million files of a large site take minutes. */
export function removeLater(folder: string): void {
  const script = 'require("node:fs").rmSync(process.argv[1], { recursive: true, force: true })';
  spawn(process.execPath, ['-e', script, folder], { detached: true, stdio: 'ignore' }).unref();
}

/** The one in the middle; of an even number the higher of the two. NaN of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}
