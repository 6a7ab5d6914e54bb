import { readFile } from 'node:fs/promises';
import { readConfiguration } from '../../src/clients/configuration.ts';
import { configurationFiles } from '../../src/clients/configuration-files.ts';
import type { ConfiguredServer } from '../../src/clients/configured-server.ts';
import { UserError } from '../../src/terminal/command.ts';
import { Failure } from '../failure.ts';
import { bareListing, pageOf } from './entries.ts';
import type { Outcome } from './entries.ts';
import { entryName } from './registry-page.ts';
import type { Reach, Source } from './source.ts';

/** One server: what it starts or where it is. Environment, headers and arguments are not looked at further. */
function outcomeOf({ alias, told }: ConfiguredServer): Outcome {
  const name = entryName(alias, 0);
  const { packages, remotes, repository } = told;
  if (packages.length + remotes.length > 0 || repository !== null) {
    const listing = { ...bareListing('clients', name), packages, remotes, repository };
    return { entry: { listing, tools: null }, failures: [] };
  }
  const cause = `${name}: neither a package nor a web address can be told from it; start it by hand to list it`;
  return { entry: null, failures: [{ entry: name, failure: new Failure('invalid-listing', cause) }] };
}

/** The servers of one file; none when there is no such file. */
async function readFileOf(path: string): Promise<Outcome[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return [];
  }
  const { servers, faults } = readConfiguration(text);
  const broken = faults.filter(({ place }) => place !== null).slice(0, 1);
  return [
    ...servers.map(outcomeOf),
    ...broken.map(({ place, message }): Outcome => {
      const failure = new Failure('bad-response', `${path}, line ${place?.line ?? 1}: ${message}`);
      return { entry: null, failures: [{ entry: path, failure }] };
    }),
  ];
}

async function readAll({ from, machine }: Reach): Promise<Outcome[]> {
  if (from === null) {
    const files = configurationFiles({ ...machine, project: null });
    return (await Promise.all(files.map(({ path }) => readFileOf(path)))).flat();
  }
  const outcomes = await readFileOf(from);
  if (outcomes.length > 0) return outcomes;
  throw new UserError(`${from} holds no servers: name a client's configuration with --from.`);
}

/**
 * The servers that the user's own clients are configured with: Claude Desktop, Claude Code, Cursor, VS Code, Windsurf, Codex,
 * Gemini CLI.
 *
 * Address: the files that those clients document, or the one named with --from.
 * Authentication, paging, limits: none. Terms: the user's own.
 * Secrets: a server's name, its package and its bare address are taken and nothing else. Environment values, headers,
 * other arguments, queries, passwords and key-like parts of addresses never leave this file.
 */
export const clients: Source = {
  id: 'clients',
  about: 'the servers your own clients are configured with, without secrets',
  address: null,
  isLocal: true,
  requestsPerSecond: 1,
  async page(_cursor, reach) {
    return pageOf(await readAll(reach));
  },
};
