import { hashOf } from '../../model/canonical.ts';
import { isDeeperThan, isObject, wellFormed } from '../../model/json.ts';
import type { Json } from '../../model/json.ts';
import { limits } from '../../model/limits.ts';

/** The name and the hash of a definition as a server sent it, or null when it is no definition. */
export function identify(raw: unknown): { name: string; hash: string } | null {
  if (!isObject(raw) || typeof raw.name !== 'string') return null;
  if (isDeeperThan(raw, limits.definitionDepth)) return null;
  return { name: raw.name, hash: hashOf(wellFormed(raw as Json)) };
}

/** What a server's tools are at this moment. */
export interface Definitions {
  /** Hash by tool, from `list` unless it is known already. Of a tool that is listed twice, none. */
  known(list: () => Promise<unknown[]>): Promise<ReadonlyMap<string, string>>;
  /** The server says that its tools have changed. */
  forget(): void;
}

function hashes(tools: readonly unknown[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { name, hash } of tools.flatMap((raw) => identify(raw) ?? [])) {
    if (found.has(name)) twice.add(name);
    found.set(name, hash);
  }
  return new Map([...found].filter(([name]) => !twice.has(name)));
}

/** Definitions that are listed again when the server says that they changed, and after a while without a word. */
export function definitionsOf(now: () => Date): Definitions {
  let listing: Promise<ReadonlyMap<string, string>> | null = null;
  let until = 0;
  return {
    async known(list) {
      if (listing === null || now().getTime() >= until) {
        until = now().getTime() + limits.guardDefinitionsKept;
        listing = list().then(hashes);
      }
      const current = listing;
      try {
        return await current;
      } catch (error) {
        if (listing === current) listing = null;
        throw error;
      }
    },
    forget() {
      listing = null;
    },
  };
}
