import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { compileSite } from '../../src/build/compile.ts';
import { readCatalogue, streamCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { parseCommand, UserError } from '../../src/terminal/command.ts';
import { chance } from './grown/chance.ts';
import { changedCatalogue } from './grown/changes.ts';
import { grownCatalogue } from './grown-catalogue.ts';
import { publishResults } from './results.ts';

const command = {
  usage: 'npm run bench -- steps [options]',
  summary:
    'Goes through a build step by step in one thread, of all and of 1 % changed, and prints what each step takes.',
  options: {
    tools: { type: 'string', value: 'NUMBER', help: 'Tools of the catalogue (default 10000).' },
    folder: { type: 'string', value: 'DIR', help: 'Where to work. Needs 1 GB for 10,000 tools.' },
  },
} as const;

/** What one step of a build took: seconds of processor time, and how many files it made. */
const Step = z.object({ name: z.string(), cpu: z.number(), made: z.number() });
export type Step = z.infer<typeof Step>;

/** Runs the steps in a process of its own. */
function run(catalogue: string, program: string, root: string): Map<string, Step> {
  const done = spawnSync(process.execPath, ['test/bench/build/steps.ts', catalogue, program, root], {
    ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
    env: { ...process.env, PLACARD_CATALOGUE: catalogue },
  });
  if (done.status !== 0) throw new UserError('The steps failed; their own words stand above.');
  return new Map(
    z
      .array(Step)
      .parse(JSON.parse(done.stdout))
      .map((step) => [step.name, step]),
  );
}

/** The steps that take a hundredth of a build, those first that take most where 1 % changed; and all of them together. */
function rowsOf(whole: ReadonlyMap<string, Step>, part: ReadonlyMap<string, Step>): string[][] {
  const names = [...new Set([...whole.keys(), ...part.keys()])];
  const rows = names.map((name) => ({ name, all: whole.get(name), some: part.get(name) }));
  const sum = (steps: ReadonlyMap<string, Step>): number =>
    [...steps.values()].reduce((total, { cpu }) => total + cpu, 0);
  const row = (name: string, cpu: readonly number[], made: readonly number[]): string[] => [
    ...[name, ...cpu.map((seconds) => seconds.toFixed(2))],
    ...made.map((files) => files.toLocaleString('en-GB')),
  ];
  const isLarge = ({ all, some }: (typeof rows)[number]): boolean =>
    (all?.cpu ?? 0) > sum(whole) / 100 || (some?.cpu ?? 0) > sum(part) / 100;
  return [
    ...rows
      .filter(isLarge)
      .sort((a, b) => (b.some?.cpu ?? 0) - (a.some?.cpu ?? 0))
      .map(({ name, all, some }) =>
        row(name, [all?.cpu ?? 0, some?.cpu ?? 0], [all?.made ?? 0, some?.made ?? 0]),
      ),
    row('together', [sum(whole), sum(part)], []),
  ];
}

/** Measures the steps of a build, without merge and publishers. */
export async function runSteps(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { tools = '10000', folder = tmpdir() } = given.values;
  const root = mkdtempSync(join(folder, 'placard-steps-'));
  const program = resolve(locations.state, 'bench-steps');
  const [first, second] = [join(root, 'catalogue'), join(root, 'changed')];
  try {
    writeCatalogue(first, grownCatalogue(readCatalogue(locations.catalogue), { tools: Number(tools) }));
    writeCatalogue(second, changedCatalogue(streamCatalogue(first), chance('day'), 0.01));
    await compileSite(program);
    const load = loadavg()[0] ?? 0;
    const whole = run(first, program, root);
    publishResults({
      name: 'steps',
      title: `The steps of a build of ${Number(tools).toLocaleString('en-GB')} tools`,
      about: `Seconds of processor time in one thread, one run, without merge and publishers, of all files and of those to be made where 1 % of the tools changed. A route that is listed first reads the outlines. Load of the machine at the start: ${load.toFixed(1)}.`,
      columns: ['step', 'all, CPU s', '1 %, CPU s', 'all, made', '1 %, made'],
      rows: rowsOf(whole, run(second, program, root)),
    });
  } finally {
    for (const each of [root, program]) rmSync(each, { recursive: true, force: true });
  }
}
