import Fuse from 'fuse.js/min-basic';
import type { SearchIndex } from '../view/search-index.ts';
import { wordsOf } from '../model/name-words.ts';

/** A tool as the search shows it. */
export interface Found {
  name: string;
  path: string;
  server: string;
  rating: string;
}

interface Entry extends Found {
  words: string[];
  serverWords: string[];
  spaced: string;
  joined: string;
}

function entries({ servers, tools, risks, categories }: SearchIndex): Entry[] {
  return tools.flatMap(([name, slug, place, risk, category]) => {
    const server = servers[place];
    if (server === undefined) return [];
    const words = wordsOf(name);
    return {
      name,
      path: `${server[1]}${slug}/`,
      server: server[0],
      rating: `${categories[category] ?? ''}, ${risks[risk] ?? ''}`,
      words,
      serverWords: wordsOf(server[0]),
      spaced: words.join(' '),
      joined: words.join(''),
    };
  });
}

/** How many letters of the name a query leaves unsaid; null when one of its words begins no word of name or server. */
function distance(entry: Entry, query: readonly string[]): number | null {
  const begins = (words: readonly string[], start: string): boolean =>
    words.some((word) => word.startsWith(start));
  const named = query.filter((word) => begins(entry.words, word));
  const others = query.filter((word) => !named.includes(word));
  if (!others.every((word) => begins(entry.serverWords, word))) return null;
  return entry.joined.length - named.join('').length + others.join('').length;
}

/** The tools that have every word of the query, in any order, nearest first. */
function literal(all: readonly Entry[], query: readonly string[]): Entry[] {
  return all
    .map((entry) => ({ entry, far: distance(entry, query) }))
    .filter((match): match is { entry: Entry; far: number } => match.far !== null)
    .sort((a, b) => a.far - b.far)
    .map(({ entry }) => entry);
}

/** Fetches the index once and answers queries in any spelling, best match first: what is said, then what is meant. */
export async function loadSearch(address: string): Promise<(query: string, most: number) => Found[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  const all = entries((await response.json()) as SearchIndex);
  const fuse = new Fuse(all, { keys: ['spaced', 'joined', 'server'], threshold: 0.35, ignoreLocation: true });
  return (query, most) => {
    const words = wordsOf(query);
    if (words.length === 0) return [];
    const said = literal(all, words);
    if (said.length >= most) return said.slice(0, most);
    const meant = fuse.search(words.join(' '), { limit: most }).map(({ item }) => item);
    return [...new Set([...said, ...meant])].slice(0, most);
  };
}
