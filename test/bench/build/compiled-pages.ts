import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type * as Program from '../../../src/build/program.ts';
import { linesOf } from '../../../src/build/records.ts';
import { type Bench, viewsOf, write } from './plain-pages.ts';
import type { Shown } from './template/tool-page.ts';

/** Makes the pages of tools by the way of the build. */
interface ToolPages {
  addresses: () => Promise<Program.Addresses>;
  /** A page of what it shows. */
  make: (shown: Shown) => Promise<string>;
}

/** The pages of tools in the compiled site. */
export async function toolPages({ program }: Pick<Bench, 'program'>): Promise<ToolPages> {
  const compiled = (await import(pathToFileURL(join(program, 'code/program.mjs')).href)) as typeof Program;
  const route = compiled.routes().find(({ data }) => data.route === '/servers/[server]/[tool]');
  if (route === undefined) throw new Error('There is no route for the pages of tools.');
  return {
    addresses: () => compiled.addressesOf(route),
    async make(shown) {
      const path = { params: {}, props: { ...shown } };
      return String(await compiled.contentOf({ route, pathname: shown.page.path, path }));
    },
  };
}

/** What our pages show, worked out from the catalogue. */
export async function* shownPages(bench: Bench): AsyncGenerator<Shown> {
  const { addresses } = await toolPages(bench);
  for (const { path } of (await addresses()).each()) yield path.props as unknown as Shown;
}

/** Our pages, as the build makes them, beside what they show. */
export async function* built(bench: Bench): AsyncGenerator<{ shown: Shown; html: string }> {
  const { make } = await toolPages(bench);
  for await (const shown of shownPages(bench)) yield { shown, html: await make(shown) };
}

/** Our build of these pages, in one thread. */
export async function ours(bench: Bench): Promise<void> {
  for await (const { shown, html } of built(bench)) write(bench.to, `${shown.page.path}index.html`, html);
}

/** Which of the pages are made: every so many, from the first of them. */
export interface Share {
  first: number;
  every: number;
}

/** Our components, given what each page shows as the bare writer is. */
export async function oursGiven(
  bench: Bench,
  { first, every }: Share = { first: 0, every: 1 },
): Promise<void> {
  const { make } = await toolPages(bench);
  let place = 0;
  for (const line of linesOf(viewsOf(bench.prepared))) {
    place += 1;
    if ((place - 1) % every !== first) continue;
    const shown = JSON.parse(line) as Shown;
    write(bench.to, `${shown.page.path}index.html`, await make(shown));
  }
}

/** The same in two threads. */
export async function oursGivenTwice(bench: Bench): Promise<void> {
  const thread = new URL('given-thread.ts', import.meta.url);
  const shares = [0, 1].map((first): Share => ({ first, every: 2 }));
  await Promise.all(
    shares.map((share) => once(new Worker(thread, { workerData: { bench, share } }), 'exit')),
  );
}
