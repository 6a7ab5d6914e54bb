import { paths } from '../model/paths.ts';
import { SearchReader } from '../search/reader.ts';

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path, path === paths.searchIndex ? { cache: 'no-cache' } : {});
  if (!response.ok) throw new Error(`${path} answered with status ${response.status}.`);
  return response.json();
}

let opened: Promise<SearchReader> | undefined;

/** The index of this site, opened once. */
export function searchIndex(): Promise<SearchReader> {
  opened ??= SearchReader.open(fetchJson).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Searches; when a file is missing, once more with the index as it is by now, which may have been published anew. */
export async function withIndex<Answer>(ask: (reader: SearchReader) => Promise<Answer>): Promise<Answer> {
  try {
    return await ask(await searchIndex());
  } catch {
    opened = undefined;
    return ask(await searchIndex());
  }
}
