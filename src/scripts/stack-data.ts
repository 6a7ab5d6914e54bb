import type { ReadShard } from '../lookup/find.ts';
import { LookupShard } from '../model/lookup.ts';
import { paths } from '../model/paths.ts';
import { Policies } from '../model/policy.ts';
import { StackServer } from '../model/stack.ts';

/** Reads each address once; one that failed is asked again. */
function once<Value>(read: (path: string) => Promise<Value>): (path: string) => Promise<Value> {
  const kept = new Map<string, Promise<Value>>();
  return (path) => {
    const known = kept.get(path);
    if (known !== undefined) return known;
    const reading = read(path);
    kept.set(path, reading);
    reading.catch(() => kept.delete(path));
    return reading;
  };
}

/** Null where there is no such file. */
const jsonAt = once(async (path: string): Promise<unknown> => {
  const response = await fetch(path);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path} answered with status ${response.status}`);
  return (await response.json()) as unknown;
});

/** A file of the look-up. What is asked for is one of 256 names, never a key. */
export const readShard: ReadShard = async (name) => LookupShard.parse(await jsonAt(paths.lookup(name)));

/** What the catalogue knows of a server; null when it has none of this slug. */
export async function loadServer(slug: string): Promise<StackServer | null> {
  const record = await jsonAt(paths.json(paths.server(slug)));
  return record === null ? null : StackServer.parse(record);
}

/** A server's policies; null when its tools are unknown. */
export async function loadPolicies(server: StackServer): Promise<Policies | null> {
  if ((server.tools ?? []).length === 0) return null;
  const policies = await jsonAt(paths.policiesData(server.slug));
  return policies === null ? null : Policies.parse(policies);
}
