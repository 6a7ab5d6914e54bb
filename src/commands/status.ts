import { openCluster } from '../cluster/cluster.ts';
import { goneSeconds } from '../cluster/members.ts';
import { type ClusterStatus, clusterStatus } from '../cluster/status.ts';
import { limits } from '../model/limits.ts';
import { openPostgres } from '../store/open-postgres.ts';
import { parseCommand } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { count, duration, toStandardError } from '../terminal/progress.ts';
import { type Cell, tableText } from '../terminal/table.ts';
import { givenUrl } from './database-url.ts';

const facts = {
  usage: 'placard status [options]',
  summary:
    'Tells what the queues in the database of DATABASE_URL hold and which workers are at work. What the store holds tells npm run crawl -- status.',
  options: { json: { type: 'boolean', help: 'Print one JSON object instead.' } },
} as const;

const cells = (...texts: (string | number)[]): Cell[] =>
  texts.map((text) => ({ text: typeof text === 'number' ? text.toLocaleString('en-GB') : text }));

/** The status as tables for people. */
export function statusText({ database, queues, workers }: ClusterStatus): string {
  const rows = queues.map(({ queue, ready, later, active, doneMinute, doneHour, dead, oldest, about }) =>
    cells(
      queue,
      ready,
      later,
      active,
      doneMinute,
      doneHour,
      dead,
      oldest === null ? '' : duration(oldest * 1000),
      about,
    ),
  );
  const heads = cells(
    'queue',
    'ready',
    'later',
    'active',
    'last min',
    'last hour',
    'dead',
    'waiting',
    'jobs are',
  );
  const atWork = workers.filter(({ silent }) => silent < goneSeconds).length;
  const workerRows = workers.map(
    ({ host, process, queues: names, running, done, failed, silent, version }) => {
      const seen = silent < goneSeconds ? `${silent} s ago` : `gone for ${duration(silent * 1000)}`;
      return cells(`${host} ${process}`, version, running, done, failed, seen, names);
    },
  );
  const workerHeads = cells('worker', 'version', 'running', 'done', 'failed', 'seen', 'queues');
  const people =
    atWork === 0
      ? 'No worker is at work. Start one with placard worker.'
      : `${count(atWork, 'worker')} at work:`;
  const table = workers.length === 0 ? '' : tableText([workerHeads, ...workerRows]);
  return `${database}\n${tableText([heads, ...rows])}${people}\n${table}`;
}

async function run(words: readonly string[]): Promise<void> {
  const given = parseCommand(facts, words);
  if (given === null) return;
  const database = await openPostgres(givenUrl(), limits.databaseGlanceMilliseconds);
  try {
    const cluster = await openCluster(database, {
      supervises: false,
      backend: 'postgres',
      tell: toStandardError,
    });
    const status = await clusterStatus(database);
    await cluster.close();
    process.stdout.write(given.values.json === true ? `${JSON.stringify(status)}\n` : statusText(status));
  } finally {
    await database.close();
  }
}

/** `status`. */
export const command: Command = { facts, run };
