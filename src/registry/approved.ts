import { bars, type Risk, type RiskLevel } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { countsOf } from '../view/counts.ts';
import { serverRisk } from '../view/server-row.ts';
import { packagesOf, ServerJson, serverJson } from './server-json.ts';
import { byText } from '../model/text-order.ts';

/** A server that may be in a registry whose ceiling is high enough, with all that a registry says of it but its name there. */
export interface Candidate {
  slug: string;
  /** The gravest of its tools. */
  risk: RiskLevel;
  /** The official registry’s name for it, as that registry or the package itself says; null where nobody says one. */
  official: string | null;
  /** Without a name: `name` is empty. */
  json: ServerJson;
  isDeprecated: boolean;
  /** The first and the last day on which a tool was seen or changed. */
  days: readonly [first: string, last: string];
  tools: number;
  toolsByRisk: Readonly<Record<Risk, number>>;
}

/** The gravest risk of the tools of a server that a registry may have: all are known, no source has deleted it, and a client can reach it. */
function riskOf(server: CatalogueServer): RiskLevel | null {
  const risk = serverRisk(server);
  const isKnown = server.tools.every(({ classification }) => classification.risk !== 'Unknown');
  const isDeleted = server.sources.some(({ status }) => status === 'deleted');
  const isReached = packagesOf(server).length + server.remotes.length > 0;
  return risk !== null && risk !== 'Unknown' && isKnown && !isDeleted && isReached ? risk : null;
}

/** A name of the official registry, which also names a folder and so must not lead out of one. */
const isName = (name: string): boolean =>
  ServerJson.shape.name.safeParse(name).success && name.split('/').every((part) => !/^\.+$/.test(part));

const officialName = ({ sources }: CatalogueServer): string | null =>
  sources
    .flatMap(({ source, name, registryName }) => [
      ...(source === 'official-registry' ? [name] : []),
      ...(registryName === undefined ? [] : [registryName]),
    ])
    .find(isName) ?? null;

/** What a registry says of a server; null where none may have it: nobody has listed its tools, it lists none, or one is unknown. */
export function candidateOf(server: CatalogueServer): Candidate | null {
  const risk = riskOf(server);
  if (risk === null) return null;
  const { slug, tools, sources } = server;
  const first = tools.map(({ firstSeen }) => firstSeen).sort()[0] ?? '';
  const last =
    tools
      .map(({ changed, firstSeen }) => changed ?? firstSeen)
      .sort()
      .at(-1) ?? '';
  const counts = countsOf(tools.map(({ classification }) => classification)).byRisk;
  return {
    ...{ slug, risk, official: officialName(server), json: serverJson(server, '') },
    isDeprecated: sources.every(({ status }) => status === 'deprecated'),
    ...{ days: [first, last], tools: tools.length },
    toolsByRisk: Object.fromEntries(counts.map(({ key, count }) => [key, count])) as Record<Risk, number>,
  };
}

/** The namespace of a site in names of registries: its host the other way round. */
export function namespaceOf(site: URL): string {
  return site.hostname.split('.').reverse().join('.');
}

/**
 * The servers up to a ceiling by the name they have in the registry: the official one, or one of the site’s own where there is none or
 * another server, whose slug comes first, has it. Sorted by name.
 */
export function approved(
  candidates: Iterable<Candidate | null>,
  ceiling: RiskLevel,
  site: URL,
): Map<string, Candidate> {
  const named = new Map<string, Candidate>();
  const below = [...candidates]
    .filter((one) => one !== null)
    .filter(({ risk }) => bars(risk) <= bars(ceiling));
  for (const candidate of below.sort((a, b) => byText(a.slug, b.slug))) {
    const { official, slug } = candidate;
    const isFree = official !== null && !named.has(official);
    named.set(isFree ? official : `${namespaceOf(site)}/${slug}`, candidate);
  }
  return new Map([...named].sort(([a], [b]) => byText(a, b)));
}
