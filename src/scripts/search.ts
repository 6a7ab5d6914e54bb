import Fuse from 'fuse.js/min-basic';
import type { SearchIndex } from '../view/search-index.ts';
import { wordsOf } from '../view/wording.ts';

/** A tool as the search shows it. */
export interface Found {
  name: string;
  path: string;
  server: string;
  rating: string;
}

interface Entry extends Found {
  words: string;
  joined: string;
  all: string;
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
      words: words.join(' '),
      joined: words.join(''),
      all: [...words, ...wordsOf(server[0])].join(' '),
    };
  });
}

/** Fetches the index once and answers queries in any spelling, best match first. */
export async function loadSearch(address: string): Promise<(query: string, most: number) => Found[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  const fuse = new Fuse(entries((await response.json()) as SearchIndex), {
    keys: [
      { name: 'words', weight: 3 },
      { name: 'joined', weight: 2 },
      { name: 'all', weight: 1 },
    ],
    threshold: 0.35,
    ignoreLocation: true,
  });
  return (query, most) => {
    const words = wordsOf(query).join(' ');
    return words === '' ? [] : fuse.search(words, { limit: most }).map(({ item }) => item);
  };
}
