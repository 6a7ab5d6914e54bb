import { mkdirSync, writeFileSync } from 'node:fs';
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
import { rendered, renderedFrom } from './compiled-pages.ts';
import { type Bench, frameFile, readFrame, viewsOf, write } from './plain-pages.ts';
import { frameOf, type Shown, toolHtml } from './template/tool-page.ts';

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

/**
 * Leaves what each page shows as a line of JSON, and what all have alike.
 * @throws Error that names a page of which plain templates, or our components when they are given these lines, do not make the very HTML
 * that the site's build makes.
 */
export async function prepare(bench: Bench): Promise<void> {
  mkdirSync(bench.prepared, { recursive: true });
  const shown = Iterator.from(shownOf(bench.catalogue)).map((each) => `${JSON.stringify(each)}\n`);
  writeFileSync(viewsOf(bench.prepared), [...shown].join(''));
  const pages = new Map<string, string>();
  for await (const [path, html] of rendered(bench)) pages.set(path, html);
  const [first = ''] = pages.values();
  const frame = frameOf(first);
  writeFileSync(frameFile(bench.prepared), JSON.stringify(frame));
  for await (const [path, html, its] of renderedFrom(bench))
    for (const [way, made] of Object.entries({ components: html, templates: toolHtml(its, frame) }))
      if (made !== pages.get(path))
        throw new Error(`${path}: ${way} that are given what the page shows make another one.`);
}

/** The same templates, and what each page shows is worked out as we do. */
export function workedOut({ catalogue, prepared, to }: Bench): void {
  const frame = readFrame(prepared);
  for (const shown of shownOf(catalogue)) write(to, `${shown.page.path}index.html`, toolHtml(shown, frame));
}

/** Our build of these pages with the Markdown twin of each. */
export async function oursWithTwins(bench: Bench): Promise<void> {
  for await (const [path, html] of rendered(bench)) {
    write(bench.to, `${path}index.html`, html);
    write(bench.to, `${path}index.md`, markdownTwin(html) ?? '');
  }
}
