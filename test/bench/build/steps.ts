import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setEnvironmentData } from 'node:worker_threads';
import { claimedDigest, digestOf } from '../../../src/build/digests.ts';
import { openOutlines, outlineShard } from '../../../src/build/outlines.ts';
import { sharedOutlines } from '../../../src/build/shared-outlines.ts';
import type * as Program from '../../../src/build/program.ts';
import { type BuiltFile, twinOf } from '../../../src/build/records.ts';
import { openShard } from '../../../src/catalogue/lines.ts';
import { attackBase } from '../../../src/publishers/attack-base.ts';
import { keepParts, openParts } from '../../../src/publishers/parts.ts';
import { markdownTwin } from '../../../src/view/markdown/twin.ts';
import type { Step } from '../steps.ts';
import { mergePart, openPart, type SitePart, stageFile, toolPages } from './site-part.ts';

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
function startClock() {
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
type Clock = ReturnType<typeof startClock>;

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
    const { lent } = outlineShard({ catalogue, outlines }, shard, exposuresOf);
    took('outlines');
    keepParts(shard, parts, 'steps', lent);
    took('parts of publishers');
  }
}

const fileOf = (pathname: string): string =>
  pathname.endsWith('/') ? `${pathname.slice(1)}index.html` : pathname.slice(1);

/** Makes a file. A page that only leads on has no twin. */
async function makeFile(
  { address, record }: { address: Program.Address; record: BuiltFile },
  program: typeof Program,
  { part, name, clock: { took } }: { part: SitePart; name: string; clock: Clock },
): Promise<void> {
  const content = await program.contentOf(address);
  part.made.push(record.path);
  took(`${name}: make`, 1);
  stageFile(part, record.path, content);
  took(`${part.name}: write`);
  if (record.kind === 'file' || typeof content !== 'string' || content.includes('http-equiv="refresh"'))
    return;
  stageFile(part, twinOf(record.path), markdownTwin(content) ?? '');
  took(`${part.name}: twins`);
}

async function makeRoute(
  route: Program.Route,
  program: typeof Program,
  { part, clock }: { part: SitePart; clock: Clock },
): Promise<void> {
  const name = part.name === toolPages ? toolPages : route.data.route;
  const addresses = await program.addressesOf(route);
  clock.took(`${name}: list`);
  const planned = [...addresses.each()].map((address) => {
    const digest = digestOf(program.restsOn(address) ?? String(performance.now()));
    const kind = address.pathname.endsWith('/') ? 'page' : 'file';
    return { address, record: { path: fileOf(address.pathname), digest, kind } as const };
  });
  const changed = planned.filter(
    ({ record: { path, digest } }) => claimedDigest(part.known, path) !== digest,
  );
  for (const { record } of planned) part.records.push(record);
  clock.took(`${name}: plan`);
  for (const each of changed) await makeFile(each, program, { part, name, clock });
}

/**
 * Goes through a build step by step, without publishers. Keeps its records in the folder for the next one, which makes what changed. Pages
 * of tools come first, so that what every build needs before its first page is among their steps.
 */
async function steps(bench: StepsBench): Promise<Step[]> {
  const clock = startClock();
  outline(bench, clock);
  setEnvironmentData('outlines', sharedOutlines(join(bench.folder, 'outlines-steps')));
  clock.took('outlines in shared memory');
  const open = (name: string): SitePart => {
    const part = openPart(bench.folder, name);
    clock.took(`${name}: known digests`);
    return part;
  };
  const [tools, others] = [open(toolPages), open('other files')];
  const program = (await import(
    pathToFileURL(join(bench.program, 'code/program.mjs')).href
  )) as typeof Program;
  clock.took('program: code');
  const routes = Map.groupBy(program.routes(), ({ data }) => data.route === '/servers/[server]/[tool]');
  for (const [part, isOfTools] of [
    [tools, true],
    [others, false],
  ] as const) {
    for (const route of routes.get(isOfTools) ?? []) await makeRoute(route, program, { part, clock });
    mergePart(part);
    clock.took(`${part.name}: merge`);
  }
  return [...clock.steps.values()];
}

process.stdout.write(JSON.stringify(await steps({ catalogue, program: compiled, folder: work })));
