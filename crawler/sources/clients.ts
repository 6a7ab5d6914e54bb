import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseJsonc } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { isObject, valueAt } from '../../src/model/json.ts';
import { UserError } from '../../src/terminal/command.ts';
import { Failure } from '../failure.ts';
import { launchOf, publicAddress } from './client-launch.ts';
import { bareListing, pageOf } from './entries.ts';
import type { Outcome } from './entries.ts';
import { entryName } from './registry-page.ts';
import type { Machine, Reach, Source } from './source.ts';

/** Where clients keep their servers inside a configuration. */
const pointers = ['/mcpServers', '/servers', '/mcp/servers', '/mcp_servers', '/context_servers'];

/** The folder of applications' settings on each platform. */
function settings({ home, platform, variables }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return variables.APPDATA ?? join(home, 'AppData', 'Roaming');
  return variables.XDG_CONFIG_HOME ?? join(home, '.config');
}

/** Where the clients' own documentation puts the user's configuration. */
export function configurationFiles(machine: Machine): string[] {
  const { home } = machine;
  return [
    join(settings(machine), 'Claude', 'claude_desktop_config.json'),
    join(home, '.claude.json'),
    join(home, '.cursor', 'mcp.json'),
    join(settings(machine), 'Code', 'User', 'mcp.json'),
    join(settings(machine), 'Code', 'User', 'settings.json'),
    join(home, '.codeium', 'windsurf', 'mcp_config.json'),
    join(machine.variables.CODEX_HOME ?? join(home, '.codex'), 'config.toml'),
  ];
}

/** The configuration in a text: TOML by its file's name, else JSON with comments. Null when it is neither. */
function parse(text: string, path: string): unknown {
  if (path.endsWith('.toml')) {
    try {
      return parseToml(text);
    } catch {
      return null;
    }
  }
  const errors: ParseError[] = [];
  const parsed: unknown = parseJsonc(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? parsed : null;
}

/** Every server of a configuration by name: the user's, and those of single projects. */
function serversOf(configuration: unknown): [string, unknown][] {
  const projects = valueAt(configuration, '/projects');
  const places = [configuration, ...(isObject(projects) ? Object.values(projects) : [])];
  return places.flatMap((place) =>
    pointers.flatMap((at) => {
      const servers = valueAt(place, at);
      return isObject(servers) ? Object.entries(servers) : [];
    }),
  );
}

function remoteOf({ url, serverUrl, type }: Record<string, unknown>) {
  const address = [url, serverUrl].find((text) => typeof text === 'string');
  const found = address === undefined ? null : publicAddress(address);
  const kind = type === 'sse' || /\/sse\/?$/.test(found ?? '') ? 'sse' : 'streamable-http';
  return found === null ? null : { packages: [], remotes: [{ kind, url: found } as const] };
}

/** One server: what it starts or where it is. Environment, headers and arguments are not looked at further. */
function readServer(rawName: string, raw: unknown): Outcome {
  const name = entryName(rawName, 0);
  if (!isObject(raw)) return { entry: null, failures: [] };
  const { command, args } = raw;
  const words = Array.isArray(args) ? args.filter((word) => typeof word === 'string') : [];
  const found = typeof command === 'string' ? launchOf(command, words) : remoteOf(raw);
  if (found !== null)
    return { entry: { listing: { ...bareListing('clients', name), ...found }, tools: null }, failures: [] };
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
  const configuration = parse(text, path);
  if (configuration !== null) return serversOf(configuration).map(([name, raw]) => readServer(name, raw));
  // The parser's own message would quote the file, secrets included.
  const failure = new Failure('bad-response', `${path} is neither JSON with comments nor TOML`);
  return [{ entry: null, failures: [{ entry: path, failure }] }];
}

async function readAll({ from, machine }: Reach): Promise<Outcome[]> {
  if (from === null) return (await Promise.all(configurationFiles(machine).map(readFileOf))).flat();
  const outcomes = await readFileOf(from);
  if (outcomes.length > 0) return outcomes;
  throw new UserError(`${from} holds no servers: name a client's configuration with --from.`);
}

/**
 * The servers that the user's own clients are configured with: Claude Desktop, Claude Code, Cursor, VS Code, Windsurf, Codex.
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
