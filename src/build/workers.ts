import { setEnvironmentData, Worker } from 'node:worker_threads';
import { UserError } from '../terminal/command.ts';
import { emptyDigests } from './digests.ts';
import { isNoRoom } from '../terminal/room.ts';
import { noMemoryError, noRoomError } from './space.ts';
import { newTurns } from './turns.ts';
import type { SharedOutlines } from '../catalogue/outline-table.ts';
import type { Done, Failure, Outlining, Share } from './worker.ts';

/** What all workers have in common. */
export type Work = Omit<Share, 'records' | 'made' | 'next'>;

type Answer = Done | { failed: Failure };

function errorOf({ file, name, message, code }: Failure): Error {
  if (isNoRoom(code)) return noRoomError();
  if (name === 'UserError') return new UserError(message);
  return new Error(file === null ? message : `${file}: ${message}`);
}

/**
 * Without a bound, a worker lets garbage of a gigabyte stand before it collects it. Of 400,000 tools a thread holds 150 MB for itself, and
 * needs up to 270; planning all files took 101 s of processor time with a bound of 180, 95 with 260 and 90 with 350.
 */
const resourceLimits = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 32 };

/** Runs a worker for each share. When one fails, the others are stopped. Resolves to what each did. */
async function runAll(shares: readonly Share[]): Promise<Done[]> {
  const workers = shares.map(
    (share) => new Worker(new URL('worker.ts', import.meta.url), { workerData: share, resourceLimits }),
  );
  try {
    return await Promise.all(workers.map(ended));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * Resolves to what a worker did, when it has.
 * @throws UserError when it needs more memory than it is given.
 */
export function ended(worker: Worker): Promise<Done> {
  const { maxOldGenerationSizeMb = 0 } = worker.resourceLimits ?? {};
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('failed' in answer) reject(errorOf(answer.failed));
      else resolve(answer);
    });
    worker.on('error', (error: Error & { code?: unknown }) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? noMemoryError(maxOldGenerationSizeMb) : error);
    });
    worker.on('exit', (code) => {
      reject(new Error(`A worker ended with code ${code} before its share was made.`));
    });
  });
}

/** Where the workers noted what they did: a file of records and one of the paths that were made, for each. */
export interface Noted {
  records: string[];
  made: string[];
}

/**
 * Makes the files of a site in as many threads.
 * @throws UserError when there is no room left, on the disk or in memory, or the catalogue is damaged, Error that names the file that could not be made.
 */
export async function makeFiles(
  work: Work,
  { outlines, notes }: { outlines: SharedOutlines; notes: string },
  threads: number,
): Promise<Noted> {
  const next = newTurns();
  setEnvironmentData('outlines', outlines);
  const numbers = Array.from({ length: threads }, (_, number) => number);
  const noted = {
    records: numbers.map((number) => `${notes}/records-${number}`),
    made: numbers.map((number) => `${notes}/made-${number}`),
  };
  try {
    await runAll(
      numbers.map((number) => ({
        ...{ ...work, next },
        ...{ records: `${notes}/records-${number}`, made: `${notes}/made-${number}` },
      })),
    );
  } finally {
    setEnvironmentData('outlines', undefined);
  }
  return noted;
}

/**
 * Makes the outlines of a catalogue in as many threads. Resolves to what all threads know of them, and the bytes of the servers that were
 * looked at.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export async function makeOutlines(
  outlining: Omit<Outlining, 'threads'>,
  threads: number,
): Promise<{ bytes: number; outlines: SharedOutlines }> {
  const staging = { folder: '', isTree: true };
  const none = { program: '', staging, records: '', made: '', known: emptyDigests(0), everything: '' };
  const next = newTurns();
  const share = { ...none, next, outlining: { ...outlining, threads } };
  const done = await runAll(Array.from({ length: threads }, () => share));
  const outlines = done.find((its) => its.outlines !== null)?.outlines ?? null;
  if (outlines === null) throw new Error('No worker made the last outlines.');
  return { bytes: done.reduce((sum, { bytes }) => sum + bytes, 0), outlines };
}
