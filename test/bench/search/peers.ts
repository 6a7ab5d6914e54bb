import { createRequire } from 'node:module';
import { join } from 'node:path';
import Fuse from 'fuse.js';
import { z } from 'zod';
import { searchWords } from '../../../src/search/words.ts';
import type { Engine, Ready } from './engine.ts';
import { installPeers } from './installed.ts';
import { packed } from './packed.ts';
import type { Known } from './queries.ts';

const most = 10;

/** The same texts for every peer: names and queries in words, so that no spelling of a name is unfair. */
interface Text {
  id: number;
  name: string;
  server: string;
  description: string;
}

const textsOf = (tools: readonly Known[]): Text[] =>
  tools.map(({ name, serverName, description }, id) => ({
    ...{ id, name: searchWords(name).join(' '), server: searchWords(serverName).join(' '), description },
  }));

/** A peer whose whole index has to be there before it answers. */
function whole(index: string | null, ask: (words: string) => readonly number[]): Ready {
  return {
    firstBytes: index === null ? NaN : packed(index).length,
    ask: (text) => {
      const words = searchWords(text).join(' ');
      const started = performance.now();
      const places = ask(words).slice(0, most);
      return Promise.resolve({ places, bytes: 0, milliseconds: performance.now() - started });
    },
    close: () => Promise.resolve(),
  };
}

/** The text that `write` makes, or null when it is longer than a string can be. */
function written(write: () => string): string | null {
  try {
    return write();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const fuse: Engine = {
  prepare: (tools) => {
    const texts = textsOf(tools);
    const keys = [
      { name: 'name', weight: 3 },
      { name: 'server', weight: 1 },
      { name: 'description', weight: 1 },
    ];
    const searcher = new Fuse(texts, { keys, ignoreLocation: true, threshold: 0.35 });
    const ask = (words: string) => searcher.search(words, { limit: most }).map(({ item }) => item.id);
    return Promise.resolve(
      whole(
        written(() => JSON.stringify(texts)),
        ask,
      ),
    );
  },
};

const installed = (name: string): unknown => createRequire(join(installPeers(), 'package.json'))(name);

interface MiniSearcher {
  addAll(texts: readonly Text[]): void;
  search(words: string, options: object): { id: number }[];
}
const MiniSearchModule = z.custom<new (options: object) => MiniSearcher>(
  (value) => typeof value === 'function',
);

const minisearch: Engine = {
  prepare: (tools) => {
    const MiniSearch = MiniSearchModule.parse(installed('minisearch'));
    const searcher = new MiniSearch({ fields: ['name', 'server', 'description'] });
    searcher.addAll(textsOf(tools));
    const options = { boost: { name: 3 }, prefix: true, fuzzy: 0.2 };
    const ask = (words: string): number[] => {
      const all = searcher.search(words, { ...options, combineWith: 'AND' });
      return (all.length > 0 ? all : searcher.search(words, options)).map(({ id }) => id);
    };
    return Promise.resolve(
      whole(
        written(() => JSON.stringify(searcher)),
        ask,
      ),
    );
  },
};

interface FlexDocument {
  add(text: Text): void;
  search(words: string, options: object): { result: number[] }[];
  export(keep: (key: string, data: string) => void): Promise<void> | void;
}
const FlexModule = z.object({
  Document: z.custom<new (options: object) => FlexDocument>((value) => typeof value === 'function'),
});

const flexsearch: Engine = {
  prepare: async (tools) => {
    const { Document } = FlexModule.parse(installed('flexsearch'));
    const searcher = new Document({
      document: {
        id: 'id',
        index: [
          { field: 'name', tokenize: 'forward' },
          { field: 'server', tokenize: 'forward' },
          { field: 'description', tokenize: 'strict' },
        ],
      },
    });
    for (const text of textsOf(tools)) searcher.add(text);
    let bytes = 0;
    await searcher.export((_key, data) => {
      bytes += packed(data).length;
    });
    const ask = (words: string): number[] => [
      ...new Set(searcher.search(words, { limit: most, suggest: true }).flatMap(({ result }) => result)),
    ];
    return { ...whole('', ask), firstBytes: bytes };
  },
};

/** The peers that run wherever JavaScript does, by name. */
export const peerEngines: Readonly<Record<string, Engine>> = {
  'Fuse.js over everything': fuse,
  MiniSearch: minisearch,
  FlexSearch: flexsearch,
};
