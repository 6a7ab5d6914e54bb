import { limits } from '../model/limits.ts';
import type { LookupShard } from '../model/lookup.ts';
import type { CatalogueServer } from '../model/server.ts';
import { keysOfServer, type LookedUp, shardNames, shardOf } from './keys.ts';

/**
 * The look-up over these servers, one shard for each name, keys and slugs sorted. A key that more than `limits.lookupServers`
 * servers have tells nobody apart and is left out.
 */
export function lookupShards(servers: Iterable<Pick<CatalogueServer, LookedUp>>): Map<string, LookupShard> {
  const filed = new Map<string, string[]>();
  for (const server of servers)
    for (const key of keysOfServer(server)) {
      const slugs = filed.get(key);
      if (slugs === undefined) filed.set(key, [server.slug]);
      else slugs.push(server.slug);
    }
  const shards = new Map(shardNames.map((name): [string, LookupShard] => [name, {}]));
  for (const key of [...filed.keys()].sort()) {
    const slugs = filed.get(key) ?? [];
    const shard = shards.get(shardOf(key));
    if (shard !== undefined && slugs.length <= limits.lookupServers) shard[key] = slugs.sort();
  }
  return shards;
}
