import { inHome } from '../src/catalogue/folder.ts';
import { locations } from '../src/model/locations.ts';
import { openKnownStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';
import { parseCommand } from '../src/terminal/command.ts';
import { changeLines, sinceWhen } from './reports/changes.ts';
import { statusLines, statusOf } from './reports/status.ts';

const json = { type: 'boolean', help: 'Print one JSON object instead.' } as const;

const statusCommand = {
  usage: 'npm run crawl -- status [options]',
  summary: 'Tells what the store holds: sources, servers by state, faults by kind and the oldest listing.',
  options: { json },
} as const;

const changesCommand = {
  usage: 'npm run crawl -- changes [options]',
  summary: 'Tells which tools were added (+), removed (-) and changed (~), and in which part.',
  options: {
    since: { type: 'string', value: 'DATE', help: 'From this day on (default: a week ago).' },
    json,
  },
} as const;

/** Reads something from the store, which must be there. */
async function fromStore<Result>(read: (store: Store) => Promise<Result>): Promise<Result> {
  const file = inHome(locations.store);
  const store = await openKnownStore(process.env, file, 'Run npm run crawl first.');
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

function print(isJson: boolean | undefined, value: unknown, lines: readonly string[]): void {
  process.stdout.write(`${isJson === true ? JSON.stringify(value) : lines.join('\n')}\n`);
}

async function runStatus(words: readonly string[]): Promise<void> {
  const given = parseCommand(statusCommand, words);
  if (given === null) return;
  const status = await fromStore(statusOf);
  print(given.values.json, status, statusLines(status));
}

async function runChanges(words: readonly string[]): Promise<void> {
  const given = parseCommand(changesCommand, words);
  if (given === null) return;
  const since = sinceWhen(given.values.since, new Date());
  const servers = await fromStore((store) => Array.fromAsync(store.changes(since)));
  print(given.values.json, { since, servers }, changeLines(servers, since));
}

/** What can be asked of the store without crawling, by the word that asks for it. */
export const reports: ReadonlyMap<string, (words: readonly string[]) => Promise<void>> = new Map([
  ['status', runStatus],
  ['changes', runChanges],
]);
