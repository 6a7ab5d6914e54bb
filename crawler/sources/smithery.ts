import { z } from 'zod';
import type { Remote } from '../../src/model/launch.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { webAddress } from '../web-address.ts';
import { eachShaped, fetchDetails, shaped } from './details.ts';
import type { Detail } from './details.ts';
import { bareListing, entryOf, pageOf } from './entries.ts';
import { jsonOf } from './request.ts';
import type { Reach, Source } from './source.ts';
import { keyOf } from './variables.ts';

const text = z.string().nullish().catch(null);

const SmitheryServer = z.looseObject({
  qualifiedName: z.string().min(1),
  displayName: text,
  description: text,
  homepage: text,
  connections: z
    .array(z.looseObject({ type: text, deploymentUrl: text }))
    .nullish()
    .catch(null),
  tools: z.array(z.unknown()).nullish().catch(null),
});
type SmitheryServer = z.infer<typeof SmitheryServer>;

const SmitheryPage = z.looseObject({
  servers: z.array(z.unknown()),
  pagination: z.looseObject({ currentPage: z.number().int(), totalPages: z.number().int() }),
});

/** Deployments answer on the address itself; what stands in its query belongs to a caller. */
function remotesOf({ connections }: SmitheryServer): Remote[] {
  return (connections ?? []).flatMap(({ type, deploymentUrl }) => {
    const address = type === 'http' ? webAddress(deploymentUrl ?? '') : null;
    return address === null
      ? []
      : [{ kind: 'streamable-http' as const, url: address.replace(/[?#].*$/, '') }];
  });
}

function listingOf(server: SmitheryServer): ServerListing {
  return {
    ...bareListing('smithery', server.qualifiedName),
    title: server.displayName ?? null,
    description: server.description ?? null,
    homepage: webAddress(server.homepage ?? ''),
    remotes: remotesOf(server),
  };
}

function detailOf(server: SmitheryServer, { base, limits }: Reach): Detail {
  return {
    name: server.qualifiedName,
    address: `${base}/servers/${encodeURIComponent(server.qualifiedName)}`,
    unchanged: { entry: null, failures: [] },
    read: (raw) => {
      const detail = shaped(SmitheryServer, { ...server, ...Object(raw) }, 'Smithery server');
      const tools = detail.tools ?? [];
      return entryOf(listingOf(detail), tools.length === 0 ? null : tools, limits);
    },
  };
}

/**
 * Smithery.
 *
 * Address: https://api.smithery.ai, `GET /servers?page=&pageSize=`, then `/servers/QUALIFIED-NAME`, which adds connections
 * and tools without annotations.
 * Authentication: a bearer token from SMITHERY_API_KEY, as the documentation demands for every endpoint.
 * Paging: page numbers, 100 a page; only the first 500 servers are reachable, and late pages repeat earlier ones.
 * Limits: not published, so one request a second. Terms: not published with the API.
 */
export const smithery: Source = {
  id: 'smithery',
  about: 'the first 500 of Smithery, with tools',
  address: 'https://api.smithery.ai',
  key: 'SMITHERY_API_KEY',
  requestsPerSecond: 1,
  async page(cursor, reach) {
    const wish = {
      headers: { authorization: `Bearer ${keyOf(reach.machine.variables, 'SMITHERY_API_KEY')}` },
    };
    const address = `${reach.base}/servers?page=${encodeURIComponent(cursor ?? '1')}&pageSize=100`;
    const raw = jsonOf(await reach.part(address, wish));
    const { servers, pagination } = shaped(SmitheryPage, raw, 'Smithery page');
    const { found, failures } = eachShaped(SmitheryServer, servers, 'Smithery server', reach.limits);
    const details = found.map((server) => detailOf(server, reach));
    const { currentPage, totalPages } = pagination;
    const next = servers.length > 0 && currentPage < totalPages ? String(currentPage + 1) : null;
    return pageOf([...failures, ...(await fetchDetails(details, wish, reach))], next);
  },
};
