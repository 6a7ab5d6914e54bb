import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setEnvironmentData } from 'node:worker_threads';
import { openOutlines, outlineShard } from '../../../src/build/outlines.ts';
import { sharedOutlines } from '../../../src/build/shared-outlines.ts';
import { readAttacks } from '../../../src/catalogue/attacks.ts';
import { openShard } from '../../../src/catalogue/lines.ts';
import { exposures } from '../../../src/model/exposure.ts';
import { locations } from '../../../src/model/locations.ts';
import { markdownTwin } from '../../../src/view/markdown/twin.ts';
import { built, shownPages, toolPages } from './compiled-pages.ts';
import { type Bench, frameFile, readFrame, viewsOf, write } from './plain-pages.ts';
import { type Frame, frameOf, type Shown, toolHtml } from './template/tool-page.ts';

/** Has the catalogue read piece by piece, as the build reads it. */
function outline(catalogue: string, outlines: string): void {
  const exposuresOf = exposures(readAttacks(locations.attacks));
  for (const name of openOutlines(catalogue, outlines))
    outlineShard({ catalogue, outlines }, openShard(catalogue, name), exposuresOf);
  setEnvironmentData('outlines', sharedOutlines(outlines));
}

/**
 * Leaves what each page shows as a line of JSON, and what all have alike, with a page in memory at a time.
 * @throws Error that names a page of which plain templates, or our components when they are given the line, do not make the very HTML
 * that the site's build makes.
 */
export async function prepare(bench: Bench): Promise<void> {
  mkdirSync(bench.prepared, { recursive: true });
  outline(bench.catalogue, join(bench.prepared, 'outlines'));
  const { make } = await toolPages(bench);
  const views = openSync(viewsOf(bench.prepared), 'w');
  let frame: Frame | undefined;
  for await (const { shown, html } of built(bench)) {
    frame ??= frameOf(html);
    const line = JSON.stringify(shown);
    const given = JSON.parse(line) as Shown;
    for (const [way, made] of Object.entries({
      components: await make(given),
      templates: toolHtml(given, frame),
    }))
      if (made !== html)
        throw new Error(`${shown.page.path}: ${way} that are given what the page shows make another one.`);
    writeSync(views, `${line}\n`);
  }
  closeSync(views);
  writeFileSync(frameFile(bench.prepared), JSON.stringify(frame));
}

/** The same templates, and what each page shows is worked out as we do. */
export async function workedOut(bench: Bench): Promise<void> {
  const frame = readFrame(bench.prepared);
  for await (const shown of shownPages(bench))
    write(bench.to, `${shown.page.path}index.html`, toolHtml(shown, frame));
}

/** Our build of these pages with the Markdown twin of each. */
export async function oursWithTwins(bench: Bench): Promise<void> {
  for await (const { shown, html } of built(bench)) {
    write(bench.to, `${shown.page.path}index.html`, html);
    write(bench.to, `${shown.page.path}index.md`, markdownTwin(html) ?? '');
  }
}
