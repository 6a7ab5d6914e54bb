import { z } from 'zod';
import { isDeeperThan, isObject, wellFormed } from '../../src/model/json.ts';
import type { Json } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';
import { changedAt, readEntry } from './registry-entry.ts';
import { jsonOf } from './request.ts';
import type { EntryFailure, Reach, Source, SourcePage } from './source.ts';

const RegistryPage = z.looseObject({
  servers: z.array(z.unknown()),
  metadata: z
    .looseObject({ nextCursor: z.string().nullish(), next_cursor: z.string().nullish() })
    .nullish()
    .default({}),
});

/** An outside name as a fault may carry it: well-formed, not long; the place on the page when there is none. */
export function entryName(name: unknown, position: number): string {
  const text = typeof name === 'string' ? name.trim() : '';
  return text === '' ? `entry ${position + 1}` : text.toWellFormed().replaceAll('\0', '\uFFFD').slice(0, 256);
}

function labelOf(raw: unknown, position: number): string {
  const server = isObject(raw) && isObject(raw.server) ? raw.server : raw;
  return entryName(isObject(server) ? server.name : undefined, position);
}

/** The failure of an entry for its complaints; none when there are none. */
export function complaintsOf(entry: string, complaints: readonly string[]): EntryFailure[] {
  if (complaints.length === 0) return [];
  return [{ entry, failure: new Failure('invalid-listing', `${entry}: ${complaints.join('; ')}`) }];
}

/** The entries of a list of servers in the registry's shape. */
export function readServers(
  servers: readonly unknown[],
  source: Source['id'],
  limits: Limits,
): Pick<SourcePage, 'entries' | 'failures'> & { newest?: string } {
  const page: SourcePage = { entries: [], failures: [], next: null };
  for (const [position, raw] of servers.entries()) {
    const isTooDeep = isDeeperThan(raw, limits.definitionDepth);
    const { listing, complaints } = isTooDeep
      ? { listing: null, complaints: [`nested deeper than ${limits.definitionDepth} levels`] }
      : readEntry(wellFormed(raw as Json), source);
    if (listing !== null) page.entries.push({ listing, tools: null });
    page.failures.push(...complaintsOf(labelOf(raw, position), complaints));
    const changed = isTooDeep ? null : changedAt(raw);
    if (changed !== null && changed > (page.newest ?? '')) page.newest = changed;
  }
  return page;
}

/** Reads a page of the registry's API. @throws Failure `bad-response` when it is none. */
export function readPage(body: unknown, source: Source['id'], limits: Limits): SourcePage {
  const parsed = RegistryPage.safeParse(body);
  if (!parsed.success)
    throw new Failure('bad-response', `no registry page: ${z.prettifyError(parsed.error)}`);
  const { servers, metadata } = parsed.data;
  if (servers.length > limits.registryPageEntries) {
    throw new Failure('bad-response', `${servers.length} servers on one page`);
  }
  const next = metadata?.nextCursor ?? metadata?.next_cursor ?? '';
  return { ...readServers(servers, source, limits), next: next === '' ? null : next };
}

/** How a registry that speaks the official API is asked. */
interface Api {
  id: Source['id'];
  /** The path of its list, such as `/v0.1/servers`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
}

/** Reads the page at a cursor from a registry that speaks the official API: the latest version of each server. */
export async function fetchRegistryPage(
  { id, path, headers = {} }: Api,
  cursor: string | null,
  { base, since, limits, page }: Reach,
): Promise<SourcePage | null> {
  const address = new URL(`${base}${path}`);
  address.searchParams.set('limit', '100');
  address.searchParams.set('version', 'latest');
  if (since !== null) address.searchParams.set('updated_since', since);
  if (cursor !== null) address.searchParams.set('cursor', cursor);
  const body = await page(address.href, { headers });
  return body === null ? null : readPage(jsonOf(body), id, limits);
}
