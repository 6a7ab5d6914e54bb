import { isObject } from '../model/json.ts';
import type { RawServer, TextPlace } from './configured-server.ts';

/** Where clients keep their servers: the keys that lead to them, and whose keys they are. */
export const serverKeys: readonly { path: readonly string[]; clients: string }[] = [
  { path: ['mcpServers'], clients: 'Claude, Cursor, Windsurf, Gemini CLI' },
  { path: ['servers'], clients: 'VS Code' },
  { path: ['mcp', 'servers'], clients: 'VS Code' },
  { path: ['mcp_servers'], clients: 'Codex' },
  { path: ['context_servers'], clients: 'Zed' },
  { path: ['amp.mcpServers'], clients: 'Amp' },
  { path: ['mcp'], clients: 'OpenCode' },
];

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];

const pairs = (...values: unknown[]): Record<string, string> =>
  Object.fromEntries(
    values.flatMap((value) =>
      isObject(value) ? Object.entries(value).map(([name, text]) => [name, String(text)]) : [],
    ),
  );

const firstText = (...values: unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value !== '') ?? null;

/** The words of a command in its spellings: a text with arguments beside it, a list, or an object with a path. */
function commandOf({ command, args }: Record<string, unknown>): { command: string | null; words: string[] } {
  if (isObject(command))
    return { command: firstText(command.path, command.command), words: texts(command.args) };
  if (Array.isArray(command)) {
    const [first, ...rest] = texts(command);
    return { command: first ?? null, words: rest };
  }
  return { command: firstText(command), words: texts(args) };
}

/** Whether a value is a server: it has a command or an address. */
export function isServer(value: unknown): value is Record<string, unknown> {
  if (!isObject(value)) return false;
  return commandOf(value).command !== null || addressOf(value) !== null;
}

function addressOf({ url, serverUrl, httpUrl, endpoint, uri }: Record<string, unknown>): string | null {
  return firstText(url, serverUrl, httpUrl, endpoint, uri);
}

/** One server from its fields, whichever client wrote them. */
export function serverFrom(alias: string, place: TextPlace, fields: Record<string, unknown>): RawServer {
  const { command, words } = commandOf(fields);
  const { env, environment, envs, headers, http_headers, type, transport, disabled, enabled } = fields;
  return {
    ...{ alias, place, command, arguments: words, url: addressOf(fields) },
    word: null,
    type: firstText(type, transport),
    environment: pairs(env, environment, envs, isObject(fields.command) ? fields.command.env : null),
    headers: pairs(headers, http_headers),
    isDisabled: disabled === true || enabled === false,
  };
}
