import type { LookupShard } from '../model/lookup.ts';
import { type Key, shardOf } from './keys.ts';

/** Hands over a shard by its two digits, each call the same one. */
export type ReadShard = (name: string) => Promise<LookupShard> | LookupShard;

/** The servers that one key led to. */
export interface Found extends Key {
  /** Their slugs, at least one. Several: the key does not tell them apart. */
  servers: readonly string[];
}

/** The servers under the strongest key that any server has; null when none has any of them. */
export async function findServers(keys: readonly Key[], readShard: ReadShard): Promise<Found | null> {
  for (const key of keys) {
    const shard = await readShard(shardOf(key.text));
    const servers = Object.hasOwn(shard, key.text) ? shard[key.text] : undefined;
    if (servers !== undefined) return { ...key, servers };
  }
  return null;
}
