import { z } from 'zod';
import { paths } from '../model/paths.ts';
import { Risk, type RiskLevel } from '../model/risks.ts';
import { approved, type Candidate, namespaceOf } from './approved.ts';
import { ServerJson } from './server-json.ts';

/** What the site has found out about a server, under a name of its own in `_meta`. */
const Findings = z.strictObject({
  risk: Risk,
  /** Up to which level servers are in this registry. */
  ceiling: Risk,
  tools: z.number().int().positive(),
  toolsByRisk: z.record(Risk, z.number().int().nonnegative()),
  /** The page and the record, as absolute addresses. */
  page: z.url(),
  json: z.url(),
});

const official = 'io.modelcontextprotocol.registry/official';

/** What a registry records of an entry. It is that of this registry, not of the official one, under the name that clients read. */
const Recorded = z.strictObject({
  status: z.enum(['active', 'deprecated']),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  isLatest: z.literal(true),
});

/** A server as `/v0.1/servers` of the official registry’s API has it. */
export const ServerResponse = z.strictObject({
  server: ServerJson,
  _meta: z.record(z.string(), z.union([Recorded, Findings])),
});
export type ServerResponse = z.infer<typeof ServerResponse>;

/** A page of such servers. */
export const ServerPage = z.strictObject({
  servers: z.array(ServerResponse),
  metadata: z.strictObject({ count: z.number().int().nonnegative(), nextCursor: z.string().optional() }),
});
export type ServerPage = z.infer<typeof ServerPage>;

const momentOf = (day: string): string => `${day}T00:00:00Z`;

function response(name: string, candidate: Candidate, ceiling: RiskLevel, site: URL): ServerResponse {
  const { slug, risk, json, isDeprecated, days, tools, toolsByRisk } = candidate;
  const page = paths.server(slug);
  return {
    server: { ...json, name },
    _meta: {
      [official]: {
        status: isDeprecated ? 'deprecated' : 'active',
        publishedAt: momentOf(days[0]),
        updatedAt: momentOf(days[1]),
        isLatest: true,
      },
      [`${namespaceOf(site)}/findings`]: {
        ...{ risk, ceiling, tools, toolsByRisk },
        ...{ page: new URL(page, site).href, json: new URL(paths.json(page), site).href },
      },
    },
  };
}

/** A file of the registry. */
export interface RegistryFile {
  path: string;
  value: ServerPage | ServerResponse;
}

const pageOf = (servers: ServerResponse[], nextCursor?: string): ServerPage => ({
  servers,
  metadata: { count: servers.length, ...(nextCursor === undefined ? {} : { nextCursor }) },
});

function* listFiles(responses: readonly ServerResponse[], rows: number): Iterable<RegistryFile> {
  const pages = Math.max(1, Math.ceil(responses.length / rows));
  for (let number = 1; number <= pages; number += 1) {
    const servers = responses.slice((number - 1) * rows, number * rows);
    const next = number < pages ? String(number + 1) : undefined;
    yield { path: paths.registryPage(number), value: pageOf(servers, next) };
  }
}

/**
 * The files of a registry in the shape of the official API v0.1: its servers are the candidates up to the ceiling, `rows` to a
 * page. A cursor is the number of a page.
 */
export function* registryFiles(
  candidates: Iterable<Candidate | null>,
  ceiling: RiskLevel,
  site: URL,
  rows: number,
): Iterable<RegistryFile> {
  const responses = [...approved(candidates, ceiling, site)].map(([name, candidate]) =>
    response(name, candidate, ceiling, site),
  );
  yield* listFiles(responses, rows);
  for (const value of responses) {
    const { name, version } = value.server;
    yield { path: paths.registryVersions(name), value: pageOf([value]) };
    yield { path: paths.registryVersion(name, 'latest'), value };
    yield { path: paths.registryVersion(name, version), value };
  }
}
