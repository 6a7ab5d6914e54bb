import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { catalogueFolder } from '../../src/catalogue/folder.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import { exitCodes, parseCommand, UserError } from '../../src/terminal/command.ts';
import { launchBrowser } from '../site/browser.ts';
import { serve } from '../site/site.ts';

/** Lighthouse has 176 MB with all it brings, so it is installed when it is asked for. */
const lighthouse = { name: 'lighthouse', version: '13.5.0' } as const;

const command = {
  usage: 'npm run bench -- lighthouse [PATH...] [options]',
  summary: `Runs Lighthouse ${lighthouse.version} as a phone over pages of the built site in ${locations.site}.
Without a path: home, the server with the most tools, and its first tool. The exit code is 1 below 100.`,
  options: {
    runs: {
      type: 'string',
      value: 'NUMBER',
      help: 'Runs of each page; the scores are those of the worst (default 1).',
    },
  },
  positionals: true,
} as const;

const Result = z.object({
  lhr: z.object({
    categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
    audits: z.record(
      z.string(),
      z.object({ title: z.string(), score: z.number().nullable(), displayValue: z.string().optional() }),
    ),
  }),
});
const Lighthouse = z.object({
  default: z.custom<(url: string, flags: object) => Promise<unknown>>((value) => typeof value === 'function'),
});

const figures = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'total-byte-weight',
] as const;

async function load(): Promise<z.infer<typeof Lighthouse>['default']> {
  const folder = resolve(locations.lighthouse);
  const entry = join(folder, 'node_modules', lighthouse.name, 'core', 'index.js');
  if (!existsSync(entry)) {
    mkdirSync(folder, { recursive: true });
    const wanted = `${lighthouse.name}@${lighthouse.version}`;
    const words = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', wanted];
    if (spawnSync('npm', words, { stdio: 'inherit' }).status !== 0)
      throw new UserError(`${wanted}: npm could not install it; its own words stand above.`);
  }
  return Lighthouse.parse(await import(pathToFileURL(entry).href)).default;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

function defaultPaths(): string[] {
  const [largest] = readCatalogue(catalogueFolder()).sort((a, b) => b.tools.length - a.tools.length);
  const [tool] = largest?.tools ?? [];
  return [
    paths.home,
    ...(largest === undefined ? [] : [paths.server(largest.slug)]),
    ...(largest === undefined || tool === undefined ? [] : [paths.tool(largest.slug, tool.slug)]),
  ];
}

/** Prints one run. Returns the lowest of its scores. */
function report(path: string, result: unknown): number {
  const { categories, audits } = Result.parse(result).lhr;
  const scores = Object.entries(categories).map(
    ([name, { score }]) => [name, Math.round((score ?? 0) * 100)] as const,
  );
  const values = figures.map((name) => audits[name]?.displayValue ?? '?');
  process.stdout.write(
    `${path}\n  ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}\n  ${values.join(', ')}\n`,
  );
  for (const { title, score, displayValue = '' } of Object.values(audits))
    if (score !== null && score < 0.9) process.stdout.write(`  - ${title} ${displayValue}\n`);
  return Math.min(...scores.map(([, score]) => score));
}

/** Lighthouse over pages of the built site, one after the other. */
export async function runLighthouse(words: readonly string[]): Promise<void> {
  const given = parseCommand(command, words);
  if (given === null) return;
  if (!existsSync(join(locations.site, 'index.html')))
    throw new UserError(`${locations.site}: there is no built site. Run npm run build first.`);
  const run = await load();
  const port = await freePort();
  const { origin, server } = await serve(resolve(locations.site));
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  let lowest = 100;
  try {
    for (const path of given.positionals.length > 0 ? given.positionals : defaultPaths())
      for (let index = 0; index < Number(given.values.runs ?? 1); index += 1)
        lowest = Math.min(lowest, report(path, await run(`${origin}${path}`, { port, logLevel: 'error' })));
  } finally {
    await browser.close();
    server.close();
  }
  if (lowest < 100) process.exitCode = exitCodes.failed;
}
