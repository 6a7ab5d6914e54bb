import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locations } from '../../src/model/locations.ts';
import { parseCommand } from '../../src/terminal/command.ts';
import { toStandardError } from '../../src/terminal/progress.ts';
import { publishResults } from './results.ts';
import { peers } from './search/installed.ts';
import { askedKinds } from './search/queries.ts';
import { ownName, type Run } from './search/run.ts';

const command = {
  usage: 'npm run bench -- search [options]',
  summary:
    'Asks the search and four others the same questions over catalogues of several sizes, and writes what they found.',
  options: {
    sizes: { type: 'string', value: 'LIST', help: 'Numbers of tools (default 5000,31000,400000).' },
    each: { type: 'string', value: 'NUMBER', help: 'Questions of each kind (default 40).' },
    seed: { type: 'string', value: 'TEXT', help: 'Chooses the questions (default placard).' },
    minutes: { type: 'string', value: 'NUMBER', help: 'After how many a peer is stopped (default 10).' },
    seconds: { type: 'string', value: 'NUMBER', help: 'For how many a peer is asked (default 60).' },
    again: { type: 'boolean', help: 'Run also what an earlier run of this version has measured.' },
    only: { type: 'string', value: 'NAME', help: 'One engine, such as Placard.' },
  },
} as const;

const engines = [ownName, 'Fuse.js over everything', 'MiniSearch', 'FlexSearch', 'Pagefind'] as const;

/** The most tools that a peer is given which needs many minutes for more. */
const largest: Readonly<Record<string, number>> = { 'Fuse.js over everything': 31_000, Pagefind: 31_000 };

/** What an engine had done when it ended or its time was over, and the peak of making the index where that was said apart. */
function measure(words: readonly string[], minutes: number | undefined): Promise<Partial<Run>> {
  return new Promise((done) => {
    const child = fork(join(import.meta.dirname, 'search', 'run.ts'), words, {
      execArgv: ['--max-old-space-size=12000'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      ...(minutes === undefined ? {} : { timeout: minutes * 60_000 }),
    });
    let last: Partial<Run> = {};
    let peak: number | undefined;
    child.on('message', (message: Partial<Run>) => {
      if (message.kinds === undefined) peak = message.megabytes;
      else last = message;
    });
    child.on('close', () => {
      done(peak === undefined ? last : { ...last, megabytes: peak });
    });
  });
}

/** What an engine did, from an earlier run when that was kept: one over everything takes long. */
async function measured(
  words: readonly string[],
  minutes: number | undefined,
  isAgain: boolean,
): Promise<Partial<Run>> {
  const file = join(locations.searchPeers, `${words.join('-').replace(/[^\w-]/g, '_')}.json`);
  if (!isAgain && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Partial<Run>;
  const run = await measure(words, minutes);
  if (run.kinds === undefined) return run;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(run));
  return run;
}

const share = (some: number, of: number): string => (of === 0 ? '–' : (some / of).toFixed(2));
const kilobytes = (bytes: number | undefined): string =>
  bytes === undefined || Number.isNaN(bytes)
    ? '–'
    : `${(bytes / 1_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} kB`;

function percentiles(numbers: readonly number[], text: (number: number) => string): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
  return sorted.length === 0 ? '–' : [0.5, 0.95, 1].map((part) => text(at(part))).join(' / ');
}

function row(
  size: number,
  engine: string,
  {
    kinds,
    bytes = [],
    later = [],
    first = [],
    milliseconds = [],
    firstBytes,
    seconds,
    megabytes,
  }: Partial<Run>,
) {
  const found = askedKinds.map((kind) => {
    const { asked, one, ten } = kinds?.[kind] ?? { asked: 0, one: 0, ten: 0 };
    return asked === 0 ? '–' : `${share(one, asked)} / ${share(ten, asked)}`;
  });
  return [
    size.toLocaleString('en-GB'),
    engine,
    ...found,
    kilobytes(firstBytes),
    percentiles(bytes, (some) => (some / 1_000).toFixed(1)),
    percentiles(later, (some) => (some / 1_000).toFixed(1)),
    percentiles(first, (some) => some.toFixed(0)),
    percentiles(milliseconds, (some) => some.toFixed(1)),
    seconds === undefined ? 'not finished' : `${seconds.toFixed(1)} s`,
    megabytes === undefined ? '–' : `${Math.round(megabytes).toLocaleString('en-GB')} MB`,
  ];
}

const about = (
  each: number,
  seed: string,
): string => `Questions are made from the catalogue by a seed (${each} of each kind, seed “${seed}”): a name as it is, in another
spelling, cut off in its last word, in another order, two of its words with two of its server's, with one and with two slips of a finger,
three words of a description, and a part of a text that is not written in Latin letters. Each figure is the share of questions with a right
answer in first place / among the first ten. Right is a tool of the same name (for the cut-off name, too), that very tool where the server is
named, and a tool that has all the words where a description is asked for. Peers get names and queries as separate words. The catalogues are
grown from the real one.

“One-off” is what is fetched once: code and root here, the whole index (without code) for the others. “Bytes” are those of a first question
besides (median / 95th percentile / worst), in kB, with Brotli; “later bytes” those of the second to tenth question of one person. “First
results” are milliseconds on loopback from nothing but the code to the results. “Compute” is in the real browser for Placard and
Pagefind (Pagefind's includes its fetches) and in Node for the others, in milliseconds. Peers: ${Object.entries(
  peers,
)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')}.`;

/** Runs every engine over every catalogue, one after the other, each in a process of its own. */
export async function runSearch(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const {
    sizes = '5000,31000,400000',
    each = '40',
    seed = 'placard',
    minutes = '10',
    seconds = '60',
    only,
    again = false,
  } = given.values;
  const rows: string[][] = [];
  for (const size of sizes.split(',').map(Number))
    for (const engine of engines.filter(
      (name) => (only === undefined || name === only) && size <= (largest[name] ?? Infinity),
    )) {
      toStandardError(`${engine} over ${size.toLocaleString('en-GB')} tools …`);
      const most = engine === ownName ? undefined : Number(minutes);
      const run = await measured([engine, String(size), each, seed, seconds], most, again);
      rows.push(row(size, engine, run));
    }
  publishResults({
    name: 'search',
    title: 'Search',
    about: about(Number(each), seed),
    columns: [
      'tools',
      'engine',
      ...askedKinds,
      'one-off',
      'bytes',
      'later bytes',
      'first results',
      'compute',
      'index made in',
      'peak memory',
    ],
    rows,
    remarks: [
      'Fuse.js over everything and Pagefind are given 31,000 tools at most.',
      `A dash stands for what was not asked or not measured. A peer is asked for at most ${seconds} s a size, one question of each kind after the other; “not finished” says that it had no index after ${minutes} minutes. Ours is always asked everything.`,
    ],
  });
}
