import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { assess } from '../../classifier/assess.ts';
import { assessment, readLine } from '../../classifier/assess-line.ts';
import { decide } from '../../classifier/decide.ts';
import { chooseJudge } from '../../classifier/judges.ts';
import { openCase } from '../../classifier/judges/rules/case.ts';
import { read } from '../../classifier/signals/reading/reading.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import type { Subject } from '../../src/model/tool.ts';
import { exitCodes, UserError } from '../../src/terminal/command.ts';

/** How often everything is done after the first time. The least time counts: what else the machine does can only add to it. */
const rounds = 5;

/** Milliseconds that processors have worked for this process, on all its threads: what one core alone would have needed. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The catalogue's own tools, as lines that `placard assess` reads. */
function catalogueLines(): string[] {
  return readCatalogue(locations.catalogue).flatMap(({ name, tools }) =>
    tools.map(({ definition }) => JSON.stringify({ server: { name }, tool: definition })),
  );
}

/**
 * The lines of a file, each of which names a tool: others are refused in no time, and would be counted as rated.
 * @throws UserError when the file cannot be read, holds no line, or one that names no tool.
 */
export function toolLines(file: string): string[] {
  const form = 'Give it JSON Lines in the form that `placard assess --help` names.';
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`${file} cannot be read: ${cause}\n${form}`, exitCodes.usage);
  }
  const lines = text.split('\n');
  const readings = lines.map((line, index) => readLine({ number: index + 1, bytes: Buffer.from(line) }));
  if (readings.every((reading) => reading === null))
    throw new UserError(`${file} names no tools.\n${form}`, exitCodes.usage);
  for (const reading of readings)
    if (reading !== null && 'error' in reading)
      throw new UserError(
        `${file} names no tool in its line ${reading.number}: ${reading.error}\n${form}`,
        exitCodes.usage,
      );
  return lines.filter((_, index) => readings[index] !== null);
}

/** What `placard assess FILE` costs in milliseconds of one core, start-up left out. */
async function whole(file: string): Promise<number> {
  const { judge } = chooseJudge('model', {});
  const output = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const standardInput = Readable.from([]);
  const start = worked();
  await assess({ judge, file, standardInput, output, progress: () => undefined });
  return worked() - start;
}

type Stages = Record<'parsed' | 'taken apart' | 'signals' | 'judged' | 'decided' | 'printed', number>;

/** Milliseconds of each stage, one after the other over all tools. What a stage has found out, the next one knows. */
async function staged(lines: readonly string[]): Promise<Stages> {
  const { judge } = chooseJudge('model', {});
  const marks = [worked()];
  const mark = () => marks.push(worked());
  const subjects = lines.flatMap((text, index): Subject[] => {
    const line = readLine({ number: index + 1, bytes: Buffer.from(text) });
    return line !== null && 'subject' in line ? [line.subject] : [];
  });
  mark();
  for (const { tool } of subjects) read(tool);
  mark();
  for (const subject of subjects) openCase(subject);
  mark();
  const answers = await judge.judge(subjects);
  mark();
  const rated = subjects.flatMap((subject, index) => {
    const answer = answers[index];
    if (answer === undefined || 'unjudged' in answer) return [];
    return [{ subject, rating: decide(subject, answer.verdict, judge) }];
  });
  mark();
  for (const { subject, rating } of rated) assessment(subject, rating);
  mark();
  const took = (stage: number) => (marks[stage + 1] ?? 0) - (marks[stage] ?? 0);
  return {
    parsed: took(0),
    'taken apart': took(1),
    signals: took(2),
    judged: took(3),
    decided: took(4),
    printed: took(5),
  };
}

async function wholes(lines: readonly string[]): Promise<[first: number, least: number]> {
  const folder = mkdtempSync(join(tmpdir(), 'placard-assess-'));
  try {
    const file = join(folder, 'tools.jsonl');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const first = await whole(file);
    const later: number[] = [];
    for (let round = 0; round < rounds; round += 1) later.push(await whole(file));
    return [first, Math.min(...later)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printStages(stages: readonly Stages[], tools: number): void {
  const least = (name: keyof Stages) => Math.min(...stages.map((stage) => stage[name]));
  const names = Object.keys(stages[0] ?? {}) as (keyof Stages)[];
  const total = names.reduce((sum, name) => sum + least(name), 0);
  for (const name of names) {
    const microseconds = Math.round((least(name) / tools) * 1000);
    const share = Math.round((least(name) / total) * 100);
    process.stdout.write(`  ${name.padEnd(12)} ${microseconds} µs a tool, ${share} %\n`);
  }
}

/**
 * Prints how many tools and megabytes `placard assess` rates in a second of one core, in the first run of a process and
 * in later ones, and which share of the time each stage takes. Of the catalogue's tools, or of a file of JSON Lines.
 */
export async function runAssessBench([file]: readonly string[]): Promise<void> {
  const lines = file === undefined ? catalogueLines() : toolLines(file);
  const [first, least] = await wholes(lines);
  const stages: Stages[] = [];
  for (let round = 0; round < rounds; round += 1) stages.push(await staged(lines));
  const pace = (milliseconds: number) => Math.round((lines.length / milliseconds) * 1000);
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  process.stdout.write(
    `${lines.length} tools of ${Math.round(bytes / lines.length)} bytes on average: ${pace(least)} tools and ${(bytes / least / 1000).toFixed(2)} MB in a second of one core, the best of ${rounds} runs; ${pace(first)} tools in the first run of a process.\n`,
  );
  printStages(stages, lines.length);
}
