import { closeSync, mkdirSync, openSync, readdirSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/canonical.ts';
import { counterKey } from '../policy/counters.ts';
import type { PlacedLimit } from '../policy/ruleset.ts';

/** A limit in the window that is open now. */
export interface Place {
  limit: PlacedLimit;
  /** When the window began, in milliseconds since 1970, UTC. */
  start: number;
}

/** Counters of one grant, which processes share. A place taken stays taken, whatever becomes of the process. */
export interface Counters {
  /**
   * Takes one place under each limit, or none at all: what comes back is then the first limit without one.
   * @throws Error when the places cannot be read or written.
   */
  take(wanted: readonly Place[]): Taken | { full: PlacedLimit };
}

/** Places that were taken together. */
export interface Taken {
  /** Gives the places back, for a call that was never made. */
  release(): void;
}

/** Windows of one length whose places are kept: this one, and those that a process with a slower clock may be in. */
const windowsKept = 3;

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Creates the file, which only one process can do. False: another one has. */
function isCreated(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** The file of the first free place in a folder, taken now, or null when there is none. */
function takeFirst(folder: string, max: number): string | null {
  const taken = new Set(readdirSync(folder));
  for (let place = 1; place <= max && taken.size < max; place += 1) {
    const file = join(folder, String(place));
    if (!taken.has(String(place)) && isCreated(file)) return file;
  }
  return null;
}

/** Deletes the windows before the last ones. Other processes may be deleting the same ones. */
function forgetOldWindows(folder: string): void {
  const starts = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  for (const start of starts.slice(windowsKept))
    rmSync(join(folder, start), { recursive: true, force: true });
}

const shortHash = (text: string): string => sha256(text).slice(0, 32);

function take(own: string, { limit, start }: Place): string | null {
  const all = join(own, limit.window);
  const folder = join(all, String(start), shortHash(counterKey(limit)));
  const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
  if (isNew) forgetOldWindows(all);
  return takeFirst(folder, limit.max);
}

/**
 * Counters as files: one for each call, which only one process can create. So there is no lock that a killed process
 * could leave behind, and never more calls than a limit says. `folder` belongs to all grants; `grant` tells whose calls
 * are counted.
 */
export function countersIn(folder: string, grant: string): Counters {
  const own = join(folder, shortHash(grant));
  return {
    take(wanted) {
      const taken: string[] = [];
      const release = (): void => {
        for (const place of taken.splice(0)) unlinkSync(place);
      };
      for (const place of wanted) {
        const file = take(own, place);
        if (file === null) {
          release();
          return { full: place.limit };
        }
        taken.push(file);
      }
      return { release };
    },
  };
}
