import { isObject, valueAt } from '../../src/model/json.ts';
import type { Json } from '../../src/model/json.ts';
import { UserError } from '../../src/terminal/command.ts';
import { messageOf } from '../failure.ts';
import { readPath } from './catalogue-files.ts';
import { readServers } from './registry-page.ts';
import type { Source } from './source.ts';

/** JSON from a text, or from its lines when it is JSON Lines. */
function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length < 2) throw new UserError(`${file} is not JSON: ${messageOf(error)}.`);
    return lines.map((line, index): Json => {
      try {
        return JSON.parse(line) as Json;
      } catch (cause) {
        throw new UserError(`${file}, line ${index + 1}: this is not JSON: ${messageOf(cause)}.`);
      }
    });
  }
}

/** The raw servers: a list, a registry's page, or one server alone. */
function serversOf(document: unknown, file: string): readonly unknown[] {
  if (Array.isArray(document)) return document;
  const servers = valueAt(document, '/servers') ?? valueAt(document, '/data/servers');
  if (Array.isArray(servers)) return servers;
  if (isObject(document) && (typeof document.name === 'string' || isObject(document.server)))
    return [document];
  throw new UserError(
    `${file} lists no servers: write a list of server.json objects, one, or {"servers": [ … ]}.`,
  );
}

/**
 * A local file of servers.
 *
 * Address: the file named with --from: one server.json in the official shape, a list of them, a registry's page, or one
 * a line (JSON Lines).
 * Authentication, paging, limits: none. Terms: the user's own.
 */
export const file: Source = {
  id: 'file',
  about: 'a file of servers in the official shape',
  address: null,
  wants: 'from',
  isLocal: true,
  requestsPerSecond: 1,
  async page(_cursor, { from, limits }) {
    const held = await readPath(from ?? '', limits);
    if (held === 'folder') throw new UserError(`${from ?? ''} is a folder: name a file with --from.`);
    const document = parse(Buffer.from(held).toString(), from ?? '');
    return { ...readServers(serversOf(document, from ?? ''), 'file', limits), next: null };
  },
};
