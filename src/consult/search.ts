import { z } from 'zod';
import { Category } from '../model/categories.ts';
import { Json } from '../model/json.ts';
import { paths } from '../model/paths.ts';
import { Risk } from '../model/risks.ts';
import type { SearchRoot } from '../model/search.ts';
import type { CatalogueServer } from '../model/server.ts';
import { candidatesOf } from '../search/candidates.ts';
import { categoryOf, riskOf } from '../search/codes.ts';
import { collect } from '../search/collect.ts';
import { searchPart } from '../search/part.ts';
import { searchFiles } from '../search/publish.ts';
import { parseQuery } from '../search/query.ts';
import type { Candidate } from '../search/rank.ts';
import { DamagedIndex, SearchReader } from '../search/reader.ts';
import { search } from '../search/search.ts';
import { UserError } from '../terminal/command.ts';
import { searchDocuments, searchFacetValues } from '../view/search-documents.ts';
import type { FoundTool, Query } from './consulted.ts';
import type { SiteFiles } from './files.ts';

/** What a file of the index must be before the reader looks at it. */
const AnyFile = z.union([z.array(Json), z.record(z.string(), Json)]);

const next = 'Name the address of a site that Placard built, or a folder.';

/** Opens the index of a site. @throws UserError when it has none. */
function readerOf(files: SiteFiles): Promise<SearchReader> {
  return SearchReader.open(async (path) => {
    const file = await files.json(path, AnyFile);
    if (file !== null) return file;
    throw new UserError(`${files.address.href}: it has no search of this version of Placard.\n${next}`);
  });
}

/** Makes the index of these servers in memory, as a site has it in files. */
export function indexOf(servers: Iterable<CatalogueServer>): Promise<SearchReader> {
  const parts = Iterator.from(servers).map((server) =>
    searchPart(searchDocuments(server), searchFacetValues),
  );
  const files = new Map<string, string>();
  for (const { path, text } of searchFiles(collect(parts, searchFacetValues))) files.set(path, text);
  return SearchReader.open((path) => Promise.resolve(JSON.parse(files.get(path) ?? 'null')));
}

/** A value of a facet as the catalogue spells it: `critical` is Critical. */
const spelled = <Value extends string>(
  values: readonly Value[],
  typed: string | undefined,
): Value | undefined => values.find((value) => value.toLowerCase() === typed?.toLowerCase());

/** A result as a tool; none for anything else that the search finds. */
function toolOf(
  { record, server }: Candidate,
  { risk: risks, category: categories }: SearchRoot['facets'],
): FoundTool[] {
  const [, , tool, slug, , rating] = record;
  const risk = spelled(Risk.options, risks[riskOf(rating)]?.[0]);
  const category = spelled(Category.options, categories[categoryOf(rating)]?.[0]);
  if (server === null || risk === undefined || category === undefined) return [];
  return [{ server: server[1], tool, category, risk, page: paths.tool(server[1], slug) }];
}

/** The tools that a search finds, narrowed to risks and categories. */
export async function foundTools(
  reader: SearchReader,
  { words, risks, categories, most }: Query,
): Promise<FoundTool[]> {
  const { facets } = reader.root;
  const filters = [
    'kind:tool',
    ...risks.map((risk) => `risk:${risk.toLowerCase()}`),
    ...categories.map((category) => `category:${category.toLowerCase()}`),
  ];
  const answer = await search(reader, parseQuery(`${words} ${filters.join(' ')}`, facets));
  const further = await candidatesOf(
    reader,
    answer.further.slice(0, Math.max(0, most - answer.found.length)),
  );
  return [...answer.found, ...further.filter((candidate) => answer.passes(candidate))]
    .flatMap((candidate) => toolOf(candidate, facets))
    .slice(0, most);
}

/**
 * The tools that a site's own search finds.
 * @throws UserError when the site has no search, or one that cannot be read.
 */
export async function searchAt(files: SiteFiles, query: Query): Promise<FoundTool[]> {
  try {
    return await foundTools(await readerOf(files), query);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    throw new UserError(`${files.address.href}: ${error.message}\n${next}`);
  }
}
