import type { Json } from '../model/json.ts';
import { type Lock, type LockedServer, lockfileVersion } from '../model/lock.ts';
import type { ScannedServer } from '../model/scanned.ts';
import { byText } from '../model/text-order.ts';

/** A listed server as a lock holds it. */
export function lockedServer({ target, version, integrity, tools }: ScannedServer): LockedServer {
  return {
    ...{ target, version, integrity },
    tools: tools.map(({ definition, hash, classification: { category, risk } }) => ({
      ...{ definition, hash, category, risk },
    })),
  };
}

/** The members of every object sorted, so that the same servers give the same bytes. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byText(a, b))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** The text of a lock: servers by name, readable line by line, the same bytes for the same servers. */
export function lockText(judge: string, servers: Readonly<Record<string, LockedServer>>): string {
  const lock: Lock = { lockfileVersion, judge, servers };
  return `${JSON.stringify(sorted(lock as Json), null, 2)}\n`;
}
