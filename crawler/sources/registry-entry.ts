import { z } from 'zod';
import { isObject } from '../../src/model/json.ts';
import { Remote } from '../../src/model/launch.ts';
import { folderAddress } from '../../src/model/repository.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { webAddress } from '../web-address.ts';
import { firstText, RegistryLaunch, RegistryPackage, saysLaunch } from './registry-package.ts';

/** Under which names registries say what they know of an entry. */
const registryMetas = ['io.modelcontextprotocol.registry/official', 'com.pulsemcp/server-version'];

const text = z.string().nullish().catch(null);
const status = z.enum(['active', 'deprecated', 'deleted']);

/**
 * A server.json as the official registry sends it, read leniently: camelCase since 2025-09, snake_case before
 * (https://github.com/modelcontextprotocol/registry, docs/reference/api/CHANGELOG.md).
 */
const RegistryServer = z.looseObject({
  name: z.string().min(1).max(256),
  title: text,
  description: text,
  version: text,
  version_detail: z.looseObject({ version: text }).nullish().catch(null),
  repository: z.looseObject({ url: text, subfolder: text }).nullish().catch(null),
  websiteUrl: text,
  website_url: text,
  packages: z.array(z.unknown()).nullish(),
  remotes: z.array(z.unknown()).nullish(),
  status: status.optional().catch(undefined),
});
type RegistryServer = z.infer<typeof RegistryServer>;

const RegistryRemote = z.preprocess(
  (raw) => ({ kind: firstText(raw, 'type', 'transport_type'), url: firstText(raw, 'url') }),
  Remote.refine(({ url }) => /^https?:\/\//i.test(url), {
    path: ['url'],
    message: 'not a web address',
  }),
);

function complaint(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
}

/** The usable members of a list, and a complaint for each of the others. */
function usable<Shape>(
  label: string,
  schema: z.ZodType<Shape>,
  raws: readonly unknown[] | null | undefined,
): { found: Shape[]; complaints: string[] } {
  const found: Shape[] = [];
  const complaints: string[] = [];
  for (const [index, raw] of (raws ?? []).entries()) {
    const parsed = schema.safeParse(raw);
    if (parsed.success) found.push(parsed.data);
    else complaints.push(`${label} ${index + 1}: ${complaint(parsed.error)}`);
  }
  return { found, complaints };
}

/** What the registry itself says of an entry. */
function metaOf({ _meta: metas }: Record<string, unknown>): Record<string, unknown> {
  if (!isObject(metas)) return {};
  return registryMetas.map((name) => metas[name]).find(isObject) ?? {};
}

/** When the registry last changed an entry: ISO 8601, UTC; null where it does not say. */
export function changedAt(entry: unknown): string | null {
  const time = isObject(entry) ? Date.parse(String(metaOf(entry).updatedAt)) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The status stands beside the server since 2025-09, and in it before. */
function statusOf(entry: Record<string, unknown>, server: RegistryServer): ServerListing['status'] {
  const parsed = status.safeParse(metaOf(entry).status);
  return parsed.success ? parsed.data : (server.status ?? 'active');
}

function listingOf(
  entry: Record<string, unknown>,
  server: RegistryServer,
  known: Pick<ServerListing, 'packages' | 'remotes' | 'launches' | 'source'>,
): ServerListing {
  const address = webAddress(server.repository?.url ?? '');
  return {
    ...known,
    name: server.name,
    title: server.title ?? null,
    description: server.description ?? null,
    version: server.version ?? server.version_detail?.version ?? null,
    repository: address === null ? null : folderAddress(address, server.repository?.subfolder),
    homepage: webAddress(server.websiteUrl ?? server.website_url ?? ''),
    status: statusOf(entry, server),
  };
}

/**
 * One entry of a registry page: a server with its `_meta`, or, as before 2025-09, the server alone.
 * What is unusable in it is said in `complaints`; `listing` is null when nothing can be kept.
 */
export function readEntry(
  entry: unknown,
  source: ServerListing['source'],
): { listing: ServerListing | null; complaints: string[] } {
  if (!isObject(entry)) return { listing: null, complaints: ['not an object'] };
  const parsed = RegistryServer.safeParse(isObject(entry.server) ? entry.server : entry);
  if (!parsed.success) return { listing: null, complaints: [complaint(parsed.error)] };
  const packages = usable('package', RegistryPackage, parsed.data.packages);
  const remotes = usable('remote', RegistryRemote, parsed.data.remotes);
  const launches = usable('launch', RegistryLaunch, parsed.data.packages?.filter(saysLaunch));
  const listing = listingOf(entry, parsed.data, {
    ...{ packages: packages.found, remotes: remotes.found, source },
    ...(launches.found.length === 0 ? {} : { launches: launches.found }),
  });
  return { listing, complaints: [packages, launches, remotes].flatMap(({ complaints }) => complaints) };
}
