import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAttacks } from '../catalogue/attacks.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import { Collector } from '../search/collect.ts';
import { searchFiles } from '../search/publish.ts';
import { furtherSearchDocuments, searchDocuments, searchFacetValues } from '../view/search-documents.ts';
import type { Publisher } from './publisher.ts';

const isThere = (file: string, text: string): boolean =>
  existsSync(file) && readFileSync(file, 'utf8') === text;

/** The index of the search. A file that did not change is left alone; those that are no longer of it are removed in the end. */
export const search: Publisher = {
  id: 'search',
  publish(from, folder) {
    const collector = new Collector(searchFacetValues);
    for (const server of from.servers())
      for (const document of searchDocuments(server)) collector.add(document);
    for (const document of furtherSearchDocuments(readAttacks(locations.attacks))) collector.add(document);
    const written = new Set<string>();
    for (const { path, text } of searchFiles(collector.collection)) {
      const file = join(folder, path);
      written.add(file);
      if (isThere(file, text)) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const shards = join(folder, paths.searchShards);
    for (const name of globSync('**/*.json', { cwd: shards }))
      if (!written.has(join(shards, name))) rmSync(join(shards, name));
    return Promise.resolve();
  },
};
