import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Progress } from '../terminal/progress.ts';
import type { Cluster } from './cluster.ts';
import { Desk } from './desk.ts';
import type { JobKind } from './kind.ts';
import { readyLost } from './lost-jobs.ts';
import { assertSameVersion, leave, type Member, sign, type Tally } from './members.ts';
import { heartbeatSeconds } from './queues.ts';

export interface Work {
  kinds: readonly JobKind[];
  /** Who works, as the other processes see it. */
  member: Pick<Member, 'id' | 'version'>;
  tell: Progress;
  /** Milliseconds that a job may still take when the worker is told to stop. */
  graceMilliseconds: number;
  /** Milliseconds between two looks into an empty queue. */
  pollMilliseconds: number;
  /** Called with the desk when it is set up, for what can take jobs away from it. */
  onDesk?: (desk: Desk) => void;
}

/** Waits; true unless the signal came first. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<boolean> =>
  setTimeout(milliseconds, true, { signal }).catch(() => false);

/** Takes jobs of one kind as long as there is room for them, until the signal; then waits for those under way. */
async function takeJobs(
  { boss }: Cluster,
  kind: JobKind,
  { desk, pollMilliseconds, signal }: { desk: Desk; pollMilliseconds: number; signal: AbortSignal },
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let wake = (): void => undefined;
  signal.addEventListener('abort', () => {
    wake();
  });
  const begin = (job: Parameters<Desk['do']>[1]): void => {
    const work = desk
      .do(kind, job)
      .catch((error: unknown) => {
        failures.push(error);
      })
      .finally(() => {
        running.delete(work);
        wake();
      });
    running.add(work);
  };
  while (!signal.aborted && failures.length === 0) {
    const room = kind.atOnce - running.size;
    const jobs = room === 0 ? [] : await boss.fetch<object>(kind.queue, { batchSize: room });
    jobs.forEach(begin);
    if (jobs.length === 0 && room > 0) await rest(pollMilliseconds * (0.5 + Math.random()), signal);
    else if (running.size >= kind.atOnce) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      await setImmediate(); // those that ended in the same transaction leave together
    }
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}

/** Says every few seconds that this worker is there and at its jobs, and gives what others have lost to whoever is free. */
async function giveSigns(
  { database }: Cluster,
  { desk, member, signal }: { desk: Desk; member: Member; signal: AbortSignal },
): Promise<void> {
  while (await rest((heartbeatSeconds / 6) * 1000, signal)) {
    await desk.claims.sign();
    await sign(database, member, desk.tally);
    await readyLost(database);
  }
}

/** Lets go of the jobs in time when no sign came through. */
async function watch(desk: Desk, signal: AbortSignal): Promise<void> {
  while (await rest(1000, signal)) desk.claims.letGoWhenSilent();
}

/** When the worker is told to stop, its jobs get some time, and are then let go. */
async function endInTime(
  desk: Desk,
  stop: AbortSignal,
  over: AbortSignal,
  milliseconds: number,
): Promise<void> {
  if (!stop.aborted)
    await new Promise<unknown>((resolve) => {
      for (const each of [stop, over]) each.addEventListener('abort', resolve);
    });
  if (await rest(milliseconds, over)) desk.claims.stopAll(new Error('the worker was stopped'));
}

/**
 * Works until `stop`: takes jobs of these kinds, does them and keeps what they find. Ends when the last job under way
 * has ended, and returns what was done.
 * @throws UserError when workers of another version are at work, or when the database stays away.
 */
export async function work(cluster: Cluster, options: Work, stop: AbortSignal): Promise<Tally> {
  const { kinds, tell, graceMilliseconds, pollMilliseconds } = options;
  const { database } = cluster;
  const member: Member = { ...options.member, queues: kinds.map(({ queue }) => queue) };
  await assertSameVersion(database, member.version);
  const desk = new Desk(cluster, tell);
  options.onDesk?.(desk);
  await sign(database, member, desk.tally);
  const over = new AbortController();
  const broken = new AbortController();
  const signal = AbortSignal.any([stop, broken.signal]);
  const breakOff = (error: unknown): never => {
    broken.abort(error);
    throw error;
  };
  const duties = [
    giveSigns(cluster, { desk, member, signal: over.signal }).catch(breakOff),
    watch(desk, over.signal),
    endInTime(desk, signal, over.signal, graceMilliseconds),
  ];
  const parts = { desk, pollMilliseconds, signal };
  const ends = await Promise.allSettled(kinds.map((kind) => takeJobs(cluster, kind, parts).catch(breakOff)));
  over.abort();
  for (const end of [...ends, ...(await Promise.allSettled(duties))])
    if (end.status === 'rejected') throw end.reason;
  await leave(database, member);
  return desk.tally;
}
