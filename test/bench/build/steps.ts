import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setEnvironmentData } from 'node:worker_threads';
import { type Digests, digestOf, emptyDigests, noteDigest, notedDigest } from '../../../src/build/digests.ts';
import { openOutlines, outlineShard } from '../../../src/build/outlines.ts';
import type * as Program from '../../../src/build/program.ts';
import { type BuiltFile, readRecords, recordLine } from '../../../src/build/records.ts';
import { openShard } from '../../../src/catalogue/lines.ts';
import { attackBase } from '../../../src/publishers/attack-base.ts';
import { keepParts, openParts } from '../../../src/publishers/parts.ts';
import { markdownTwin } from '../../../src/view/markdown/twin.ts';
import type { Step } from '../steps.ts';

/**
 * The steps of a build one after the other in one thread, in a process of its own: `steps.ts CATALOGUE PROGRAM FOLDER`, where PROGRAM is the
 * compiled site and PLACARD_CATALOGUE names the same catalogue. Prints what each took as JSON.
 */
const [catalogue = '', compiled = '', work = ''] = process.argv.slice(2);

interface StepsBench {
  catalogue: string;
  /** The compiled site. */
  program: string;
  folder: string;
}

/** Notes what each step takes. `took`: everything since the last call was this step. */
function clock() {
  const steps = new Map<string, Step>();
  let before = process.cpuUsage();
  const took = (name: string, made = 0): void => {
    const { user, system } = process.cpuUsage(before);
    const step = steps.get(name) ?? { name, cpu: 0, made: 0 };
    steps.set(name, { name, cpu: step.cpu + (user + system) / 1e6, made: step.made + made });
    before = process.cpuUsage();
  };
  return { steps, took };
}
type Clock = ReturnType<typeof clock>;

function outline({ catalogue, folder }: StepsBench, { took }: Clock): void {
  const [outlines, parts] = [join(folder, 'outlines-steps'), join(folder, 'parts-steps')];
  mkdirSync(folder, { recursive: true });
  const shards = openOutlines(catalogue, outlines);
  openParts(parts, shards);
  const { exposuresOf } = attackBase();
  took('libraries of outlines and parts');
  for (const name of shards) {
    const shard = openShard(catalogue, name);
    took('shards: read, sums');
    outlineShard({ catalogue, outlines }, shard, exposuresOf);
    took('outlines');
    keepParts(shard, parts, 'steps');
    took('parts of publishers');
  }
}

const fileOf = (pathname: string): string =>
  pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1);

async function makeRoute(
  route: Program.Route,
  program: typeof Program,
  { known, folder, clock: { took } }: { known: Digests; folder: string; clock: Clock },
): Promise<BuiltFile[]> {
  const name = route.data.route;
  const addresses = await program.addressesOf(route);
  took(`${name}: list`);
  const planned = [...addresses.each()].map((address) => {
    const path = fileOf(address.pathname);
    const digest = digestOf(program.restsOn(address) ?? String(performance.now()));
    return { address, record: { path, digest, kind: 'page' } as const };
  });
  const changed = planned.filter(({ record: { path, digest } }) => notedDigest(known, path) !== digest);
  took(`${name}: plan`);
  for (const { address, record } of changed) {
    const content = await program.contentOf(address);
    took(`${name}: make`, 1);
    const file = join(folder, 'steps', record.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    took('write');
    if (typeof content !== 'string' || content.includes('http-equiv="refresh"')) continue;
    writeFileSync(`${file}.md`, markdownTwin(content) ?? '');
    took('twins');
  }
  return planned.map(({ record }) => record);
}

/** Goes through a build step by step, without merge and publishers. Keeps its records in the folder for the next one, which makes what changed. */
async function steps(bench: StepsBench): Promise<Step[]> {
  const its = clock();
  outline(bench, its);
  setEnvironmentData('outlines', join(bench.folder, 'outlines-steps'));
  const records = join(bench.folder, 'records-steps');
  const before = [...readRecords(records)];
  const known = emptyDigests(before.length);
  for (const record of before) noteDigest(known, record);
  its.took('known digests');
  const program = (await import(
    pathToFileURL(join(bench.program, 'code/program.mjs')).href
  )) as typeof Program;
  its.took('program: code');
  const all: BuiltFile[] = [];
  for (const route of program.routes())
    all.push(...(await makeRoute(route, program, { known, folder: bench.folder, clock: its })));
  writeFileSync(records, all.map(recordLine).join(''));
  its.took('records');
  return [...its.steps.values()];
}

process.stdout.write(JSON.stringify(await steps({ catalogue, program: compiled, folder: work })));
