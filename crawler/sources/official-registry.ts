import { z } from 'zod';
import { isDeeperThan, isObject, wellFormed } from '../../src/model/json.ts';
import type { Json } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import { Failure } from '../failure.ts';
import { readEntry } from './registry-entry.ts';
import type { EntryFailure, Source, SourcePage } from './source.ts';

const RegistryPage = z.looseObject({
  servers: z.array(z.unknown()),
  metadata: z
    .looseObject({ nextCursor: z.string().nullish(), next_cursor: z.string().nullish() })
    .nullish()
    .default({}),
});

function labelOf(raw: unknown, position: number): string {
  const server = isObject(raw) && isObject(raw.server) ? raw.server : raw;
  const name = isObject(server) && typeof server.name === 'string' ? server.name.trim() : '';
  return name === '' ? `entry ${position + 1}` : name.toWellFormed().replaceAll('\0', '\uFFFD').slice(0, 256);
}

function readPage(body: unknown, limits: Limits): SourcePage {
  const parsed = RegistryPage.safeParse(body);
  if (!parsed.success)
    throw new Failure('bad-response', `no registry page: ${z.prettifyError(parsed.error)}`);
  const { servers, metadata } = parsed.data;
  if (servers.length > limits.registryPageEntries) {
    throw new Failure('bad-response', `${servers.length} servers on one page`);
  }
  const page: SourcePage = { listings: [], failures: [], next: null };
  for (const [position, raw] of servers.entries()) {
    const isTooDeep = isDeeperThan(raw, limits.definitionDepth);
    const { listing, complaints } = isTooDeep
      ? { listing: null, complaints: [`nested deeper than ${limits.definitionDepth} levels`] }
      : readEntry(wellFormed(raw as Json));
    if (listing !== null) page.listings.push(listing);
    page.failures.push(...failuresOf(labelOf(raw, position), complaints));
  }
  const next = metadata?.nextCursor ?? metadata?.next_cursor ?? '';
  return { ...page, next: next === '' ? null : next };
}

function failuresOf(entry: string, complaints: readonly string[]): EntryFailure[] {
  if (complaints.length === 0) return [];
  return [{ entry, failure: new Failure('invalid-listing', `${entry}: ${complaints.join('; ')}`) }];
}

/**
 * The official MCP Registry, or another one that speaks its API (https://registry.modelcontextprotocol.io/docs).
 * Its data is in the public domain (CC0 1.0) by its terms.
 */
export const officialRegistry: Source = {
  id: 'official-registry',
  address: 'https://registry.modelcontextprotocol.io',
  pageAddress(base, cursor) {
    const address = new URL(`${base.replace(/\/+$/, '')}/v0.1/servers`);
    address.searchParams.set('limit', '100');
    address.searchParams.set('version', 'latest');
    if (cursor !== null) address.searchParams.set('cursor', cursor);
    return address.href;
  },
  readPage,
};
