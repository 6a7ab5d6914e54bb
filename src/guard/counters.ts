import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../model/canonical.ts';
import { counterKey, type Reservation } from '../policy/counters.ts';

/** A place under one limit, in the window that is open now. */
export type Place = Reservation[number];

/** Counters of one grant, which processes share. A place taken stays taken, whatever becomes of the process. */
export interface Counters {
  /**
   * Takes all the places, or none: what comes back is then the first that was gone.
   * @throws Error when the places cannot be read or written, or are damaged.
   */
  take(wanted: readonly Place[]): Taken | { gone: Place };
}

/** Places that were taken together. */
export interface Taken {
  /** Gives the places back, for a call that was never made. */
  release(): void;
}

/** Bytes of the mark that each call leaves in its counter's file. A mark of zeros was taken back. */
const markBytes = 8;
const noMark = Buffer.alloc(markBytes);

/** Windows of one length whose files are kept: this one, and those that a process with a slower clock may be in. */
const windowsKept = 3;

function withFile<Result>(file: string, flags: 'a+' | 'r+', work: (open: number) => Result): Result {
  const open = openSync(file, flags, 0o600);
  try {
    return work(open);
  } finally {
    closeSync(open);
  }
}

const damaged = (file: string): Error =>
  new Error(`${file} is damaged. Delete it: its window is then counted anew.`);

function marksIn(open: number, file: string): Buffer {
  const marks = Buffer.alloc(fstatSync(open).size);
  const read = readSync(open, marks, 0, marks.length, 0);
  if (read % markBytes !== 0) throw damaged(file);
  return marks.subarray(0, read);
}

/** How many marks stand before this place and have not been taken back. */
function countBefore(marks: Buffer, end: number): number {
  const halves = new Uint32Array(marks.buffer, marks.byteOffset, end / 4);
  let count = 0;
  for (let at = 0; at < halves.length; at += 2) if (halves[at] !== 0 || halves[at + 1] !== 0) count += 1;
  return count;
}

const takeBack = (file: string, at: number): void => {
  withFile(file, 'r+', (open) => writeSync(open, noMark, 0, markBytes, at));
};

/**
 * Leaves a mark behind all that are there, and returns where it stands. The marks before it decide whether there was a
 * place, and every process sees them in the same order. Null: there was none, and no mark stays.
 */
function leaveMark(file: string, max: number): number | null {
  const { at, isLate } = withFile(file, 'a+', (open) => {
    const before = marksIn(open, file);
    if (countBefore(before, before.length) >= max) return { at: null, isLate: true };
    const mark = randomBytes(markBytes);
    writeSync(open, mark);
    const marks = marksIn(open, file);
    const own = marks.lastIndexOf(mark);
    if (own === -1) throw damaged(file);
    return { at: own, isLate: countBefore(marks, own) >= max };
  });
  if (at !== null && isLate) takeBack(file, at);
  return isLate ? null : at;
}

/** Deletes the windows before the last ones. Other processes may be deleting the same ones. */
function forgetOldWindows(folder: string, window: string): void {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${window}.`));
  const start = (name: string): number => Number(name.split('.')[1]);
  const starts = [...new Set(files.map(start))].sort((a, b) => b - a).slice(0, windowsKept);
  for (const name of files) if (!starts.includes(start(name))) rmSync(join(folder, name), { force: true });
}

const shortHash = (text: string): string => sha256(text).slice(0, 32);

/**
 * Counters as files, one for each counter and window, to which every call appends its mark. Appending is atomic, so there
 * is no lock that a killed process could leave behind, and never more calls than a limit says. `folder` belongs to all
 * grants; `grant` tells whose calls are counted.
 */
export function countersIn(folder: string, grant: string): Counters {
  const own = join(folder, shortHash(grant));
  return {
    take(wanted) {
      const taken: [string, number][] = [];
      const release = (): void => {
        for (const [file, at] of taken.splice(0)) takeBack(file, at);
      };
      if (wanted.length > 0) mkdirSync(own, { recursive: true, mode: 0o700 });
      for (const place of wanted) {
        const file = join(own, `${place.window}.${place.start}.${shortHash(counterKey(place))}`);
        const at = leaveMark(file, place.max);
        if (at === null) {
          release();
          return { gone: place };
        }
        taken.push([file, at]);
        if (at === 0) forgetOldWindows(own, place.window);
      }
      return { release };
    },
  };
}
