import { type SearchFacet, searchFacets, type SearchRoot } from '../model/search.ts';
import { searchWords } from './words.ts';

/** Characters of a query that are read, and words of it. */
export const readable = { characters: 200, words: 16 } as const;

/** One value by which a search is narrowed, such as `risk:critical`; `server` takes the last part of a server's address. */
export interface SearchFilter {
  facet: SearchFacet | 'server';
  value: string;
}

/** What somebody searches for. */
export interface SearchQuery {
  /** What is left besides the filters, as typed. */
  text: string;
  /** Its words in order, as often as they stand there. */
  words: string[];
  filters: SearchFilter[];
  /** Filters whose facet is known and whose value is not, as typed. */
  unknown: string[];
}

const isFacet = (text: string): text is SearchFilter['facet'] =>
  text === 'server' || (searchFacets as readonly string[]).includes(text);

/** The value of a facet that somebody means: `needs-login` is `remote-needs-login`, and `path` is `p:path`. */
function valueOf(facet: SearchFilter['facet'], typed: string, facets: SearchRoot['facets']): string | null {
  const value = typed.toLowerCase();
  if (facet === 'server') return /^[a-z0-9][a-z0-9._-]{0,80}$/.test(value) ? value : null;
  const known = facets[facet].map(([name]) => name);
  const spellings = [value, `remote-${value}`, `p:${value}`, value.replace(/s$/, '')];
  return spellings.find((spelling) => known.includes(spelling)) ?? null;
}

/** Reads a query as it was typed: words, and filters of the form `facet:value`. No text is refused. */
export function parseQuery(typed: string, facets: SearchRoot['facets']): SearchQuery {
  const filters: SearchFilter[] = [];
  const unknown: string[] = [];
  const rest: string[] = [];
  for (const part of typed.slice(0, readable.characters).split(/\s+/)) {
    const colon = part.indexOf(':');
    const facet = part.slice(0, Math.max(colon, 0)).toLowerCase();
    if (colon < 1 || !isFacet(facet) || colon === part.length - 1) {
      rest.push(part);
      continue;
    }
    const value = valueOf(facet, part.slice(colon + 1), facets);
    if (value === null) unknown.push(part);
    else if (!filters.some((filter) => filter.facet === facet && filter.value === value))
      filters.push({ facet, value });
  }
  const text = rest.join(' ').trim();
  return { text, words: searchWords(text).slice(0, readable.words), filters, unknown };
}

/** The query as it is typed and as it stands in an address. */
export function queryText({ text, filters }: Pick<SearchQuery, 'text' | 'filters'>): string {
  return [text, ...filters.map(({ facet, value }) => `${facet}:${value}`)].filter(Boolean).join(' ');
}
