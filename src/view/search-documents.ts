import type { Attack } from '../model/attack.ts';
import { categoriesByWeight } from '../model/categories.ts';
import { visible } from '../model/display.ts';
import { Reachability } from '../model/reachability.ts';
import { risksByWeight } from '../model/risks.ts';
import {
  type SearchDocument,
  type SearchFacetValue,
  searchKinds,
  type SearchRoot,
  type SearchServer,
} from '../model/search.ts';
import { type CatalogueServer, SourceId } from '../model/server.ts';
import { SignalId, signals } from '../model/signals.ts';
import { formats } from '../policy/formats.ts';
import { isWellKnown } from './catalogue-page.ts';
import { sourceLabels } from './sentences.ts';
import { searchKindLabels } from './sentences/search.ts';
import { filterLabels, knownLabels, type ServerFilter } from './sentences/servers.ts';
import { knownBy, serverRisk } from './server-row.ts';

const labelled = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): SearchFacetValue[] => values.map((value) => [value.toLowerCase(), label(value)]);

const reaches: readonly ServerFilter[] = [
  ...(Object.keys(knownLabels) as ServerFilter[]),
  ...Reachability.options.map(({ shape }): ServerFilter => `remote-${shape.state.value}`),
];

/** Every value by which a search can be narrowed, in the order of the page. */
export const searchFacetValues: SearchRoot['facets'] = {
  kind: labelled(searchKinds, (kind) => searchKindLabels[kind]),
  risk: labelled(risksByWeight, (risk) => risk),
  category: labelled(categoriesByWeight, (category) => category),
  signal: labelled(SignalId.options, (signal) => signals[signal].label),
  reach: labelled(reaches, (reach) => filterLabels[reach]),
  source: labelled(SourceId.options, (source) => sourceLabels[source]),
};

function searchServer(server: CatalogueServer): SearchServer {
  const names = [
    ...server.packages.map(({ name }) => name),
    ...server.remotes.map(({ url }) => (URL.canParse(url) ? new URL(url).hostname : '')),
    ...server.sources.map(({ name }) => name),
  ];
  return {
    name: visible(server.name),
    slug: server.slug,
    known: [...new Set(names)].join(' '),
    reach: [...new Set([knownBy(server), ...server.reachability.map(({ state }) => `remote-${state}`)])],
    sources: [...new Set(server.sources.map(({ source }) => source))],
  };
}

const unrated = { risk: null, category: null, signals: [] } as const;

/** A server and its tools, as they are searched. */
export function searchDocuments(server: CatalogueServer): SearchDocument[] {
  const found = searchServer(server);
  const isKnown = isWellKnown(found.sources);
  const risk = serverRisk(server);
  return [
    {
      ...{ ...unrated, kind: 'server', name: found.name, slug: server.slug, server: found, isKnown },
      description: server.description ?? '',
      risk: risk === null ? null : risk.toLowerCase(),
    },
    ...server.tools.map(({ definition, slug, classification }): SearchDocument => ({
      ...{ kind: 'tool', name: visible(definition.name), slug, server: found, isKnown },
      description: `${definition.title ?? ''} ${definition.description ?? ''}`,
      risk: classification.risk.toLowerCase(),
      category: classification.category.toLowerCase(),
      signals: [...new Set(classification.signals.map(({ id }) => id))],
    })),
  ];
}

/** What can be found besides servers and tools: attacks, signals and formats of policies. */
export function furtherSearchDocuments(attacks: readonly Attack[]): SearchDocument[] {
  const further = { ...unrated, server: null, isKnown: true } as const;
  return [
    ...attacks.map(({ id, name, summary }): SearchDocument => ({
      ...further,
      ...{ kind: 'attack', name, slug: id, description: summary },
    })),
    ...SignalId.options.map((id): SearchDocument => ({
      ...further,
      ...{ kind: 'signal', name: signals[id].label, slug: id },
      description: `${id} ${signals[id].meaning}`,
    })),
    ...formats.map(({ id, name, summary }): SearchDocument => ({
      ...further,
      ...{ kind: 'format', name, slug: id, description: `${id} ${summary}` },
    })),
  ];
}
