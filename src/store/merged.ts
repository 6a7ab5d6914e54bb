import type { Mergeable } from '../model/merge.ts';
import { merge } from '../model/merge.ts';
import { serverId } from '../model/identity.ts';
import type { Store, StoredServer } from './store.ts';

/** The member whose visit speaks for a server: one of this store's own, else one of the catalogue's, else the first. */
function spokesman(members: readonly StoredServer[]): StoredServer | undefined {
  return (
    members.find(({ origin }) => origin === 'live') ??
    members.find(({ origin }) => origin === 'catalogue') ??
    members.find(({ tools }) => tools.length > 0) ??
    members[0]
  );
}

/** Several entries of a store as the one server they are of, under the id and slug of the first. */
function united(members: readonly StoredServer[]): StoredServer | null {
  const [first] = members;
  const speaker = spokesman(members);
  if (first === undefined || speaker === undefined) return null;
  return {
    ...speaker,
    id: first.id,
    slug: first.slug,
    listings: members.flatMap(({ listings }) => listings),
    faults: members.flatMap(({ faults }) => faults),
  };
}

/**
 * The servers of a store with those united that are one by any rule of `model/merge`, the strongest id first.
 * The store files each listing under its own strongest id; what connects two of them may come later.
 */
export function* mergedServers(store: Pick<Store, 'listings' | 'server'>): Generator<StoredServer> {
  const listings = [...store.listings()].map(
    ({ source, name, packages, remotes, repository, registryName }): Mergeable => ({
      ...{ source, name, packages, remotes, repository },
      ...(registryName === undefined ? {} : { registryName }),
    }),
  );
  for (const [id, its] of merge(listings).servers) {
    const ids = new Set([id, ...its.map(serverId)]);
    const members = [...ids].map((member) => store.server(member)).filter((server) => server !== null);
    const server = united(members);
    if (server !== null) yield server;
  }
}
