import { readConfiguration, type TextFault } from '../clients/configuration.ts';
import type { ConfiguredServer } from '../clients/configured-server.ts';
import type { Policies } from '../model/policy.ts';
import { uniqueAliases } from '../stack/stack.ts';
import { recognise } from '../stack/recognise.ts';
import { usualAlias } from '../view/policy-exports.ts';
import { unrecognised } from '../view/sentences/stack.ts';
import type { StackEntry } from '../view/stack/entry-view.ts';
import { loadPolicies, loadServer, readShard } from './stack-data.ts';

/** A server of the stack with its policies; null where its tools are unknown. */
export interface LoadedEntry extends StackEntry {
  policies: Policies | null;
}

/** The same entry with what the catalogue knows of the server with this slug. */
export async function loaded(entry: StackEntry, slug: string | null): Promise<LoadedEntry> {
  const bare = { ...entry, slug, server: null, policies: null, failure: null };
  if (slug === null) return bare;
  try {
    const server = await loadServer(slug);
    if (server === null) return { ...bare, slug: null, found: null };
    return { ...bare, server, policies: await loadPolicies(server) };
  } catch (error) {
    return { ...bare, failure: unrecognised.failed(error instanceof Error ? error.message : String(error)) };
  }
}

/** The servers of a text as entries of a stack, and what is wrong with the text. */
export async function readEntries(text: string): Promise<{ entries: LoadedEntry[]; faults: TextFault[] }> {
  const { servers, faults } = readConfiguration(text);
  const recognised = await recognise(servers, readShard);
  const entries = await Promise.all(
    recognised.map((each) => {
      const only = each.found?.servers.length === 1 ? (each.found.servers[0] ?? null) : null;
      const { alias } = each.configured;
      return loaded({ ...each, alias, slug: only, server: null, failure: null }, only);
    }),
  );
  return { entries, faults };
}

/** A server that was chosen by its slug and not by a configuration. */
export function chosenEntry(slug: string): Promise<LoadedEntry> {
  const configured: ConfiguredServer = {
    ...{ alias: usualAlias({ slug }), place: { line: 1, column: 1 }, launch: null, variables: [] },
    told: { packages: [], remotes: [], repository: null, names: [slug] },
    isDisabled: false,
  };
  const key = { kind: 'name', text: `name:${slug}` } as const;
  const entry = { configured, keys: [key], found: { ...key, servers: [slug] }, alias: configured.alias };
  return loaded({ ...entry, slug, server: null, failure: null }, slug);
}

/** The entries with names of which none is like another. */
export function named(entries: readonly LoadedEntry[]): LoadedEntry[] {
  const aliases = uniqueAliases(entries.map(({ configured }) => configured.alias));
  return entries.map((entry, index) => ({ ...entry, alias: aliases[index] ?? entry.alias }));
}
