import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { parseCommand, UserError } from '../../src/terminal/command.ts';
import { aboutDays, days, passDay } from './grown/days.ts';
import { grownCatalogue } from './grown-catalogue.ts';
import { median, publishResults, removeLater, untilFailure, workFolder } from './results.ts';

/** Eleventy is installed when it is asked for, outside of the project's own packages. */
const eleventy = '@11ty/eleventy@3.1.7';

const command = {
  usage: 'npm run bench -- build [options]',
  summary: 'Builds catalogues of any size in several ways and prints what each takes.',
  options: {
    tools: { type: 'string', value: 'NUMBER', help: 'Tools of the catalogue (default 1000).' },
    rounds: { type: 'string', value: 'NUMBER', help: 'Rounds of the ways with pages only (default 3).' },
    peers: { type: 'boolean', help: 'Also build the whole site with astro build.' },
    folder: { type: 'string', value: 'DIR', help: 'Whole sites only, here: 400,000 tools need 40 GB.' },
  },
} as const;

/** What was seen beside these figures, and what is still to be done about them. */
const remarks = [
  'The bare writer and Eleventy read what each page shows, as JSON, and print it by the same functions of template strings, to the very bytes that our components make (checked page by page before). So do our components in the row that is given views: they come from the compiled site by the way of the build, which reads no catalogue then. The rows with views worked out begin at the catalogue: reading it, comparing every tool with the others, rules, policies and sentences are in their time.',
  'The processor time of a whole site contains the compiler, which is a process of its own; its peak memory stands in its own row.',
  'At 10,000 tools our full build took 98 s of processor time and 866 MB in one run on a busy machine, and 122 s and 1,237 MB before the compiler was a process of its own and small catalogues stayed in memory.',
  'Given views, our components took 3.3 s of processor time for 10,000 pages where the bare writer took 2.2 s and Eleventy 5.8 s (medians of three rounds in one run, load 17 to 25). Before components were put together as strings it was about 6.3 s, by the difference of two rows of an idle machine. Views cost more than pages: 7 s in the same rounds, about 11 s before tokens stood in the catalogue and schemas were read once for each tool.',
  '400,000 tools, the whole site, stand in build-site.md: 14 minutes in two threads, and five after 1 % changed.',
  'Not measured here: Hugo, which the machine does not have.',
  'At 2,000 tools a full build in two threads took 20.0 s of processor time where astro build took 16.5 s (one run), because both load libraries and outlines and compile the same code. So catalogues of at most 12 MB are made by one thread: 2,000 tools, pages only, take 9.0 s instead of 11.4 s, and 1 % of them 4.2 s instead of 5.8 s (load 10).',
  'Not reached: one per cent of changed tools in 0.05 of a full build: 0.27 at 400,000 tools where each tool changes by the same chance, 0.19 on a day of releases as measured (build-site.md). Step by step it stands in steps.md. What is left: all files of the 8 % of servers that have a changed tool, with their twins, outlines and parts, which hold a fifth to a quarter of all work; publishing, which takes as long as for all; planning all files.',
  'Tried for that and left: related tools found by the rarest words of a name first (0.102 instead of 0.117 ms a tool, but of a quarter of the milder tools another one) or among 30 instead of 60 (half of the milder ones lost), rows held in memory (4 of 8 microseconds a row), tags of a page read once (0 to 20 % of a twin).',
  'Tried for what is not in the pages: one thread for collecting garbage, no parallel scavenger, lazy compilation, and three times the room for young objects. None saved processor time (27.6 to 29.8 s against 28.3 s), and more room took 375 MB more.',
  'A catalogue of at most 48 MB is read once by each thread. Of a larger one lists read no tool: their rows stand in the outlines, and only pages of evidence and of attacks read those they show.',
  'At 100,000 tools, pages only, a full build took 880 s of processor time on a busy machine (load 10 to 15) while attacks still held their servers, and 1,579 MB; at 400,000 a thread holds 95 to 149 MB for itself, and what all threads know takes 141 MB once.',
] as const;

const Took = z.object({
  cpu: z.number(),
  wall: z.number(),
  megabytes: z.number(),
  pages: z.number(),
  publishing: z.number(),
});
type Took = z.infer<typeof Took>;

function run(way: string, catalogue: string, folder: string): Took {
  const words = ['test/bench/build/way.ts', way, catalogue, folder];
  // Who is given views reads no catalogue.
  const read = way.startsWith('ours-given') ? join(folder, 'no-catalogue') : catalogue;
  const env = { ...process.env, PLACARD_CATALOGUE: read };
  process.stderr.write(`${way} …\n`);
  const done = spawnSync(process.execPath, words, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new UserError(`${way} failed; its own words stand above.`);
  return Took.parse(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? ''));
}

function install(): void {
  const folder = resolve(locations.state, 'bench');
  if (existsSync(join(folder, 'node_modules', '@11ty'))) return;
  mkdirSync(folder, { recursive: true });
  const words = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', eleventy];
  if (spawnSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new UserError(`${eleventy}: npm could not install it; its own words stand above.`);
}

const row = (name: string, all: readonly Took[], floor: number): string[] => {
  const of = (figure: keyof Took): number => median(all.map((took) => took[figure]));
  return [
    name,
    of('cpu').toFixed(1),
    of('wall').toFixed(1),
    of('megabytes').toFixed(0),
    (of('cpu') / floor).toFixed(2),
  ];
};

/** The ways to make the tool pages, the floor first, and what each is given. */
const pageWays = {
  bare: 'tool pages: bare writer, given views as JSON, template strings',
  'ours-given': 'tool pages: ours, given views as JSON, one thread',
  'ours-given-two': 'tool pages: ours, given views as JSON, two threads',
  eleventy: 'tool pages: Eleventy 3.1.7, given views as JSON, the same templates',
  'worked-out': 'tool pages: the same templates, views worked out',
  ours: 'tool pages: ours, views worked out, one thread',
  'with-twins': 'tool pages: ours, with a Markdown twin of each',
} as const;

export type PageWay = keyof typeof pageWays;

/** Rows of these ways to make the tool pages, of which the first is the floor. */
export function pageRows(
  catalogue: string,
  folder: string,
  rounds: number,
  chosen = Object.keys(pageWays) as readonly PageWay[],
): string[][] {
  run('compile', catalogue, folder);
  run('prepare', catalogue, folder);
  const ways = chosen.map((way) => ({ way, name: pageWays[way], all: [] as Took[] }));
  for (let round = 0; round < rounds; round += 1)
    for (const { way, all } of ways) {
      all.push(run(way, catalogue, folder));
      rmSync(join(folder, way), { recursive: true, force: true });
    }
  const written = ways.flatMap(({ all }) => all.map(({ pages }) => pages));
  if (new Set(written).size > 1)
    throw new UserError(`The ways wrote different pages: ${written.join(', ')}.`);
  const floor = median(ways[0]?.all.map(({ cpu }) => cpu) ?? []);
  return ways.map(({ name, all }) => row(name, all, floor));
}

/** A build of a whole site, and what of its processor time went into pages and what into publishing, beside the same of the full build. */
function partRows(name: string, took: Took, full: Took): string[][] {
  const part = (what: string, cpu: number, ofFull: number): string[] => [
    ...[`of that: ${what}`, cpu.toFixed(1), '', ''],
    (cpu / ofFull).toFixed(3),
  ];
  return [
    row(name, [took], full.cpu),
    part('pages', took.cpu - took.publishing, full.cpu - full.publishing),
    part('publishing', took.publishing, full.publishing),
  ];
}

function* siteRows(catalogue: string, folder: string, hasPeers: boolean): Generator<string[]> {
  const full = run('parts', catalogue, folder);
  yield* partRows('whole site: ours, at most two threads', full, full);
  const compiling = run('compile', catalogue, folder);
  yield row('of that: compiling, a process of its own', [compiling], full.cpu);
  for (const day of days) {
    passDay(catalogue, day);
    yield* partRows(`whole site: ${day.name}`, run('parts', catalogue, folder), full);
  }
  yield row('whole site: nothing changed', [run('nothing', catalogue, folder)], full.cpu);
  run('forget', catalogue, folder);
  if (hasPeers) yield row('whole site: astro build', [run('astro', catalogue, folder)], full.cpu);
}

const aboutPages = (rounds: string): string =>
  `Ratios of processor time of tool pages: over the bare writer, medians of ${rounds} rounds in one run. `;

/** Measures the build of a grown catalogue; output goes to memory where the machine has a file system there. */
export function runBuild(words: readonly string[]): void {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { tools = '1000', rounds = '3', peers = false, folder } = given.values;
  if (folder === undefined) install();
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const root = workFolder(folder ?? memory, 'placard-bench');
  const catalogue = join(root, 'catalogue');
  try {
    writeCatalogue(catalogue, grownCatalogue(readCatalogue(locations.catalogue), { tools: Number(tools) }));
    const load = loadavg()[0] ?? 0;
    const pages = folder === undefined ? pageRows(catalogue, root, Number(rounds)) : [];
    const { items, stoppedBy } = untilFailure(siteRows(catalogue, root, peers));
    const where = folder === undefined ? 'in memory' : 'on disk';
    publishResults({
      name: folder === undefined ? 'build' : 'build-site',
      title: `Build of ${Number(tools).toLocaleString('en-GB')} tools`,
      about: `${folder === undefined ? aboutPages(rounds) : ''}Ratios of processor time of whole sites: over the same of our full build, one run; every way in a process of its own, start-up included, files ${where}. After the full build come days, one after the other. ${aboutDays} Load of the machine at the start: ${load.toFixed(1)}.`,
      columns: ['way', 'CPU s', 'wall s', 'peak MB', 'ratio'],
      rows: [...pages, ...items],
      ...(folder === undefined ? { remarks } : {}),
      stoppedBy,
    });
  } finally {
    removeLater(root);
  }
}
