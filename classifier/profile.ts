import { displayName } from '../src/model/display-name.ts';
import { packageId } from '../src/model/identity.ts';
import { SourceId } from '../src/model/server.ts';
import type { CatalogueServer } from '../src/model/server.ts';
import type { StoredServer } from '../src/store/store.ts';

/** What is known of a server apart from its tools. */
export type Profile = Pick<
  CatalogueServer,
  'name' | 'description' | 'repository' | 'homepage' | 'packages' | 'remotes' | 'sources'
>;

function firstSaid(texts: readonly (string | null)[]): string | null {
  return texts.find((text) => text !== null && text.trim() !== '') ?? null;
}

function uniqueBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed();
}

/**
 * The listings of a server merged into one description of it. Null when every source has deleted it.
 * The name is a registry's title, else what the live server calls itself, else the package's or registry's name.
 */
export function profileOf({
  listings,
  inspection,
}: Pick<StoredServer, 'listings' | 'inspection'>): Profile | null {
  const sources = SourceId.options.flatMap((source) =>
    listings.filter((listing) => listing.source === source && listing.status !== 'deleted'),
  );
  const [first] = sources;
  if (first === undefined) return null;
  const started = inspection?.kind === 'package' ? [inspection.launch.package] : [];
  const packages = uniqueBy([...started, ...sources.flatMap((listing) => listing.packages)], packageId);
  const names = [
    ...sources.map(({ title }) => title),
    inspection?.serverTitle,
    packages[0]?.name,
    first.name,
  ];
  return {
    name: displayName(names) ?? first.name,
    description: firstSaid(sources.map(({ description }) => description)),
    repository: firstSaid(sources.map(({ repository }) => repository)),
    homepage: firstSaid(sources.map(({ homepage }) => homepage)),
    packages,
    remotes: uniqueBy(
      sources.flatMap(({ remotes }) => remotes),
      ({ kind, url }) => `${kind} ${url}`,
    ),
    sources,
  };
}
