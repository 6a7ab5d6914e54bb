import { parseQuery } from '../../../src/search/query.ts';
import { SearchReader } from '../../../src/search/reader.ts';
import { search } from '../../../src/search/search.ts';
import { paths } from '../../../src/model/paths.ts';

/** What one search in the browser gave: tools as `server/tool`, and milliseconds until they were there, from files and from memory. */
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

/** Searches as the site does: `first` as somebody who has just come, then again with every file at hand. */
export async function searchOnce(text: string): Promise<Searched> {
  const reader = await SearchReader.open(async (path) => {
    const response = await fetch(path, path === paths.searchIndex ? { cache: 'no-cache' } : {});
    return response.json();
  });
  const first = await ask(reader, text);
  const again = await ask(reader, text);
  return { found: first.found, first: first.milliseconds, computed: again.milliseconds };
}

declare global {
  var searchOnce: (text: string) => Promise<Searched>;
}
globalThis.searchOnce = searchOnce;
