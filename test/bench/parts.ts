import { rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { parseCommand, UserError } from '../../src/terminal/command.ts';
import { type Bench, digestsIn, openBench } from '../build/built.ts';
import { chance } from './grown/chance.ts';
import { changedCatalogue } from './grown/changes.ts';
import { releasedCatalogue } from './grown/releases.ts';
import { grownCatalogue } from './grown-catalogue.ts';
import { publishResults } from './results.ts';

const command = {
  usage: 'npm run bench -- parts [options]',
  summary: 'Builds a site in parts after random changes, and holds each against a whole build byte for byte.',
  options: {
    tools: { type: 'string', value: 'NUMBER', help: 'Tools of the catalogue (default 2500).' },
    rounds: { type: 'string', value: 'NUMBER', help: 'Sets of changes, one after the other (default 3).' },
    share: { type: 'string', value: 'SHARE', help: 'Tools that change in each, from 0 to 1 (default 0.01).' },
  },
} as const;

interface Took {
  /** Seconds of this process and its threads, without the compiler. */
  cpu: number;
  files: number;
  made: number;
}

async function timed({ quickly }: Bench): Promise<Took> {
  const before = process.cpuUsage();
  const { files, made } = await quickly();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, files, made };
}

async function build(bench: Bench, servers: readonly CatalogueServer[]): Promise<Took> {
  process.env.PLACARD_CATALOGUE = join(bench.root, 'catalogue');
  bench.publishCatalogue(servers);
  return timed(bench);
}

function differing(parts: Bench, whole: Bench): string[] {
  const [some, all] = [digestsIn(parts.site), digestsIn(whole.site)];
  return [...new Set([...Object.keys(some), ...Object.keys(all)])].filter((file) => some[file] !== all[file]);
}

async function round(
  name: string,
  servers: readonly CatalogueServer[],
  { parts, whole }: { parts: Bench; whole: Bench },
): Promise<string[]> {
  const part = await build(parts, servers);
  rmSync(join(whole.root, 'state'), { recursive: true, force: true });
  const all = await build(whole, servers);
  const files = differing(parts, whole);
  if (files.length > 0)
    throw new UserError(`Round ${name}: ${files.length} files differ: ${files.slice(0, 9).join(', ')}`);
  const figures = [all.files, part.made].map(String);
  return [name, ...figures, all.cpu.toFixed(1), part.cpu.toFixed(1), (part.cpu / all.cpu).toFixed(3), 'all'];
}

/** Measures builds in parts, and stops at the first byte that a whole build makes differently. */
export async function runParts(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { tools = '2500', rounds = '3', share = '0.01' } = given.values;
  const benches = {
    parts: openBench('https://placard.example'),
    whole: openBench('https://placard.example'),
  };
  try {
    const load = loadavg()[0] ?? 0;
    let servers = [...grownCatalogue(readCatalogue(locations.catalogue), { tools: Number(tools) })];
    await build(benches.parts, servers);
    const rows: string[][] = [];
    for (let number = 1; number <= Number(rounds); number += 1) {
      const draw = chance(`round ${number}`);
      servers = [...releasedCatalogue(changedCatalogue(servers, draw, Number(share)), draw, Number(share))];
      rows.push(await round(String(number), servers, benches));
    }
    publishResults({
      name: 'parts',
      title: `Builds in parts of ${Number(tools).toLocaleString('en-GB')} tools`,
      about: `After each set of changes (${100 * Number(share)} % of the tools, as many in releases, a tenth of that of the servers) the site is built in parts and as a whole, publishing included, and every file of both is compared. Processor time is that of the build's own process and threads; the compiler is another one and does not run again. Load of the machine at the start: ${load.toFixed(1)}.`,
      columns: [
        'changes',
        'files',
        'made in parts',
        'whole, CPU s',
        'in parts, CPU s',
        'ratio',
        'equal files',
      ],
      rows,
    });
  } finally {
    benches.parts.remove();
    benches.whole.remove();
  }
}
