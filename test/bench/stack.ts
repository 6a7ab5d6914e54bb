import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { catalogueFolder } from '../../src/catalogue/folder.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { locations } from '../../src/model/locations.ts';
import { paths } from '../../src/model/paths.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { parseCommand, UserError } from '../../src/terminal/command.ts';
import { launchBrowser } from '../site/browser.ts';
import { serve } from '../site/site.ts';
import { paste } from '../site/stack-page.ts';
import { median, publishResults } from './results.ts';

const command = {
  usage: 'npm run bench -- stack [options]',
  summary: `Pastes a configuration of 12 servers with about 900 tools into /stack/ of the site in ${locations.site}, in a real browser.`,
  options: { runs: { type: 'string', value: 'NUMBER', help: 'Default: 7.' } },
} as const;

const wanted = { servers: 12, tools: 900 };

/** Twelve servers that are next to each other by size, those that come nearest to as many tools as wanted. */
function chosen(servers: readonly CatalogueServer[]): CatalogueServer[] {
  const ranked = servers.toSorted((a, b) => b.tools.length - a.tools.length);
  const distance = (some: readonly CatalogueServer[]): number =>
    Math.abs(some.reduce((sum, { tools }) => sum + tools.length, 0) - wanted.tools);
  const runs = ranked.map((_, start) => ranked.slice(start, start + wanted.servers));
  return runs.sort((a, b) => distance(a) - distance(b))[0] ?? [];
}

function configurationOf(servers: readonly CatalogueServer[]): string {
  const entries = servers.map(({ slug, packages }): [string, { command: string; args: string[] }] => [
    slug.slice(0, 20),
    { command: 'npx', args: ['-y', packages[0]?.name ?? slug] },
  ]);
  return JSON.stringify({ mcpServers: Object.fromEntries(entries) });
}

/** Milliseconds of one run: from the last file that arrived, and from the paste, to the frame that shows everything. */
interface Run {
  afterFiles: number;
  script: number;
  afterPaste: number;
  files: number;
  kilobytes: number;
}

async function measured(page: Page): Promise<Run> {
  await page.waitForFunction(() => performance.getEntriesByName('stack-shown').length > 0, undefined, {
    timeout: 60_000,
  });
  return page.evaluate(() => {
    const at = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
    const files = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/api/v1/')) as PerformanceResourceTiming[];
    const arrived = Math.max(...files.map(({ responseEnd }) => responseEnd));
    return {
      afterFiles: at('stack-shown') - arrived,
      script: at('stack-shown') - at('stack-loaded'),
      afterPaste: at('stack-shown') - at('stack-pasted'),
      files: files.length,
      kilobytes: files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
    };
  });
}

async function oneRun(browser: Browser, origin: string, text: string): Promise<Run & { said: string }> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(paths.stack);
  await page.locator('form[data-stack-input]').waitFor();
  await page.evaluate(() => performance.mark('stack-pasted'));
  await paste(page, text);
  const run = await measured(page);
  const said = (await page.locator('[data-stack-status]').textContent()) ?? '';
  await context.close();
  return { ...run, said };
}

async function runs(number: number, text: string): Promise<(Run & { said: string })[]> {
  const { origin, server } = await serve(resolve(locations.site));
  const browser = await launchBrowser();
  const done: (Run & { said: string })[] = [];
  try {
    for (let index = 0; index < number; index += 1) done.push(await oneRun(browser, origin, text));
  } finally {
    await browser.close();
    server.close();
  }
  return done;
}

const words = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;

/** How long the stack page takes. */
export async function runStack(given: readonly string[]): Promise<void> {
  const parsed = parseCommand(command, given);
  if (parsed === null) return;
  if (!existsSync(join(locations.site, 'stack', 'index.html')))
    throw new UserError(`${locations.site}: there is no built site. Run npm run build first.`);
  const done = await runs(
    Number(parsed.values.runs ?? 7),
    configurationOf(chosen(readCatalogue(catalogueFolder()))),
  );
  const row = (what: string, of: (run: Run) => number): string[] => {
    const all = done.map(of);
    return [what, words(median(all)), words(Math.min(...all)), words(Math.max(...all))];
  };
  publishResults({
    name: 'stack',
    title: 'The stack page',
    about: `A configuration pasted into \`/stack/\`, each time in a new browser context. ${done[0]?.said ?? ''} ${done[0]?.files ?? 0} files, ${Math.round(done[0]?.kilobytes ?? 0)} kB gzip. Target: complete in under 300 ms after the files arrived.`,
    columns: ['until the frame that shows everything', 'median', 'least', 'most'],
    rows: [
      row('from the last file that arrived', ({ afterFiles }) => afterFiles),
      row('of that, analysis and drawing', ({ script }) => script),
      row('from the paste', ({ afterPaste }) => afterPaste),
    ],
  });
}
