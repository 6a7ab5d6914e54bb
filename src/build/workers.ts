import { setEnvironmentData, Worker } from 'node:worker_threads';
import { UserError } from '../terminal/command.ts';
import { emptyDigests } from './digests.ts';
import { isNoRoom } from '../terminal/room.ts';
import { noRoomError } from './space.ts';
import { newTurns } from './turns.ts';
import type { Places } from './places.ts';
import type { Failure, Outlining, Share } from './worker.ts';

/** What all workers have in common. */
export type Work = Omit<Share, 'records' | 'made' | 'next'>;

/** Bytes of the servers that were looked at for outlines. */
type Answer = { bytes: number } | { failed: Failure };

function errorOf({ file, name, message, code }: Failure): Error {
  if (isNoRoom(code)) return noRoomError();
  if (name === 'UserError') return new UserError(message);
  return new Error(file === null ? message : `${file}: ${message}`);
}

/**
 * Without a bound, a worker lets garbage of a gigabyte stand before it collects it. Outlines of 400,000 tools take 400 of it; with 520, a
 * build of so many spent a third of its time collecting, and one of changes ended without memory.
 */
const resourceLimits = { maxOldGenerationSizeMb: 900, maxYoungGenerationSizeMb: 32 };

/** Runs a worker for each share. When one fails, the others are stopped. Resolves to the bytes of all. */
async function runAll(shares: readonly Share[]): Promise<number> {
  const workers = shares.map(
    (share) => new Worker(new URL('worker.ts', import.meta.url), { workerData: share, resourceLimits }),
  );
  try {
    const bytes = await Promise.all(workers.map(ended));
    return bytes.reduce((sum, its) => sum + its, 0);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function ended(worker: Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: Answer) => {
      if ('bytes' in answer) resolve(answer.bytes);
      else reject(errorOf(answer.failed));
    });
    worker.on('error', reject);
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
 * @throws UserError when there is no room left or the catalogue is damaged, Error that names the file that could not be made.
 */
export async function makeFiles(work: Work, { notes, outlines }: Places, threads: number): Promise<Noted> {
  const next = newTurns();
  setEnvironmentData('outlines', outlines);
  const numbers = Array.from({ length: threads }, (_, number) => number);
  const noted = {
    records: numbers.map((number) => `${notes}/records-${number}`),
    made: numbers.map((number) => `${notes}/made-${number}`),
  };
  await runAll(
    numbers.map((number) => ({
      ...{ ...work, next },
      ...{ records: `${notes}/records-${number}`, made: `${notes}/made-${number}` },
    })),
  );
  return noted;
}

/**
 * Makes the outlines of a catalogue in as many threads. Resolves to the bytes of the servers that were looked at.
 * @throws UserError that names file and line of an entry that is damaged.
 */
export async function makeOutlines(outlining: Outlining, threads: number): Promise<number> {
  const staging = { folder: '', isTree: true };
  const none = { program: '', staging, records: '', made: '', known: emptyDigests(0), everything: '' };
  const next = newTurns();
  return runAll(Array.from({ length: threads }, () => ({ ...none, next, outlining })));
}
