import { Readable, Writable } from 'node:stream';
import { assess } from '../../classifier/assess.ts';
import { assessment, ratedAs, readLine } from '../../classifier/assess-line.ts';
import { decide } from '../../classifier/decide.ts';
import { chooseJudge } from '../../classifier/judges.ts';
import { openCase } from '../../classifier/judges/rules/case.ts';
import { read } from '../../classifier/signals/reading/reading.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import type { Subject } from '../../src/model/tool.ts';

/** How often everything is done. The fastest time counts: what else the machine does can only make it slower. */
const rounds = 5;

/** The catalogue's own tools, as lines that `placard assess` reads. */
function catalogueLines(): string[] {
  return readCatalogue(locations.catalogue).flatMap(({ name, tools }) =>
    tools.map(({ definition }) => JSON.stringify({ server: { name }, tool: definition })),
  );
}

async function whole(lines: readonly string[]): Promise<number> {
  const { judge } = chooseJudge('model', {});
  const standardInput = Readable.from([Buffer.from(`${lines.join('\n')}\n`)]);
  const output = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const start = performance.now();
  await assess({ judge, file: '-', standardInput, output, progress: () => undefined });
  return performance.now() - start;
}

type Stages = Record<'parsed' | 'taken apart' | 'signals' | 'judged' | 'decided' | 'printed', number>;

/** Milliseconds of each stage, one after the other over all tools. What a stage has found out, the next one knows. */
async function staged(lines: readonly string[]): Promise<Stages> {
  const { judge } = chooseJudge('model', {});
  const marks = [performance.now()];
  const mark = () => marks.push(performance.now());
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
    return [{ subject, rating: ratedAs(subject, decide(subject, answer.verdict, judge)) }];
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

/** Prints how many tools and megabytes `placard assess` rates a second on one core, and which share of the time each stage takes. */
export async function runAssessBench(): Promise<void> {
  const lines = catalogueLines();
  const wholes: number[] = [];
  const stages: Stages[] = [];
  for (let round = 0; round < rounds; round += 1) {
    wholes.push(await whole(lines));
    stages.push(await staged(lines));
  }
  const pace = Math.round((lines.length / Math.min(...wholes)) * 1000);
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  const megabytes = (bytes / Math.min(...wholes) / 1000).toFixed(2);
  const each = Math.round(bytes / lines.length);
  process.stdout.write(
    `${lines.length} tools of ${each} bytes on average: ${pace} tools and ${megabytes} MB a second, the fastest of ${rounds} rounds.\n`,
  );
  const fastest = (name: keyof Stages) => Math.min(...stages.map((stage) => stage[name]));
  const names = Object.keys(stages[0] ?? {}) as (keyof Stages)[];
  const total = names.reduce((sum, name) => sum + fastest(name), 0);
  for (const name of names) {
    const microseconds = Math.round((fastest(name) / lines.length) * 1000);
    const share = Math.round((fastest(name) / total) * 100);
    process.stdout.write(`  ${name.padEnd(12)} ${microseconds} µs a tool, ${share} %\n`);
  }
}
