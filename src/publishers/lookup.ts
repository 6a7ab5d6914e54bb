import { type LookupEntry, lookupEntry, lookupShards } from '../lookup/shards.ts';
import { paths } from '../model/paths.ts';
import { asJson, type Publisher } from './publisher.ts';

const entries = asJson(lookupEntry);

/** The files that servers are found with, by package, image, address, repository and name. */
export const lookup: Publisher<LookupEntry> = {
  id: 'lookup',
  // No key rests on tools.
  kept: { ...entries, of: (server, before) => before?.part() ?? entries.of(server) },
  publish({ parts }, files) {
    for (const [name, shard] of lookupShards(parts())) files.put(paths.lookup(name), JSON.stringify(shard));
  },
};
