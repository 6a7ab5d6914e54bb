import { limits } from '../model/limits.ts';
import type { LookupShard } from '../model/lookup.ts';
import type { CatalogueServer } from '../model/server.ts';
import { keysOfServer, type LookedUp, shardNames, shardOf } from './keys.ts';

/** A server as the look-up files it. */
export interface LookupEntry {
  slug: string;
  keys: readonly string[];
}

export const lookupEntry = (server: Pick<CatalogueServer, LookedUp>): LookupEntry => ({
  slug: server.slug,
  keys: keysOfServer(server),
});

/**
 * The look-up over these servers, one shard for each name, keys and slugs sorted. A key that more than `limits.lookupServers`
 * servers have tells nobody apart and is left out.
 */
export function lookupShards(servers: Iterable<LookupEntry>): Map<string, LookupShard> {
  const filed = new Map<string, string[]>();
  for (const { slug, keys } of servers)
    for (const key of keys) {
      const slugs = filed.get(key);
      if (slugs === undefined) filed.set(key, [slug]);
      else slugs.push(slug);
    }
  const shards = new Map(shardNames.map((name): [string, LookupShard] => [name, {}]));
  for (const key of [...filed.keys()].sort()) {
    const slugs = filed.get(key) ?? [];
    const shard = shards.get(shardOf(key));
    if (shard !== undefined && slugs.length <= limits.lookupServers) shard[key] = slugs.sort();
  }
  return shards;
}
