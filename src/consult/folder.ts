import { existsSync } from 'node:fs';
import { type ChangeEntry, changesOfServer } from '../api/change.ts';
import { readShard, streamCatalogue } from '../catalogue/read.ts';
import { shardNames } from '../catalogue/sums.ts';
import { shardOf } from '../catalogue/shards.ts';
import { lookupEntry, lookupShards } from '../lookup/shards.ts';
import type { LookupShard } from '../model/lookup.ts';
import type { CatalogueServer } from '../model/server.ts';
import type { SearchReader } from '../search/reader.ts';
import { UserError } from '../terminal/command.ts';
import { type Consulted, slugsOf } from './consulted.ts';
import { foundTools, indexOf } from './search.ts';
import { byText } from '../model/text-order.ts';

/** What is held of a whole catalogue: no definition, so that a large one fits. */
interface Held {
  lookup: ReadonlyMap<string, LookupShard>;
  /** The file of each server, by slug. */
  files: ReadonlyMap<string, string>;
  /** Newest first. */
  changes: readonly ChangeEntry[];
}

function hold(folder: string): Held {
  const files = new Map<string, string>();
  const changes: ChangeEntry[] = [];
  const passing = function* (): Generator<CatalogueServer> {
    for (const server of streamCatalogue(folder)) {
      files.set(server.slug, shardOf(server.id));
      changes.push(...changesOfServer(server));
      yield server;
    }
  };
  const lookup = lookupShards(passing().map(lookupEntry));
  return { lookup, files, changes: changes.sort((a, b) => byText(b.on, a.on)) };
}

/**
 * The catalogue of a folder. It is read at the first question, once more at the first search, and a server again when it is
 * asked for.
 * @throws UserError when the folder holds none.
 */
export function consultFolder(folder: string): Consulted {
  if (!existsSync(folder) || shardNames(folder).length === 0)
    throw new UserError(
      `${folder}: there is no catalogue. Name a folder that npm run classify wrote, or the address of a site.`,
    );
  let held: Held | undefined;
  let index: Promise<SearchReader> | undefined;
  const catalogue = (): Held => (held ??= hold(folder));
  const serverOf = (slug: string): CatalogueServer[] => {
    const file = catalogue().files.get(slug);
    return file === undefined ? [] : readShard(folder, file).filter((server) => server.slug === slug);
  };
  return {
    origin: folder,
    isRemote: false,
    async find(sought) {
      const slugs = await slugsOf(sought, (name) => catalogue().lookup.get(name) ?? {});
      return slugs.flatMap(serverOf);
    },
    search: async (query) => foundTools(await (index ??= indexOf(streamCatalogue(folder))), query),
    changes: (since, most) =>
      Promise.resolve(
        catalogue()
          .changes.filter(({ on }) => on >= since)
          .slice(0, most),
      ),
  };
}
