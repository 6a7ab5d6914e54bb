import { collect } from '../../src/search/collect.ts';
import { searchPart } from '../../src/search/part.ts';
import { searchFiles, type SearchLimits } from '../../src/search/publish.ts';
import { parseQuery } from '../../src/search/query.ts';
import { SearchReader } from '../../src/search/reader.ts';
import { search, type SearchAnswer } from '../../src/search/search.ts';
import type { SearchDocument, SearchServer } from '../../src/model/search.ts';
import { searchFacetValues } from '../../src/view/search-documents.ts';

/** A server as it is searched. */
export const server = (name: string, more: Partial<SearchServer> = {}): SearchServer => ({
  ...{ name, slug: name.toLowerCase().replaceAll(' ', '-'), known: '' },
  ...{ reach: ['started'], sources: ['bundled'] },
  ...more,
});

/** A tool as it is searched. */
export const tool = (name: string, of: SearchServer, more: Partial<SearchDocument> = {}): SearchDocument => ({
  ...{ kind: 'tool', name, slug: name.toLowerCase(), server: of, description: '' },
  ...{ risk: 'low', category: 'read', signals: [], isKnown: false },
  ...more,
});

/** The files of the index of these documents, by path. */
export function filesOf(documents: readonly SearchDocument[], limits?: SearchLimits): Map<string, string> {
  const parts = documents.map((document) => searchPart([document], searchFacetValues));
  const files = searchFiles(collect(parts, searchFacetValues), limits);
  return new Map([...files].map(({ path, text }) => [path, text]));
}

/** A reader of these files, as the browser reads them. */
export const readerOf = (files: Pick<ReadonlyMap<string, string>, 'get'>): Promise<SearchReader> =>
  SearchReader.open((path) => {
    const text = files.get(path);
    if (text === undefined) return Promise.reject(new Error(`${path} is missing.`));
    return new Promise((done) => {
      done(JSON.parse(text));
    });
  });

export async function ask(reader: SearchReader, typed: string): Promise<SearchAnswer> {
  return search(reader, parseQuery(typed, reader.root.facets));
}

/** The names that a search finds, best first, with their servers. */
export async function namesFound(reader: SearchReader, typed: string): Promise<string[]> {
  const { found } = await ask(reader, typed);
  return found.map(({ record, server: of }) =>
    record[1] === 0 ? `${record[2]} of ${of?.[0] ?? ''}` : record[2],
  );
}
