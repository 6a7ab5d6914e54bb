import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'astro';
import { buildSite } from '../../../src/build/build-site.ts';
import { compileSite } from '../../../src/build/compile.ts';
import { forgetBuild } from '../../../src/build/places.ts';
import type * as Program from '../../../src/build/program.ts';
import { fingerprint } from '../../../src/commands/fingerprint.ts';
import { readAttacks } from '../../../src/catalogue/attacks.ts';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { exposures } from '../../../src/model/exposure.ts';
import { locations } from '../../../src/model/locations.ts';
import { publishParts } from '../../../src/publishers/publish.ts';
import { neighbours } from '../../../src/view/related.ts';
import { toolPage } from '../../../src/view/tool-page.ts';
import { listed } from '../../../src/view/tool-row.ts';

/**
 * One way to build, in a process of its own: `way.ts WAY CATALOGUE FOLDER`. Prints what it took as JSON. PLACARD_CATALOGUE names the same
 * catalogue. What `prepare` leaves in the folder, the other ways with pages read.
 */
const [way = '', catalogue = '', folder = ''] = process.argv.slice(2);
const prepared = join(folder, 'pages.jsonl');
const program = resolve(locations.state, 'bench-program');

function write(path: string, content: Uint8Array | string): void {
  const file = join(folder, way, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function toolPages(): Promise<[typeof Program, Program.Addresses]> {
  const compiled = (await import(pathToFileURL(join(program, 'code/program.mjs')).href)) as typeof Program;
  const route = (await compiled.routes()).find(({ data }) => data.route === '/servers/[server]/[tool]');
  if (route === undefined) throw new Error('There is no route for the pages of tools.');
  return [compiled, await compiled.addressesOf(route)];
}

async function compile(): Promise<void> {
  rmSync(program, { recursive: true, force: true });
  await compileSite(program);
}

/** The HTML of every tool page, which the ways without templates write as it is. */
async function prepare(): Promise<void> {
  await compile();
  const [compiled, addresses] = await toolPages();
  const lines: string[] = [];
  for (const address of addresses.each())
    lines.push(JSON.stringify([address.pathname, await compiled.contentOf(address)]));
  writeFileSync(prepared, lines.join('\n'));
}

const preparedPages = (): [path: string, html: string][] =>
  readFileSync(prepared, 'utf8')
    .split('\n')
    .map((line) => JSON.parse(line) as [string, string]);

/** What every way has to do: work out what each page shows. */
function views(): void {
  const tools = listed(readCatalogue(catalogue));
  const around = {
    neighboursOf: neighbours(tools),
    exposuresOf: exposures(readAttacks(locations.attacks)),
  };
  for (const { server, tool } of tools) toolPage(server, tool, around);
}

function bare(): Promise<void> {
  views();
  for (const [path, html] of preparedPages()) write(`${path}index.html`, html);
  return Promise.resolve();
}

async function rendered(): Promise<void> {
  const [compiled, addresses] = await toolPages();
  for (const address of addresses.each())
    write(`${address.pathname}index.html`, await compiled.contentOf(address));
}

async function eleventy(): Promise<void> {
  views();
  const entry = resolve(locations.state, 'bench/node_modules/@11ty/eleventy/src/Eleventy.js');
  const { Eleventy } = (await import(pathToFileURL(entry).href)) as {
    Eleventy: new (input: string, output: string, options: object) => { write(): Promise<unknown> };
  };
  const input = join(folder, 'eleventy-input');
  mkdirSync(input, { recursive: true });
  writeFileSync(
    join(input, 'tool.11ty.cjs'),
    `const { readFileSync } = require('node:fs');
const lines = readFileSync(${JSON.stringify(prepared)}, 'utf8').split('\\n');
const pages = new Map(lines.map((line) => JSON.parse(line)));
exports.data = {
  list: [...pages.keys()],
  pagination: { data: 'list', size: 1, alias: 'path' },
  permalink: ({ path }) => path + 'index.html',
};
exports.render = ({ path }) => pages.get(path);
`,
  );
  await new Eleventy(input, join(folder, way), { quietMode: true }).write();
}

const state = join(folder, 'state');

const inParts = () =>
  buildSite({
    ...{ site: join(folder, 'site'), state, catalogue, threads: 2 },
    ...{ templates: 'bench', everything: fingerprint([catalogue]) },
    publish: (files, pages, kept) => publishParts({ catalogue, site: undefined, pages }, kept, files),
  });

const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  ...{ prepare, bare, rendered, eleventy, parts: inParts },
  astro: () => build({ outDir: resolve(program, 'astro'), logLevel: 'error' }),
  compile,
  forget: () => {
    forgetBuild(state);
    return Promise.resolve();
  },
  nothing: () => Promise.resolve(fingerprint([catalogue])),
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
  /** Pages that the ways with tool pages wrote. */
  pages: globSync('servers/*/*/index.html', { cwd: join(folder, way) }).length,
};
process.stdout.write(`${JSON.stringify(took)}\n`);
