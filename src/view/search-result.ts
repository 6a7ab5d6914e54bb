import { paths } from '../model/paths.ts';
import type { SearchRoot } from '../model/search.ts';
import { searchKinds, type SearchKind } from '../model/search.ts';
import { categoryOf, riskOf } from '../search/codes.ts';
import type { Candidate } from '../search/rank.ts';

/** One result of a search as a page shows it. Text is ready to show. */
export interface SearchResult {
  kind: SearchKind;
  name: string;
  path: string;
  /** The server of a tool, or the kind of what is no tool. */
  note: string;
  category: string | null;
  /** Null for what has no rating. */
  risk: { label: string; bars: number } | null;
}

const kindNotes: Readonly<Record<SearchKind, string>> = {
  tool: 'Tool',
  server: 'Server',
  attack: 'Attack',
  signal: 'Signal',
  format: 'Policy format',
};

const pathOf = (kind: SearchKind, slug: string, server: string): string =>
  ({
    tool: () => paths.tool(server, slug),
    server: () => paths.server(slug),
    attack: () => paths.attack(slug),
    signal: () => paths.signal(slug),
    format: () => paths.format(slug),
  })[kind]();

/** What a page shows of something found. */
export function searchResult({ record, server }: Candidate, facets: SearchRoot['facets']): SearchResult {
  const [, place, name, slug, , rating] = record;
  const kind = searchKinds[place] ?? 'tool';
  const level = riskOf(rating);
  const risk = facets.risk[level]?.[1];
  return {
    ...{ kind, name, path: pathOf(kind, slug, server?.[1] ?? '') },
    note: kind === 'tool' ? (server?.[0] ?? '') : kindNotes[kind],
    category: facets.category[categoryOf(rating)]?.[1] ?? null,
    risk: risk === undefined ? null : { label: risk, bars: Math.max(0, 4 - level) },
  };
}
