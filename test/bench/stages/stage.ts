import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Digests, emptyDigests, noteDigest } from '../../../src/build/digests.ts';
import { appendLines } from '../../../src/build/lines.ts';
import { readRecords, recordLine } from '../../../src/build/records.ts';
import { stagedFiles } from '../../../src/build/staged-files.ts';
import { openShard } from '../../../src/catalogue/lines.ts';
import { streamCatalogue } from '../../../src/catalogue/read.ts';
import { shardNames } from '../../../src/catalogue/sums.ts';
import { digestOfParts, keepParts, keptParts, openParts } from '../../../src/publishers/parts.ts';
import { publishers } from '../../../src/publishers/publishers.ts';
import { openStore } from '../../../src/store/sqlite.ts';

/** `node stage.ts STAGE ROOT` goes through one stage in a process of its own and prints what it took as the last line. */
const [stage = '', root = ''] = process.argv.slice(2);
const at = (name: string): string => join(root, name);
const [catalogue, parts, site, store] = ['catalogue', 'parts', 'site', 'store.db'].map(at) as [
  string,
  string,
  string,
  string,
];

/** Puts the catalogue into a store, as a crawl does that has visited nobody. */
async function fill(): Promise<number> {
  const opened = await openStore(store);
  for (const server of streamCatalogue(catalogue)) await opened.takeOver(server);
  await opened.close();
  return 0;
}

async function classify(): Promise<number> {
  const options = ['--judge', 'model', '--store', store, '--catalogue', at('judged/catalogue')];
  process.argv = [process.execPath, 'classifier/cli.ts', ...options];
  await import('../../../classifier/cli.ts');
  return shardNames(at('judged/catalogue')).length;
}

function keep(): number {
  const shards = shardNames(catalogue);
  openParts(parts, shards);
  for (const name of shards) keepParts(openShard(catalogue, name), parts, 'bench');
  return shards.length;
}

/** The files that this publisher gave away before. */
function knownFiles(records: string): Digests {
  const known = [...readRecords(records)];
  const digests = emptyDigests(known.length);
  for (const record of known) noteDigest(digests, record);
  return digests;
}

function* pages(): Generator<string> {
  const dated = publishers.filter(({ id }) => id === 'sitemap').flatMap((one) => [...keptParts(parts, one)]);
  for (const days of dated as [path: string, day: string][][]) for (const [path] of days) yield path;
}

/** Publishes into the site, or, when it has been published before, beside it what is new. Returns how many files were written. */
async function publish(id: string): Promise<number> {
  const records = at(`records-${id}`);
  const isAgain = existsSync(records);
  const taken = stagedFiles(
    { folder: isAgain ? at('staging') : site, isTree: !isAgain },
    site,
    knownFiles(records),
  );
  const from = {
    ...{ catalogue, pages, site: new URL('https://placard.example'), ceiling: 'High' as const },
    digest: digestOfParts(parts),
  };
  for (const publisher of publishers.filter((one) => one.id === id))
    await publisher.publish({ ...from, parts: () => keptParts(parts, publisher) }, taken.files);
  rmSync(records, { force: true });
  appendLines(records, taken.records, recordLine);
  return taken.made.length;
}

const stages: Readonly<Record<string, () => number | Promise<number>>> = { fill, classify, parts: keep };

mkdirSync(root, { recursive: true });
const began = performance.now();
const files = await (stages[stage] ?? (() => publish(stage)))();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const took = {
  cpu: (userCPUTime + systemCPUTime) / 1e6,
  wall: (performance.now() - began) / 1e3,
  megabytes: maxRSS / 1024,
  files,
};
process.stdout.write(`\n${JSON.stringify(took)}\n`);
