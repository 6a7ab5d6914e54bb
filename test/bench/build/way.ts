import { globSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { locations } from '../../../src/model/locations.ts';

/**
 * One way to build, in a process of its own that loads no more than the way needs: `way.ts WAY CATALOGUE FOLDER`. Prints what it took as
 * JSON. PLACARD_CATALOGUE names the same catalogue. What `prepare` leaves in the folder, the ways that are given views read.
 */
const [way = '', catalogue = '', folder = ''] = process.argv.slice(2);
const program = resolve(locations.state, 'bench-program');
const state = join(folder, 'state');
const bench = { catalogue, program, prepared: join(folder, 'prepared'), to: join(folder, way) };

async function compile(): Promise<void> {
  const { compileSite } = await import('../../../src/build/compile.ts');
  rmSync(program, { recursive: true, force: true });
  await compileSite(program);
}

/** Seconds of processor time that publishing took, which is no page. */
let publishing = 0;

async function inParts(): Promise<void> {
  const { buildSite } = await import('../../../src/build/build-site.ts');
  const { threadsUpTo } = await import('../../../src/build/threads.ts');
  const { publishParts } = await import('../../../src/publishers/publish.ts');
  const { fingerprint } = await import('../../../src/commands/fingerprint.ts');
  await buildSite({
    ...{ site: join(folder, 'site'), state, catalogue, threads: threadsUpTo(2) },
    ...{ templates: 'bench', everything: fingerprint([catalogue]) },
    async publish(files, pages, kept) {
      const before = process.cpuUsage();
      await publishParts({ catalogue, site: undefined, pages }, kept, files);
      const { user, system } = process.cpuUsage(before);
      publishing = (user + system) / 1e6;
    },
  });
}

const plain = () => import('./plain-pages.ts');
const compiled = () => import('./compiled-pages.ts');
const views = () => import('./tool-pages.ts');

const ways: Readonly<Record<string, () => unknown>> = {
  prepare: async () => (await views()).prepare(bench),
  bare: async () => {
    (await plain()).given(bench);
  },
  'worked-out': async () => (await views()).workedOut(bench),
  ours: async () => (await compiled()).ours(bench),
  'ours-given': async () => (await compiled()).oursGiven(bench),
  'ours-given-two': async () => (await compiled()).oursGivenTwice(bench),
  'with-twins': async () => (await views()).oursWithTwins(bench),
  eleventy: async () => (await plain()).eleventy(bench),
  ...{ compile, parts: inParts },
  astro: async () => {
    const { build } = await import('astro');
    await build({ outDir: resolve(program, 'astro'), logLevel: 'error' });
  },
  forget: async () => {
    (await import('../../../src/build/places.ts')).forgetBuild(state);
  },
  nothing: async () => (await import('../../../src/commands/fingerprint.ts')).fingerprint([catalogue]),
};

/** Seconds of processor time of the processes that this one started, in hundredths; not told by any other system than Linux. */
function childSeconds(): number {
  if (process.platform !== 'linux') return NaN;
  const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  const [user = NaN, system = NaN] = fields.split(' ').slice(13, 15).map(Number);
  return (user + system) / 100;
}

const began = performance.now();
await ways[way]?.();
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const took = {
  cpu: (userCPUTime + systemCPUTime) / 1e6 + childSeconds(),
  wall: (performance.now() - began) / 1e3,
  megabytes: maxRSS / 1024,
  publishing,
  /** Pages that the ways with tool pages wrote. */
  pages: globSync('servers/*/*/index.html', { cwd: join(folder, way) }).length,
};
process.stdout.write(`${JSON.stringify(took)}\n`);
