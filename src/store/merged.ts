import type { Mergeable } from '../model/merge.ts';
import { merge } from '../model/merge.ts';
import { serverId } from '../model/identity.ts';
import type { Store, StoredServer } from './store.ts';

/** Servers that are read together. */
const pageServers = 100;

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
export function united(members: readonly StoredServer[]): StoredServer | null {
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

/** The ids of the entries of one server after another, the strongest id first. */
async function entriesOf(store: Pick<Store, 'listings'>): Promise<string[][]> {
  const listings: Mergeable[] = [];
  for await (const { source, name, packages, remotes, repository, registryName } of store.listings())
    listings.push({
      ...{ source, name, packages, remotes, repository },
      ...(registryName === undefined ? {} : { registryName }),
    });
  return [...merge(listings).servers].map(([id, its]) => [...new Set([id, ...its.map(serverId)])]);
}

/**
 * The servers of a store with those united that are one by any rule of `model/merge`, the strongest id first.
 * The store files each listing under its own strongest id; what connects two of them may come later.
 */
export async function* mergedServers(
  store: Pick<Store, 'listings' | 'serversOf'>,
): AsyncGenerator<StoredServer> {
  const entries = await entriesOf(store);
  for (let start = 0; start < entries.length; start += pageServers) {
    const page = entries.slice(start, start + pageServers);
    const known = new Map((await store.serversOf(page.flat())).map((server) => [server.id, server]));
    for (const ids of page) {
      const server = united(ids.map((id) => known.get(id)).filter((member) => member !== undefined));
      if (server !== null) yield server;
    }
  }
}
