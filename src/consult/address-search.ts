import { z } from 'zod';
import { Category } from '../model/categories.ts';
import { Json } from '../model/json.ts';
import { paths } from '../model/paths.ts';
import { Risk } from '../model/risks.ts';
import type { SearchRoot } from '../model/search.ts';
import { categoryOf, riskOf } from '../search/codes.ts';
import { parseQuery } from '../search/query.ts';
import type { Candidate } from '../search/rank.ts';
import { DamagedIndex, SearchReader } from '../search/reader.ts';
import { search } from '../search/search.ts';
import { UserError } from '../terminal/command.ts';
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

/**
 * The tools that a site's own search finds, narrowed to risks and categories.
 * @throws UserError when the site has no search, or one that cannot be read.
 */
export async function searchAt(
  files: SiteFiles,
  { words, risks, categories, most }: Query,
): Promise<FoundTool[]> {
  try {
    const reader = await readerOf(files);
    const filters = [
      'kind:tool',
      ...risks.map((risk) => `risk:${risk.toLowerCase()}`),
      ...categories.map((category) => `category:${category.toLowerCase()}`),
    ];
    const { facets } = reader.root;
    const { found } = await search(reader, parseQuery(`${words} ${filters.join(' ')}`, facets));
    return found.flatMap((candidate) => toolOf(candidate, facets)).slice(0, most);
  } catch (error) {
    if (!(error instanceof DamagedIndex)) throw error;
    throw new UserError(`${files.address.href}: ${error.message}\n${next}`);
  }
}
