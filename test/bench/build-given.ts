import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { locations } from '../../src/model/locations.ts';
import { parseCommand } from '../../src/terminal/command.ts';
import { pageRows } from './build.ts';
import { grownCatalogue } from './grown-catalogue.ts';
import { publishResults } from './results.ts';

const command = {
  usage: 'npm run bench -- build-given [options]',
  summary: 'Makes the tool pages of catalogues of any size from given views, beside the bare writer.',
  options: {
    tools: { type: 'string', value: 'NUMBER', help: 'Tools (default 1000); 400,000 need 12 GB in memory.' },
    rounds: { type: 'string', value: 'NUMBER', help: 'Rounds (default 1).' },
  },
} as const;

/** Measures the ways that hold one page at a time; output goes to memory where the machine has a file system there. */
export function runBuildGiven(words: readonly string[]): void {
  const given = parseCommand(command, words);
  if (given === null) return;
  const { tools = '1000', rounds = '1' } = given.values;
  const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'placard-bench-'));
  const catalogue = join(root, 'catalogue');
  try {
    writeCatalogue(catalogue, grownCatalogue(readCatalogue(locations.catalogue), { tools: Number(tools) }));
    const load = loadavg()[0] ?? 0;
    const rows = pageRows(catalogue, root, Number(rounds), ['bare', 'ours-given', 'ours-given-two']);
    publishResults({
      name: 'build-given',
      title: `Tool pages of ${Number(tools).toLocaleString('en-GB')} tools from given views`,
      about: `Ratios of processor time over the bare writer, medians of ${rounds} rounds in one run; every way in a process of its own, start-up included, files in memory. Load of the machine at the start: ${load.toFixed(1)}.`,
      columns: ['way', 'CPU s', 'wall s', 'peak MB', 'ratio'],
      rows,
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
