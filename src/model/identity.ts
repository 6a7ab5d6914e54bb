import type { PackageReference } from './launch.ts';
import type { ServerListing } from './server.ts';

/** Which package speaks for a server that is published in several, strongest first. */
const kindOrder: readonly PackageReference['kind'][] = ['npm', 'pypi', 'oci', 'nuget', 'cargo', 'mcpb'];

/** The id of the server a package starts, without its version. */
export function packageId({ kind, name }: Pick<PackageReference, 'kind' | 'name'>): string {
  const bare = kind === 'oci' ? name.replace(/@sha256:.*$/, '').replace(/:[^/:]*$/, '') : name;
  return `${kind}:${bare}`;
}

/** A remote address in its one spelling: lower-case host, no query, no trailing slash. Null for templates. */
export function normalisedUrl(url: string): string | null {
  if (/[{}]/.test(url) || !URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
}

/**
 * One server is one package or one endpoint, never one repository and never one display name.
 * The registry's own name serves only when a listing names neither.
 */
export function serverId(listing: Pick<ServerListing, 'source' | 'name' | 'packages' | 'remotes'>): string {
  for (const kind of kindOrder) {
    const found = listing.packages.find((candidate) => candidate.kind === kind);
    if (found) return packageId(found);
  }
  for (const remote of listing.remotes) {
    const url = normalisedUrl(remote.url);
    if (url !== null) return `remote:${url}`;
  }
  return `${listing.source}:${listing.name}`;
}
