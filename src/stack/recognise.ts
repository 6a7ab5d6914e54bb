import type { ConfiguredServer } from '../clients/configured-server.ts';
import { findServers, type Found, type ReadShard } from '../lookup/find.ts';
import { type Key, keysOf } from '../lookup/keys.ts';

/** A server of a configuration and the servers of the catalogue it can be. */
export interface Recognised {
  configured: ConfiguredServer;
  /** What it was looked for by; empty when nothing in it tells a server from another. */
  keys: Key[];
  /** Null: the catalogue has none. Several servers: its keys do not tell them apart. */
  found: Found | null;
}

/** Looks each server of a configuration up, in their order. Only shards of keys are read, and no key holds a secret. */
export async function recognise(
  servers: readonly ConfiguredServer[],
  readShard: ReadShard,
): Promise<Recognised[]> {
  return Promise.all(
    servers.map(async (configured) => {
      const keys = keysOf(configured.told);
      return { configured, keys, found: await findServers(keys, readShard) };
    }),
  );
}
