import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { compileSite } from '../../src/build/compile.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { parseCommand, UserError } from '../../src/terminal/command.ts';
import { toolPages } from './build/site-part.ts';
import { aboutDays, days, passDay } from './grown/days.ts';
import { grownCatalogue } from './grown-catalogue.ts';
import { publishResults, removeLater, untilFailure, workFolder } from './results.ts';

const command = {
  usage: 'npm run bench -- steps [options]',
  summary:
    'Goes through a build step by step in one thread, of all files and of those that a day changes, and prints what each step takes.',
  options: {
    tools: { type: 'string', value: 'NUMBER', help: 'Tools of the catalogue (default 10000).' },
    folder: { type: 'string', value: 'DIR', help: 'Where to work. Needs 1 GB for 10,000 tools.' },
  },
} as const;

/** What one step of a build took: seconds of processor time, and how many files it made. */
const Step = z.object({ name: z.string(), cpu: z.number(), made: z.number() });
export type Step = z.infer<typeof Step>;
type Steps = ReadonlyMap<string, Step>;

/** Runs the steps in a process of its own. */
function run(catalogue: string, program: string, root: string): Steps {
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

/** What a build of nothing but tool pages does as well. */
const neededByAll = new Set([
  'libraries of outlines and parts',
  'shards: read, sums',
  'outlines',
  'outlines in shared memory',
  'program: code',
]);
const isOfToolPages = ({ name }: Step): boolean => neededByAll.has(name) || name.startsWith(`${toolPages}: `);

function sum(steps: Steps, isMeant: (step: Step) => boolean): Step {
  const meant = [...steps.values()].filter(isMeant);
  const add = (figure: 'cpu' | 'made'): number => meant.reduce((total, step) => total + step[figure], 0);
  return { name: '', cpu: add('cpu'), made: add('made') };
}

/** Seconds and files of all, and of each day seconds, what they are of those of all, and files. */
const row = (name: string, all: Step | undefined, changed: readonly (Step | undefined)[]): string[] => [
  name,
  ...[(all?.cpu ?? 0).toFixed(2), (all?.made ?? 0).toLocaleString('en-GB')],
  ...changed.flatMap((step) => [
    (step?.cpu ?? 0).toFixed(2),
    all === undefined ? '' : ((step?.cpu ?? 0) / all.cpu).toFixed(3),
    (step?.made ?? 0).toLocaleString('en-GB'),
  ]),
];

/** The steps that take a hundredth of a build, those first that take most on the first day; and together those of tool pages, and all. */
function rowsOf(all: Steps, changed: readonly Steps[]): string[][] {
  const names = [...new Set([all, ...changed].flatMap((steps) => [...steps.keys()]))];
  const isLarge = (name: string): boolean =>
    [all, ...changed].some((steps) => (steps.get(name)?.cpu ?? 0) > sum(steps, () => true).cpu / 100);
  const onFirstDay = (name: string): number => changed[0]?.get(name)?.cpu ?? 0;
  const total = (name: string, isMeant: (step: Step) => boolean): string[] =>
    row(
      name,
      sum(all, isMeant),
      changed.map((steps) => sum(steps, isMeant)),
    );
  return [
    ...names
      .filter(isLarge)
      .sort((a, b) => onFirstDay(b) - onFirstDay(a))
      .map((name) =>
        row(
          name,
          all.get(name),
          changed.map((steps) => steps.get(name)),
        ),
      ),
    total('tool pages alone, with what every build does', isOfToolPages),
    total('together', () => true),
  ];
}

/** What the steps take of all files, and then of those of each day. */
function* measured(catalogue: string, program: string, root: string): Generator<Steps> {
  yield run(catalogue, program, root);
  for (const day of days) {
    passDay(catalogue, day);
    yield run(catalogue, program, root);
  }
}

/** Measures the steps of a build, without publishers. */
export async function runSteps(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { tools = '10000', folder = tmpdir() } = given.values;
  const root = workFolder(folder, 'placard-steps');
  const program = resolve(locations.state, 'bench-steps');
  const catalogue = join(root, 'catalogue');
  try {
    writeCatalogue(catalogue, grownCatalogue(readCatalogue(locations.catalogue), { tools: Number(tools) }));
    await compileSite(program);
    const load = loadavg()[0] ?? 0;
    const { items, stoppedBy } = untilFailure(measured(catalogue, program, root));
    const [all = new Map<string, Step>(), ...changed] = items;
    publishResults({
      name: 'steps',
      title: `The steps of a build of ${Number(tools).toLocaleString('en-GB')} tools`,
      about: `Seconds of processor time in one thread, one run, without publishers, of all files and of those to be made after days, one after the other. ${aboutDays} Pages of tools come first and read the outlines. Load of the machine at the start: ${load.toFixed(1)}.`,
      columns: [
        'step',
        'all, CPU s',
        'made',
        ...days.flatMap(({ name }) => [`${name}, CPU s`, 'over all', 'made']),
      ],
      rows: rowsOf(all, changed),
      stoppedBy,
    });
  } finally {
    rmSync(program, { recursive: true, force: true });
    removeLater(root);
  }
}
