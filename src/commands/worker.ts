import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { crawlKinds, whyNoStarts } from '../../crawler/jobs.ts';
import { judging } from '../../classifier/jobs.ts';
import { HostLocks } from '../cluster/host-locks.ts';
import { joinCluster, type Membership } from '../cluster/join.ts';
import type { JobKind } from '../cluster/kind.ts';
import { type QueueName, queueNames, queues } from '../cluster/queues.ts';
import { type Work, work } from '../cluster/work.ts';
import { limits } from '../model/limits.ts';
import { databaseClock } from '../store/database-clock.ts';
import { SqlStore } from '../store/sql-store.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { count, toStandardError } from '../terminal/progress.ts';
import { givenUrl } from './database-url.ts';

const facts = {
  usage: 'placard worker [options]',
  summary: `Does the jobs that crawl and classify queue in the database of DATABASE_URL, until it is told to stop (Ctrl-C,
SIGTERM). Start as many as you like, on as many machines as you like, all of one version. The queues:
${queueNames.map((name) => `  ${name.padEnd(7)} ${queues[name].about}`).join('\n')}`,
  options: {
    queues: {
      type: 'string',
      value: 'NAMES',
      help: 'Take jobs of these queues alone, separated by commas. Default: all that this machine can do.',
    },
  },
} as const;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The queues that the user names, or all. */
function namedQueues(words: string | undefined): QueueName[] {
  const named = words === undefined ? [...queueNames] : words.split(',').map((word) => word.trim());
  const known = (word: string): word is QueueName => Object.hasOwn(queues, word);
  const unknown = named.find((word) => !known(word));
  if (unknown === undefined) return named.filter(known);
  throw new UserError(
    `There is no queue "${unknown}". Use --queues with some of ${queueNames.join(', ')}.`,
    exitCodes.usage,
  );
}

/** Why this machine cannot do the jobs of a queue; null when it can. */
async function whyNot(queue: QueueName): Promise<string | null> {
  if (queue === 'start') return whyNoStarts();
  const isKeyless = queue === 'judge' && (process.env.OPENAI_API_KEY ?? '').trim() === '';
  return isKeyless ? 'OPENAI_API_KEY is not set' : null;
}

/** The queues whose jobs this machine can do. @throws UserError for one that is named and that it cannot. */
async function queuesHere(words: string | undefined): Promise<QueueName[]> {
  const able: QueueName[] = [];
  for (const queue of namedQueues(words)) {
    const reason = await whyNot(queue);
    if (reason === null) able.push(queue);
    else if (words === undefined) toStandardError(`${queue}: left to other machines: ${reason}.`);
    else throw new UserError(`This machine cannot do the jobs of ${queue}: ${reason}.`);
  }
  return able;
}

async function kindsOf(
  cluster: Membership,
  locks: HostLocks,
  names: readonly QueueName[],
): Promise<JobKind[]> {
  const { database: sql } = cluster;
  const store = new SqlStore(sql);
  const now = await databaseClock(sql);
  const hold = locks.hold.bind(locks);
  const parts = { store, sql, hold, now, tell: toStandardError, root };
  return names.map((name) => (name === 'judge' ? judging(parts, process.env) : crawlKinds[name](parts)));
}

/** The first signal stops the worker when its jobs have ended, the second at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) process.exit(exitCodes.interrupted);
    toStandardError(
      'Stopping: jobs under way may end, others are left to the other workers. Once more to stop at once.',
    );
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return stop.signal;
}

async function run(words: readonly string[]): Promise<void> {
  const given = parseCommand(facts, words);
  if (given === null) return;
  const url = givenUrl();
  const names = await queuesHere(given.values.queues);
  const stop = stopSignal();
  const cluster = await joinCluster(url, { root, supervises: true, tell: toStandardError });
  let letGo = (reason: Error): void => {
    toStandardError(reason.message);
  };
  const locks = new HostLocks(url, (reason) => {
    letGo(reason);
  });
  try {
    const kinds = await kindsOf(cluster, locks, names);
    toStandardError(`Working on ${names.join(', ')} (version ${cluster.version}).`);
    const options: Work = {
      kinds,
      member: { id: randomUUID(), version: cluster.version },
      tell: toStandardError,
      graceMilliseconds: limits.workerGraceMilliseconds,
      pollMilliseconds: limits.workerPollMilliseconds,
      onDesk: ({ claims }) => {
        letGo = (reason) => {
          claims.stopAll(reason);
        };
      },
    };
    const { done, failed } = await work(cluster, options, stop);
    toStandardError(`Stopped: ${count(done, 'job')} done, ${failed} failed and tried again later.`);
  } finally {
    await locks.close();
    await cluster.close();
  }
}

/** `worker`. */
export const command: Command = { facts, run };
