import { parseQuery } from '../../../src/search/query.ts';
import { SearchReader } from '../../../src/search/reader.ts';
import { search } from '../../../src/search/search.ts';

/** What one search in the browser gave: tools as `server/tool`, and milliseconds until they were there, from nothing and from memory. */
export interface Searched {
  found: string[];
  first: number;
  computed: number;
}

async function ask(reader: SearchReader, text: string): Promise<{ found: string[]; milliseconds: number }> {
  const started = performance.now();
  const { found } = await search(reader, parseQuery(text, reader.root.facets));
  const milliseconds = performance.now() - started;
  const tools = found.filter(({ record }) => record[1] === 0);
  return { found: tools.map(({ record, server }) => `${server?.[1] ?? ''}/${record[3]}`), milliseconds };
}

const open = (): Promise<SearchReader> =>
  SearchReader.open(async (path) => {
    const response = await fetch(path, { cache: 'no-store' });
    return response.json();
  });

/** Searches as the site does: `first` as somebody who has just come, then again with every file at hand. */
export async function searchOnce(text: string): Promise<Searched> {
  const started = performance.now();
  const reader = await open();
  const { found } = await ask(reader, text);
  const first = performance.now() - started;
  const again = await ask(reader, text);
  return { found, first, computed: again.milliseconds };
}

let kept: Promise<SearchReader> | null = null;

/** Searches with every file at hand that earlier questions fetched, from the last one on that was a `start`. */
export async function searchLater(text: string, isStart: boolean): Promise<void> {
  kept = isStart || kept === null ? open() : kept;
  await ask(await kept, text);
}

declare global {
  var searchOnce: (text: string) => Promise<Searched>;
  var searchLater: (text: string, isStart: boolean) => Promise<void>;
}
globalThis.searchOnce = searchOnce;
globalThis.searchLater = searchLater;
