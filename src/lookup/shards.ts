import { limits } from '../model/limits.ts';
import type { LookupShard } from '../model/lookup.ts';
import type { CatalogueServer } from '../model/server.ts';
import { keysOfServer, type LookedUp, shardNames, shardOf } from './keys.ts';
import { byText } from '../model/text-order.ts';

/** A server as the look-up files it. */
export interface LookupEntry {
  slug: string;
  /** Its keys, each with the file that holds it. */
  keys: readonly (readonly [shard: string, key: string])[];
}

export const lookupEntry = (server: Pick<CatalogueServer, LookedUp>): LookupEntry => ({
  slug: server.slug,
  keys: keysOfServer(server).map((key) => [shardOf(key), key]),
});

/** Slugs by key, sorted. A key that more than `limits.lookupServers` servers have tells nobody apart and is left out. */
function shardFrom(filed: ReadonlyMap<string, string[]>): LookupShard {
  const telling = [...filed].filter(([, slugs]) => slugs.length <= limits.lookupServers);
  for (const [, slugs] of telling) slugs.sort();
  return Object.fromEntries(telling.sort(([a], [b]) => byText(a, b)));
}

/** The look-up over these servers, one shard for each name. */
export function lookupShards(servers: Iterable<LookupEntry>): Map<string, LookupShard> {
  const filed = new Map(shardNames.map((name) => [name, new Map<string, string[]>()]));
  for (const { slug, keys } of servers)
    for (const [shard, key] of keys) {
      const slugs = filed.get(shard)?.get(key);
      if (slugs === undefined) filed.get(shard)?.set(key, [slug]);
      else slugs.push(slug);
    }
  return new Map([...filed].map(([name, its]) => [name, shardFrom(its)]));
}
