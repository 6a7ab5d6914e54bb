import { isObject, valueAt } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';
import { catalogueFiles, readPath } from './catalogue-files.ts';
import type { CatalogueFile } from './catalogue-files.ts';
import { attemptEntry, catalogueOf, cleanEntry, entryOf } from './entries.ts';
import type { Outcome } from './entries.ts';
import { readEntry } from './registry-entry.ts';
import { complaintsOf, entryName } from './registry-page.ts';
import type { Reach, Source } from './source.ts';

const publisherMeta = '/_meta/io.modelcontextprotocol.registry~1publisher-provided/io.github.stacklok';

/** The tools ToolHive writes beside an entry, one record for each image or address; null when it writes none. */
function toolsOf(server: unknown): unknown[] | null {
  const records = valueAt(server, publisherMeta);
  for (const record of isObject(records) ? Object.values(records) : []) {
    if (!isObject(record)) continue;
    const { tool_definitions: definitions, tools: names } = record;
    if (Array.isArray(definitions) && definitions.length > 0) return definitions as unknown[];
    if (Array.isArray(names) && names.length > 0) return (names as unknown[]).map((name) => ({ name }));
  }
  return null;
}

/** One server.json, alone or inside the registry's envelope. */
function readServer(raw: unknown, position: number, limits: Limits): Outcome {
  const server = isObject(raw) && isObject(raw.server) ? raw.server : raw;
  const name = entryName(isObject(server) ? server.name : undefined, position);
  return attemptEntry(name, () => {
    const { listing, complaints } = readEntry(cleanEntry(raw, limits), 'toolhive');
    const failures = complaintsOf(name, complaints);
    if (listing === null) return { entry: null, failures };
    const outcome = entryOf(listing, toolsOf(cleanEntry(server, limits)), limits);
    return { ...outcome, failures: [...failures, ...outcome.failures] };
  });
}

/** The servers of a one-file registry: `data.servers`, or `servers` as in the API. */
function serversOf(document: unknown): unknown[] {
  const servers = valueAt(document, '/data/servers') ?? valueAt(document, '/servers');
  if (Array.isArray(servers)) return servers;
  throw new Failure('bad-response', 'no ToolHive registry: it has no list of servers');
}

function parsed({ path, text }: CatalogueFile): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('bad-response', `${path} is not JSON: ${text.slice(0, 80)}`);
  }
}

const place = /(?:^|\/)registries\/[^/]+\/servers\/[^/]+\/server\.json$/;

/** The raw entries, from a one-file registry or from a checkout; null when they are as they were. */
async function rawEntries(reach: Reach): Promise<unknown[] | null> {
  const { from, limits } = reach;
  const held = from === null ? 'folder' : await readPath(from, limits);
  if (from !== null && held !== 'folder' && held[0] === 0x7b)
    return serversOf(parsed({ path: from, text: Buffer.from(held).toString() }));
  const files = await catalogueFiles(reach, (path) => place.test(path));
  return files?.map(parsed) ?? null;
}

/**
 * The ToolHive catalogue.
 *
 * Address: the archive of https://github.com/stacklok/toolhive-catalog (`registries/X/servers/NAME/server.json`), or with
 * --from a checkout, an archive of it, or its one-file form (`registry-upstream.json`).
 * Authentication: none. Paging: none, one archive; its ETag saves a second download.
 * Limits: GitHub's for archives are not published; this makes one request.
 * Terms: Apache-2.0. Entries have the official shape, with full tool definitions, annotations included, or at least tool
 * names, in `_meta`.
 */
export const toolhive: Source = {
  id: 'toolhive',
  about: 'the ToolHive catalogue, with tools',
  address: 'https://codeload.github.com/stacklok/toolhive-catalog/tar.gz/refs/heads/main',
  isLocal: true,
  requestsPerSecond: 1,
  async page(_cursor, reach) {
    const entries = await rawEntries(reach);
    return entries === null
      ? null
      : catalogueOf(entries.map((raw, position) => readServer(raw, position, reach.limits)));
  },
};
