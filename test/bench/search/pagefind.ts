import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { locations } from '../../../src/model/locations.ts';
import { searchWords } from '../../../src/search/words.ts';
import { openPage } from './browser-page.ts';
import type { Engine } from './engine.ts';
import { installPeers } from './installed.ts';
import type { Known } from './queries.ts';

interface PagefindIndex {
  addCustomRecord(record: object): Promise<unknown>;
  writeFiles(options: object): Promise<unknown>;
}
const Pagefind = z.object({
  createIndex: z.custom<(options: object) => Promise<{ index?: PagefindIndex }>>(
    (value) => typeof value === 'function',
  ),
  close: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
});

async function write(tools: readonly Known[], outputPath: string): Promise<void> {
  const { createIndex, close } = Pagefind.parse(
    await import(pathToFileURL(join(installPeers(), 'pagefind', 'lib', 'index.js')).href),
  );
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const [place, { name, serverName, description }] of tools.entries()) {
    const content = `${searchWords(name).join(' ')} ${searchWords(serverName).join(' ')} ${description}`;
    await index?.addCustomRecord({ url: `/${place}`, content, language: 'en', meta: { title: name } });
  }
  await index?.writeFiles({ outputPath });
  await close();
}

/** Pagefind in a real browser, as it fetches its own files. */
export const pagefind: Engine = {
  prepare: async (tools) => {
    const folder = resolve(join(locations.searchPeers, 'pagefind'));
    rmSync(folder, { recursive: true, force: true });
    await write(tools, join(folder, 'pagefind'));
    const opened = await openPage(folder);
    const asked = async (text: string): Promise<{ urls: string[]; milliseconds: number }> =>
      opened.page.evaluate(
        async ({ words, at }) => {
          const module = (await import(at)) as {
            search(words: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
          };
          const started = performance.now();
          const { results } = await module.search(words);
          const milliseconds = performance.now() - started;
          const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
          return { urls: data.map(({ url }) => url), milliseconds };
        },
        { words: searchWords(text).join(' '), at: '/pagefind/pagefind.js' },
      );
    await asked('a');
    const firstBytes = opened.fetched();
    return {
      firstBytes,
      ask: async (text) => {
        const before = opened.fetched();
        const { urls, milliseconds } = await asked(text);
        return {
          places: urls.map((url) => Number(url.slice(1))),
          bytes: opened.fetched() - before,
          milliseconds,
        };
      },
      close: () => opened.close(),
    };
  },
};
