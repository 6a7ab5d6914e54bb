import { z } from 'zod';
import type { ServerListing } from '../../src/model/server.ts';
import { webAddress } from '../web-address.ts';
import { eachShaped, fetchDetails, shaped } from './details.ts';
import type { Detail } from './details.ts';
import { bareListing, entryOf, pageOf } from './entries.ts';
import { jsonOf } from './request.ts';
import type { Reach, Source } from './source.ts';
import { keyOf } from './variables.ts';

const text = z.string().nullish().catch(null);

const GlamaServer = z.looseObject({
  name: text,
  namespace: z.string().min(1),
  slug: z.string().min(1),
  description: text,
  repository: z.looseObject({ url: text }).nullish().catch(null),
  tools: z.array(z.unknown()).nullish().catch(null),
});
type GlamaServer = z.infer<typeof GlamaServer>;

const GlamaPage = z.looseObject({
  servers: z.array(z.unknown()),
  pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});

function listingOf({ namespace, slug, name, description, repository }: GlamaServer): ServerListing {
  return {
    ...bareListing('glama', `${namespace}/${slug}`),
    title: name ?? null,
    description: description ?? null,
    repository: webAddress(repository?.url ?? ''),
  };
}

function detailOf(server: GlamaServer, { base, limits }: Reach): Detail {
  const { namespace, slug } = server;
  const listing = listingOf(server);
  return {
    name: listing.name,
    address: `${base}/api/mcp/v1/servers/${encodeURIComponent(namespace)}/${encodeURIComponent(slug)}`,
    unchanged: entryOf(listing, null, limits),
    read: (raw) => {
      const detail = shaped(GlamaServer, raw, 'Glama server');
      const tools = detail.tools ?? [];
      return entryOf(listingOf(detail), tools.length === 0 ? null : tools, limits);
    },
  };
}

/**
 * Glama.
 *
 * Address: https://glama.ai, `GET /api/mcp/v1/servers?first=&after=`, then `/api/mcp/v1/servers/NAMESPACE/SLUG`: the list
 * gives no tools, the detail does.
 * Authentication: a bearer token from GLAMA_API_KEY; without one the API answers 401 since August 2026.
 * Paging: cursor with `pageInfo`, 100 a page. Details are asked for conditionally.
 * Limits: not published, so two requests a second; about 37,000 servers take five hours, over as many runs as wanted.
 * Terms: https://glama.ai/policies/terms-of-service; nothing is said about a licence of the data.
 */
export const glama: Source = {
  id: 'glama',
  about: 'Glama, with tools',
  address: 'https://glama.ai',
  key: 'GLAMA_API_KEY',
  requestsPerSecond: 2,
  async page(cursor, reach) {
    const wish = { headers: { authorization: `Bearer ${keyOf(reach.machine.variables, 'GLAMA_API_KEY')}` } };
    const address = new URL(`${reach.base}/api/mcp/v1/servers`);
    address.searchParams.set('first', '100');
    if (cursor !== null) address.searchParams.set('after', cursor);
    const raw = jsonOf(await reach.part(address.href, wish));
    const { servers, pageInfo } = shaped(GlamaPage, raw, 'Glama page');
    const { found, failures } = eachShaped(GlamaServer, servers, 'Glama server', reach.limits);
    const details = found.map((server) => detailOf(server, reach));
    const next = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
    return pageOf([...failures, ...(await fetchDetails(details, wish, reach))], next);
  },
};
