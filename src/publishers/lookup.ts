import { type LookupEntry, lookupEntry, lookupShards } from '../lookup/shards.ts';
import { paths } from '../model/paths.ts';
import { asJson, type Publisher } from './publisher.ts';

/** The files that servers are found with, by package, image, address, repository and name. */
export const lookup: Publisher<LookupEntry> = {
  id: 'lookup',
  kept: asJson(lookupEntry),
  publish({ parts }, files) {
    for (const [name, shard] of lookupShards(parts())) files.put(paths.lookup(name), JSON.stringify(shard));
  },
};
