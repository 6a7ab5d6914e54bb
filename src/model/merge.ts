import { canonical } from './canonical.ts';
import { DisjointSets } from './disjoint.ts';
import { byStrength, endpoints, openHosts, packageIds, serverId } from './identity.ts';
import type { Json } from './json.ts';
import { repositoryFolder } from './repository.ts';
import type { ServerListing } from './server.ts';
import { byText } from './text-order.ts';

/** What merging reads of a listing. */
export type Mergeable = { source: string } & Pick<
  ServerListing,
  'name' | 'packages' | 'remotes' | 'repository' | 'registryName'
>;

/**
 * Why two listings are of one server, strongest first:
 * - `proved-name`: the official registry lists the package under a name, and the package says that it has this name;
 * - `registry-name`: registries that share the official registry's names use the same one;
 * - `package`: they start the same package, versions aside;
 * - `endpoint`: they name the same address;
 * - `entry`: they name neither package nor address, and one source gives them the same name;
 * - `folder`: they name the same folder of the same repository, and nothing shows more than one server in it.
 */
export const mergeRules = ['proved-name', 'registry-name', 'package', 'endpoint', 'entry', 'folder'] as const;
export type MergeRule = (typeof mergeRules)[number];

/** Two listings that a rule has brought together, as places in the sorted list, and what they share. */
export interface Join {
  rule: MergeRule;
  key: string;
  pair: readonly [number, number];
}

/** Sources whose names are those of the official registry. */
const sharedNames: ReadonlySet<string> = new Set(['official-registry', 'pulsemcp', 'github-registry']);

/** The keys of a listing under the rules that need no other listing. Same key, same server. */
const keysOf: Readonly<Record<Exclude<MergeRule, 'folder'>, (listing: Mergeable) => string[]>> = {
  'proved-name': (listing) => {
    const name = sharedNames.has(listing.source) ? listing.name : listing.registryName;
    return name === undefined ? [] : packageIds(listing).map((id) => `${name} ${id}`);
  },
  'registry-name': ({ source, name }) => (sharedNames.has(source) ? [name] : []),
  package: packageIds,
  endpoint: endpoints,
  entry: (listing) =>
    packageIds(listing).length + endpoints(listing).length === 0 ? [serverId(listing)] : [],
};

/** The places of the listings under each key, keys of one place left out. */
function sharedKeys(
  listings: readonly Mergeable[],
  keys: (listing: Mergeable) => string[],
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, listing] of listings.entries()) {
    for (const key of new Set(keys(listing))) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [place]);
      else known.push(place);
    }
  }
  for (const [key, known] of places) if (known.length < 2) places.delete(key);
  return places;
}

/** A listing and the server it has been found to be of so far. */
interface Placed {
  listing: Mergeable;
  server: number;
}

/** Whether listings that name one folder show that it holds more than one server. */
function areSeveral(placed: readonly Placed[]): boolean {
  const facts = placed.flatMap(({ listing, server }): [string, string][] => [
    [listing.source, String(server)],
    ...packageIds(listing).map((id): [string, string] => [id.slice(0, id.indexOf(':') + 1), id]),
    ...openHosts(listing).map((host): [string, string] => ['host', host]),
  ]);
  const first = new Map(facts.toReversed());
  return facts.some(([about, fact]) => first.get(about) !== fact);
}

/** The folders that hold one server as far as anybody says, each with the places of its listings. */
function singleFolders(listings: readonly Mergeable[], sets: DisjointSets): Map<string, number[]> {
  const at = ({ repository }: Mergeable) => (repository === null ? null : repositoryFolder(repository));
  const divided = new Set(listings.map(at).flatMap((found) => (found?.folder ? [found.repository] : [])));
  const shared = sharedKeys(listings, (listing) => {
    const found = at(listing);
    if (found === null || (found.folder === '' && divided.has(found.repository))) return [];
    return [`${found.repository} ${found.folder}`];
  });
  for (const [folder, places] of shared) {
    const placed = places.flatMap((place): Placed[] => {
      const listing = listings[place];
      return listing === undefined ? [] : [{ listing, server: sets.find(place) }];
    });
    if (areSeveral(placed)) shared.delete(folder);
  }
  return shared;
}

/** Listings in an order that does not depend on where they come from, each once. */
function sorted<Listing extends Mergeable>(listings: readonly Listing[]): Listing[] {
  const spelled = listings.map((listing) => [canonical(listing as Json), listing] as const);
  return [...new Map(spelled)].sort(([a], [b]) => byText(a, b)).map(([, listing]) => listing);
}

/**
 * Sorts listings by the server they are of. Which listings come together depends on the set of listings alone: not on
 * their order, not on how often one is given, and not on whether some were merged before.
 * `servers` has the listings of each server under its id, the strongest id of its listings, sorted by id;
 * `joins` says, strongest rule first, what brought listings together that were apart until then.
 */
export function merge<Listing extends Mergeable>(
  given: readonly Listing[],
): { listings: Listing[]; servers: Map<string, Listing[]>; joins: Join[] } {
  const listings = sorted(given);
  const sets = new DisjointSets(listings.length);
  const joins: Join[] = [];
  for (const rule of mergeRules) {
    const shared = rule === 'folder' ? singleFolders(listings, sets) : sharedKeys(listings, keysOf[rule]);
    for (const [key, [first = 0, ...others]] of shared)
      for (const other of others)
        if (sets.join(first, other)) joins.push({ rule, key, pair: [first, other] });
  }
  const groups = Map.groupBy(listings.keys(), (place) => sets.find(place));
  const servers = [...groups.values()].map((places): [string, Listing[]] => {
    const its = places.map((place) => listings[place]).filter((listing) => listing !== undefined);
    return [its.map(serverId).sort(byStrength)[0] ?? '', its];
  });
  return { listings, servers: new Map(servers.sort(([a], [b]) => byStrength(a, b))), joins };
}
