import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Program from '../../../src/build/program.ts';
import { linesOf } from '../../../src/build/records.ts';
import { type Bench, viewsOf, write } from './plain-pages.ts';
import type { Shown } from './template/tool-page.ts';

/** The route of the pages of tools in the compiled site. */
async function toolRoute({ program }: Bench): Promise<{ compiled: typeof Program; route: Program.Route }> {
  const compiled = (await import(pathToFileURL(join(program, 'code/program.mjs')).href)) as typeof Program;
  const route = compiled.routes().find(({ data }) => data.route === '/servers/[server]/[tool]');
  if (route === undefined) throw new Error('There is no route for the pages of tools.');
  return { compiled, route };
}

/** Our pages, as the build makes them. */
export async function* rendered(bench: Bench): AsyncGenerator<[path: string, html: string]> {
  const { compiled, route } = await toolRoute(bench);
  for (const address of (await compiled.addressesOf(route)).each())
    yield [address.pathname, String(await compiled.contentOf(address))];
}

/** Our components, given what each page shows as the bare writer is. */
export async function* renderedFrom(
  bench: Bench,
): AsyncGenerator<[path: string, html: string, shown: Shown]> {
  const { compiled, route } = await toolRoute(bench);
  for (const line of linesOf(viewsOf(bench.prepared))) {
    const shown = JSON.parse(line) as Shown;
    const pathname = shown.page.path;
    const path = { params: {}, props: { ...shown } };
    yield [pathname, String(await compiled.contentOf({ route, pathname, path })), shown];
  }
}

/** Our build of these pages, in one thread. */
export async function ours(bench: Bench): Promise<void> {
  for await (const [path, html] of rendered(bench)) write(bench.to, `${path}index.html`, html);
}

/** The same components, given what each page shows. */
export async function oursGiven(bench: Bench): Promise<void> {
  for await (const [path, html] of renderedFrom(bench)) write(bench.to, `${path}index.html`, html);
}
