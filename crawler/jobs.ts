import { lookup } from 'node:dns/promises';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JobKind } from '../src/cluster/kind.ts';
import type { QueueName } from '../src/cluster/queues.ts';
import { inHome } from '../src/catalogue/folder.ts';
import { limits } from '../src/model/limits.ts';
import { locations } from '../src/model/locations.ts';
import type { Sql } from '../src/store/sql.ts';
import type { Store } from '../src/store/store.ts';
import type { Progress } from '../src/terminal/progress.ts';
import { type HoldHost, remoteKind } from './jobs/remote.ts';
import { startKind } from './jobs/start.ts';
import { walkKind } from './jobs/walk.ts';
import { lister } from './lister.ts';
import { thisMachine } from './machine.ts';
import { installWithNpm } from './packages/npm.ts';
import { systemClock } from './remote/system-clock.ts';
import { findSandbox, sandboxes } from './sandboxes.ts';
import { sources } from './sources.ts';

/** What a worker has for the jobs of a crawl. */
export interface CrawlKindParts {
  store: Store;
  sql: Sql;
  hold: HoldHost;
  now: () => Date;
  tell: Progress;
  /** The folder of the program. */
  root: string;
}

function starting({ store, now, root }: CrawlKindParts): JobKind {
  const folders = {
    bundled: resolve(root, 'node_modules'),
    installed: resolve(root, inHome(locations.packages)),
  };
  const { list, describe } = lister({ ...folders, install: installWithNpm, sandboxes, limits, now });
  return startKind({ store, list, describe, now, limits });
}

function walking({ store, sql, now, tell }: CrawlKindParts): JobKind {
  const sleep = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
  return walkKind({ store, sql, sources, machine: thisMachine, progress: tell, web: { now, sleep, limits } });
}

function visiting({ store, hold, now }: CrawlKindParts): JobKind {
  const names = (hostname: string) => lookup(hostname, { all: true });
  return remoteKind({ store, hold, resolve: names, clock: systemClock, now, limits });
}

/** The kinds of jobs a crawl is made of, by queue. */
export const crawlKinds: Readonly<Record<Exclude<QueueName, 'judge'>, (parts: CrawlKindParts) => JobKind>> = {
  walk: walking,
  remote: visiting,
  start: starting,
};

/** Why this machine can start no server; null when it can. */
export async function whyNoStarts(): Promise<string | null> {
  const found = await findSandbox();
  return found.sandbox === null ? found.reasons : null;
}
