import { spawnSync } from 'node:child_process';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { publishers } from '../../src/publishers/publishers.ts';
import { parseCommand, UserError } from '../../src/terminal/command.ts';
import { aboutDays, days, passDay } from './grown/days.ts';
import { grownCatalogue } from './grown-catalogue.ts';
import { publishResults, removeLater, untilFailure, workFolder } from './results.ts';

const command = {
  usage: 'npm run bench -- stages [options]',
  summary: 'Judges and publishes a catalogue of any size, stage by stage, and prints what each takes.',
  options: {
    tools: { type: 'string', value: 'NUMBER', help: 'Tools of the catalogue (default 10000).' },
    classify: { type: 'boolean', help: 'Also judge all of it, which takes longest.' },
    folder: { type: 'string', value: 'DIR', help: 'Where to work. Needs four times the catalogue.' },
  },
} as const;

/** What was seen beside these figures. */
const remarks = [
  'Before parts were kept as bytes, tokens stood in the catalogue and the search kept the words of each server, publishing took 406 s and 1,410 MB together, and 296 s after 1 % had changed (load 6.8): parts 168 and 71, api 39 and 35, search 84 and 87, bulk 83 and 77.',
  'What is left after a change by chance: of a server with a changed tool all is made again but what the search reads and what is checked, and such servers hold about 30 % of all tools; every file of an API list says how long the list is, so nearly all of them are written; of the bulk files about 8 s are rows put into SQLite, 4 s its index over words, 4 s its other indexes and 3 s Zstandard (profile).',
  'Tried for the bulk files and left: SQLite’s own pages written by ourselves (3 s less after 1 %, for 260 lines), the last file changed in place (its bytes would rest on its history), groups of Parquet with stable ends (nearly every page has a changed server), a larger cache.',
] as const;

const Took = z.object({ cpu: z.number(), wall: z.number(), megabytes: z.number(), files: z.number() });
type Took = z.infer<typeof Took>;

/** Runs a stage in a process of its own. */
function run(stage: string, root: string): Took {
  process.stderr.write(`${stage} …\n`);
  const done = spawnSync(process.execPath, ['test/bench/stages/stage.ts', stage, root], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new UserError(`${stage} failed: ${done.stderr.slice(-2000)}`);
  return Took.parse(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? ''));
}

const row = (name: string, { cpu, wall, megabytes, files }: Took): string[] => [
  name,
  ...[cpu.toFixed(1), wall.toFixed(1), megabytes.toFixed(0), files.toLocaleString('en-GB')],
];

/** All processor time and files, and the highest peak. */
const together = (all: readonly Took[]): Took => ({
  cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
  wall: all.reduce((sum, { wall }) => sum + wall, 0),
  megabytes: Math.max(...all.map(({ megabytes }) => megabytes)),
  files: all.reduce((sum, { files }) => sum + files, 0),
});

/** Parts of servers and every publisher, and all of them together. */
function* publishingRows(what: string, root: string): Generator<string[]> {
  const all: Took[] = [];
  for (const stage of ['parts', ...publishers.map(({ id }) => id)]) {
    const took = run(stage, root);
    all.push(took);
    yield row(`${what}: ${stage}`, took);
  }
  yield row(`${what}: together`, together(all));
}

function* judgingRows(root: string): Generator<string[]> {
  yield row('store: filled from the catalogue', run('fill', root));
  yield row('classify: first time', run('classify', root));
  yield row('classify: nothing changed', run('classify', root));
}

/** The stages of all of it, and those that come after each of the days. */
function* stageRows(root: string, catalogue: string, isJudged: boolean): Generator<string[]> {
  if (isJudged) yield* judgingRows(root);
  yield* publishingRows('all', root);
  for (const day of days) {
    passDay(catalogue, day);
    yield* publishingRows(day.name, root);
  }
}

/** Measures the stages between a store and a published site that are no pages. */
export function runStages(words: readonly string[]): void {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { tools = '10000', classify = false, folder = tmpdir() } = given.values;
  const root = workFolder(folder, 'placard-stages');
  const catalogue = join(root, 'catalogue');
  try {
    writeCatalogue(catalogue, grownCatalogue(readCatalogue(locations.catalogue), { tools: Number(tools) }));
    const load = loadavg()[0] ?? 0;
    const { items, stoppedBy } = untilFailure(stageRows(root, catalogue, classify));
    publishResults({
      name: 'stages',
      title: `Judging and publishing ${Number(tools).toLocaleString('en-GB')} tools`,
      about: `Every stage in a process of its own, start-up included, one run. \`parts\` is what publishers keep of each server, made once for all of them; the others are the publishers. Then come days, one after the other. ${aboutDays} Load of the machine at the start: ${load.toFixed(1)}.`,
      columns: ['stage', 'CPU s', 'wall s', 'peak MB', 'files written'],
      rows: items,
      remarks,
      stoppedBy,
    });
  } finally {
    removeLater(root);
  }
}
