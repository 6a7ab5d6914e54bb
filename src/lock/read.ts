import { z } from 'zod';
import { hashOf } from '../model/canonical.ts';
import { type Json, valueAt } from '../model/json.ts';
import { AnyLock, Lock, lockfileVersion } from '../model/lock.ts';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(`this is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}

/** @throws RangeError when a definition is not the one whose hash stands beside it. */
function assertHashes({ servers }: Lock): void {
  for (const [name, { tools }] of Object.entries(servers))
    for (const { definition, hash } of tools)
      if (hashOf(definition as Json) !== hash)
        throw new RangeError(
          `the definition of ${name}/${definition.name} is not the one that was locked. Restore the file, or lock the server again and review the difference`,
        );
}

/**
 * The lock in a text.
 * @throws RangeError that says what is wrong: no lock, one of another version, or one that was changed by hand.
 */
export function readLock(text: string): Lock {
  const value = parsed(text);
  const any = AnyLock.safeParse(value);
  if (!any.success) throw new RangeError('this is no lock of Placard. placard lock writes one');
  if (any.data.lockfileVersion !== lockfileVersion)
    throw new RangeError(
      `this is a lock of version ${any.data.lockfileVersion}, and this program reads version ${lockfileVersion}. Use the program that wrote it, or lock the servers again`,
    );
  const lock = Lock.safeParse(value);
  if (!lock.success) throw new RangeError(`this is no lock of Placard:\n${z.prettifyError(lock.error)}`);
  if (Object.keys(valueAt(value, '/servers') ?? {}).length !== Object.keys(lock.data.servers).length)
    throw new RangeError('a server in it has a name that no server can have');
  assertHashes(lock.data);
  return lock.data;
}
