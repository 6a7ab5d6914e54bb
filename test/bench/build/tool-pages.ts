import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Program from '../../../src/build/program.ts';
import { readAttacks } from '../../../src/catalogue/attacks.ts';
import { ownSite } from '../../../src/catalogue/own-site.ts';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { exposures } from '../../../src/model/exposure.ts';
import { locations } from '../../../src/model/locations.ts';
import { correctionFact } from '../../../src/view/correction.ts';
import { markdownTwin } from '../../../src/view/markdown/twin.ts';
import { neighbours } from '../../../src/view/related.ts';
import { toolPage } from '../../../src/view/tool-page.ts';
import { listed } from '../../../src/view/tool-row.ts';
import { type Bench, frameFile, readFrame, viewsOf, write } from './plain-pages.ts';
import { type Frame, frameOf, type Shown, toolHtml } from './template/tool-page.ts';

/** What each tool page shows, worked out from the catalogue. */
function* shownOf(catalogue: string): Generator<Shown> {
  const tools = listed(readCatalogue(catalogue));
  const around = {
    neighboursOf: neighbours(tools),
    exposuresOf: exposures(readAttacks(locations.attacks)),
  };
  for (const { server, tool } of tools) {
    const page = toolPage(server, tool, around);
    yield { page, facts: [...page.facts, correctionFact(ownSite().repository, server, tool)] };
  }
}

async function* rendered({ program }: Bench): AsyncGenerator<[path: string, html: string]> {
  const compiled = (await import(pathToFileURL(join(program, 'code/program.mjs')).href)) as typeof Program;
  const route = (await compiled.routes()).find(({ data }) => data.route === '/servers/[server]/[tool]');
  if (route === undefined) throw new Error('There is no route for the pages of tools.');
  for (const address of (await compiled.addressesOf(route)).each())
    yield [address.pathname, String(await compiled.contentOf(address))];
}

/**
 * Leaves what each page shows as a line of JSON, and what all have alike.
 * @throws Error that names a page of which plain templates do not make the very HTML that the site's components make.
 */
export async function prepare(bench: Bench): Promise<void> {
  const views = new Map(shownOf(bench.catalogue).map((shown) => [shown.page.path, shown]));
  let frame: Frame | undefined;
  for await (const [path, html] of rendered(bench)) {
    frame ??= frameOf(html);
    const shown = views.get(path);
    if (shown === undefined || toolHtml(shown, frame) !== html)
      throw new Error(`${path}: the templates of test/bench/build/template make another page.`);
  }
  mkdirSync(bench.prepared, { recursive: true });
  writeFileSync(frameFile(bench.prepared), JSON.stringify(frame));
  writeFileSync(
    viewsOf(bench.prepared),
    [...views.values()].map((shown) => `${JSON.stringify(shown)}\n`).join(''),
  );
}

/** The same templates, and what each page shows is worked out as we do. */
export function workedOut({ catalogue, prepared, to }: Bench): void {
  const frame = readFrame(prepared);
  for (const shown of shownOf(catalogue)) write(to, `${shown.page.path}index.html`, toolHtml(shown, frame));
}

/** Our build of these pages, in one thread. */
export async function ours(bench: Bench): Promise<void> {
  for await (const [path, html] of rendered(bench)) write(bench.to, `${path}index.html`, html);
}

/** The same with the Markdown twin of each page. */
export async function oursWithTwins(bench: Bench): Promise<void> {
  for await (const [path, html] of rendered(bench)) {
    write(bench.to, `${path}index.html`, html);
    write(bench.to, `${path}index.md`, markdownTwin(html) ?? '');
  }
}
