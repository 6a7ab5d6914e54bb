import { z } from 'zod';
import { isObject } from '../../src/model/json.ts';
import { PackageReference, Remote } from '../../src/model/launch.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { webAddress } from '../web-address.ts';

const officialMeta = 'io.modelcontextprotocol.registry/official';

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
  repository: z.looseObject({ url: text }).nullish().catch(null),
  websiteUrl: text,
  website_url: text,
  packages: z.array(z.unknown()).nullish(),
  remotes: z.array(z.unknown()).nullish(),
  status: status.optional().catch(undefined),
});
type RegistryServer = z.infer<typeof RegistryServer>;

/** The first of these members that is text. */
function firstText(raw: unknown, ...names: string[]): string | null {
  const texts = names.map((name) => (isObject(raw) ? raw[name] : undefined));
  return texts.find((value) => typeof value === 'string') ?? null;
}

const RegistryPackage = z.preprocess((raw) => {
  const kind = firstText(raw, 'registryType', 'registry_type', 'registry_name');
  const version = firstText(raw, 'version');
  return {
    kind: kind === 'docker' ? 'oci' : kind,
    name: firstText(raw, 'identifier', 'name'),
    version: version === 'latest' || version === '' ? null : version,
  };
}, PackageReference);

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

/** The status stands beside the server since 2025-09, and in it before. */
function statusOf(entry: Record<string, unknown>, server: RegistryServer): ServerListing['status'] {
  const meta = isObject(entry._meta) ? entry._meta[officialMeta] : undefined;
  const parsed = status.safeParse(isObject(meta) ? meta.status : undefined);
  return parsed.success ? parsed.data : (server.status ?? 'active');
}

function listingOf(
  entry: Record<string, unknown>,
  server: RegistryServer,
  { packages, remotes }: { packages: PackageReference[]; remotes: Remote[] },
): ServerListing {
  return {
    source: 'official-registry',
    name: server.name,
    title: server.title ?? null,
    description: server.description ?? null,
    version: server.version ?? server.version_detail?.version ?? null,
    repository: webAddress(server.repository?.url ?? ''),
    homepage: webAddress(server.websiteUrl ?? server.website_url ?? ''),
    packages,
    remotes,
    status: statusOf(entry, server),
  };
}

/**
 * One entry of a registry page: a server with its `_meta`, or, as before 2025-09, the server alone.
 * What is unusable in it is said in `complaints`; `listing` is null when nothing can be kept.
 */
export function readEntry(entry: unknown): { listing: ServerListing | null; complaints: string[] } {
  if (!isObject(entry)) return { listing: null, complaints: ['not an object'] };
  const parsed = RegistryServer.safeParse(isObject(entry.server) ? entry.server : entry);
  if (!parsed.success) return { listing: null, complaints: [complaint(parsed.error)] };
  const packages = usable('package', RegistryPackage, parsed.data.packages);
  const remotes = usable('remote', RegistryRemote, parsed.data.remotes);
  const listing = listingOf(entry, parsed.data, { packages: packages.found, remotes: remotes.found });
  return { listing, complaints: [...packages.complaints, ...remotes.complaints] };
}
