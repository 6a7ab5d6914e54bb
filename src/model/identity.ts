import { PackageName } from './bundle.ts';
import type { PackageReference } from './launch.ts';
import type { ServerListing } from './server.ts';
import { byText } from './text-order.ts';

/** Which package speaks for a server that is published in several, strongest first. */
const kindOrder: readonly PackageReference['kind'][] = ['npm', 'pypi', 'oci', 'nuget', 'cargo', 'mcpb'];

/** An image without tag and digest, with the registry that Docker means when none is named. */
function imageName(name: string): string {
  const bare = name.slice(0, name.includes('@') ? name.indexOf('@') : undefined).replace(/:[^/:]*$/, '');
  const [first = '', ...rest] = bare.split('/');
  if (rest.length === 0) return `docker.io/library/${bare}`;
  return /[.:]|^localhost$/.test(first) ? bare : `docker.io/${bare}`;
}

/** A bundle's address without the version it was released under. */
function bundleName(name: string): string {
  return name.replace(/(\/releases\/download\/)[^/]+\//, '$1').replace(/(?<!\d)[-_.]?v?\d+(?:\.\d+)+/g, '');
}

/** What each registry of packages takes for the same name. */
const spellings: Readonly<Record<PackageReference['kind'], (name: string) => string>> = {
  npm: (name) => name,
  pypi: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'), // https://peps.python.org/pep-0503/
  oci: imageName,
  nuget: (name) => name.toLowerCase(),
  cargo: (name) => name.replaceAll('_', '-'),
  mcpb: bundleName,
};

/** The id of the server a package starts, without its version. */
export function packageId({ kind, name }: Pick<PackageReference, 'kind' | 'name'>): string {
  return `${kind}:${spellings[kind](name)}`;
}

/**
 * A remote address in its one spelling: lower-case host, no query, no trailing slash. Null for templates.
 */
export function normalisedUrl(url: string): string | null {
  if (/[{}<>]|%7B/i.test(url) || !URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  let end = pathname.length;
  while (pathname[end - 1] === '/') end -= 1;
  return `${protocol}//${host}${pathname.slice(0, end)}`;
}

/** Hosts that are another machine for everybody who names them. */
const ownNetwork =
  /^(?:[^.]*|\[.*\]|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|169\.254\..*|.*\.(?:local|localhost|internal))$/;

/** Programs that carry the messages of another server. Whoever names one has not named a server. */
const carriers = new Set([
  'npm:mcp-remote',
  'npm:mcp-proxy',
  'npm:supergateway',
  'npm:@smithery/cli',
  'npm:@modelcontextprotocol/inspector',
  'pypi:mcp-proxy',
]);

/** Names that a package of the kind can have. Registries also write display names where a package's should stand. */
function isPossible({ kind, name }: Pick<PackageReference, 'kind' | 'name'>): boolean {
  if (kind === 'npm') return PackageName.safeParse(name).success;
  return kind !== 'pypi' || /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(name);
}

/** The ids of the servers that a listing's packages start, strongest first. */
export function packageIds({ packages }: Pick<ServerListing, 'packages'>): string[] {
  return kindOrder.flatMap((kind) =>
    packages
      .filter((candidate) => candidate.kind === kind && isPossible(candidate))
      .map(packageId)
      .filter((id) => !carriers.has(id) && !id.startsWith('oci:docker.io/library/')),
  );
}

/** The addresses of a listing in their one spelling, without templates and those of somebody's own network. */
function openAddresses({ remotes }: Pick<ServerListing, 'remotes'>): string[] {
  return remotes.flatMap(({ url }) => {
    const address = normalisedUrl(url);
    return address === null || ownNetwork.test(new URL(address).hostname) ? [] : [address];
  });
}

/** The hosts a listing names on the open network. */
export function openHosts(listing: Pick<ServerListing, 'remotes'>): string[] {
  return [...new Set(openAddresses(listing).map((address) => new URL(address).host))];
}

/** The endpoints that identify a listing's server. A listing of several hosts has none: they may be several servers. */
export function endpoints(listing: Pick<ServerListing, 'remotes'>): string[] {
  return openHosts(listing).length > 1 ? [] : openAddresses(listing);
}

/**
 * One server is one package or one endpoint, never one repository and never one display name.
 * The source's own name serves only when a listing names neither.
 */
export function serverId(
  listing: { source: string } & Pick<ServerListing, 'name' | 'packages' | 'remotes'>,
): string {
  const [packaged] = packageIds(listing);
  const [endpoint] = endpoints(listing);
  return packaged ?? (endpoint === undefined ? `${listing.source}:${listing.name}` : `remote:${endpoint}`);
}

/** Sorts ids the strongest first: packages in their order, then endpoints, then names. */
export function byStrength(a: string, b: string): number {
  const rank = (id: string): number => {
    const index = [...kindOrder, 'remote'].findIndex((kind) => id.startsWith(`${kind}:`));
    return index === -1 ? kindOrder.length + 1 : index;
  };
  return rank(a) - rank(b) || byText(a, b);
}
