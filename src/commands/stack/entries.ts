import { serverRecord } from '../../api/server-record.ts';
import type { Consulted } from '../../consult/consulted.ts';
import type { Found } from '../../lookup/find.ts';
import { type Key, keysOf } from '../../lookup/keys.ts';
import type { Policies } from '../../model/policy.ts';
import type { CatalogueServer } from '../../model/server.ts';
import { StackServer } from '../../model/stack.ts';
import { uniqueAliases } from '../../stack/stack.ts';
import { policiesOf } from '../../view/policies-page.ts';
import type { StackEntry } from '../../view/stack/entry-view.ts';
import type { FiledServer } from './files.ts';

/** A server of the stack with its policies, and where it is configured. */
export interface FiledEntry extends StackEntry, FiledServer {
  /** Null where its tools are unknown. */
  policies: Policies | null;
}

/** A key as the word that a catalogue is asked with. */
function wordOf({ kind, text }: Key): string {
  if (kind === 'repository') return `https://${text.slice('repository:'.length)}`;
  return kind === 'name' ? text.slice('name:'.length) : text;
}

/** The servers under the strongest key that any has, and the key. */
async function foundBy(
  keys: readonly Key[],
  catalogue: Consulted,
): Promise<{ found: Found; servers: CatalogueServer[] } | null> {
  for (const key of keys) {
    const servers = await catalogue.find(wordOf(key));
    if (servers.length > 0) return { found: { ...key, servers: servers.map(({ slug }) => slug) }, servers };
  }
  return null;
}

const isUnknown = ({ tools, inspection, listed }: CatalogueServer): boolean =>
  tools.length === 0 && inspection === null && listed === undefined;

/** The servers of configurations as a stack, each recognised in the catalogue where it has it. */
export async function stackEntries(
  filed: readonly FiledServer[],
  catalogue: Consulted,
): Promise<FiledEntry[]> {
  const aliases = uniqueAliases(filed.map(({ configured }) => configured.alias));
  return Promise.all(
    filed.map(async (server, index): Promise<FiledEntry> => {
      const keys = keysOf(server.configured.told);
      const met = await foundBy(keys, catalogue);
      const only = met?.servers.length === 1 ? met.servers[0] : undefined;
      return {
        ...server,
        keys,
        found: met?.found ?? null,
        alias: aliases[index] ?? server.configured.alias,
        slug: only?.slug ?? null,
        server: only === undefined ? null : StackServer.parse(serverRecord(only)),
        failure: null,
        policies: only === undefined || isUnknown(only) ? null : policiesOf(only),
      };
    }),
  );
}
