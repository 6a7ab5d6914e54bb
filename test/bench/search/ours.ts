import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { locations } from '../../../src/model/locations.ts';
import { paths } from '../../../src/model/paths.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';
import { folderFiles } from '../../../src/publishers/folder-files.ts';
import { search } from '../../../src/publishers/search.ts';
import { searchPart } from '../../../src/search/part.ts';
import { searchDocuments, searchFacetValues } from '../../../src/view/search-documents.ts';
import { openPage } from './browser-page.ts';
import type { Ready } from './engine.ts';
import { packed } from './packed.ts';
import type { Known } from './queries.ts';

/** Publishes the index of a catalogue into a folder of its own. */
export async function publishIndex(servers: () => Iterable<CatalogueServer>, name: string): Promise<string> {
  const folder = resolve(join(locations.searchPeers, `index-${name}`));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const parts = () =>
    Iterator.from(servers()).map((server) => searchPart(searchDocuments(server), searchFacetValues));
  const from = { parts, digest: '', catalogue: '', pages: () => [], site: undefined, ceiling: null };
  await search.publish(from, folderFiles(folder));
  return folder;
}

/** Questions that one person asks. */
const session = 10;

/** The search of the site in a real browser, over a published index. Every question is asked by somebody who has just come. */
export async function ours(tools: readonly Known[], folder: string): Promise<Ready> {
  const bundle = await rolldown({ input: join(import.meta.dirname, 'client.ts'), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  const [{ code }] = output;
  writeFileSync(join(folder, 'client.js'), code);
  const root = readFileSync(join(folder, paths.searchIndex), 'utf8');
  const opened = await openPage(folder);
  await opened.page.addScriptTag({ url: '/client.js', type: 'module' });
  await opened.page.waitForFunction('"searchOnce" in globalThis');
  let questions = 0;
  const places = new Map(tools.map(({ server, slug }, place) => [`${server}/${slug}`, place]));
  const rootBytes = packed(root).length;
  return {
    firstBytes: packed(code).length + rootBytes,
    ask: async (text) => {
      const before = opened.fetched();
      const { found, first, computed } = await opened.page.evaluate(
        (one) => globalThis.searchOnce(one),
        text,
      );
      const asked = opened.fetched();
      const isStart = questions % session === 0;
      questions += 1;
      await opened.page.evaluate(([one, start]) => globalThis.searchLater(one, start), [
        text,
        isStart,
      ] as const);
      return {
        places: found.flatMap((tool) => places.get(tool) ?? []).slice(0, 10),
        ...{ bytes: asked - before - rootBytes, milliseconds: computed, first },
        later: isStart ? null : opened.fetched() - asked,
      };
    },
    close: () => opened.close(),
  };
}
