import { bars, type RiskLevel } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { serverRisk } from '../view/server-row.ts';
import { packagesOf, ServerJson } from './server-json.ts';

/**
 * Whether a server may be in a registry with this ceiling: somebody has listed its tools, the gravest of them stands at the ceiling or
 * below, none of them is unknown, no source says that it is deleted, and a client can reach it.
 */
export function isApproved(server: CatalogueServer, ceiling: RiskLevel): boolean {
  const risk = serverRisk(server);
  const isKnown = server.tools.every(({ classification }) => classification.risk !== 'Unknown');
  const isDeleted = server.sources.some(({ status }) => status === 'deleted');
  const isReached = packagesOf(server).length + server.remotes.length > 0;
  return (
    risk !== null && risk !== 'Unknown' && bars(risk) <= bars(ceiling) && isKnown && !isDeleted && isReached
  );
}

/** The namespace of a site in names of registries: its host the other way round. */
export function namespaceOf(site: URL): string {
  return site.hostname.split('.').reverse().join('.');
}

/** A name of the official registry, which also names a folder and so must not lead out of one. */
const isName = (name: string): boolean =>
  ServerJson.shape.name.safeParse(name).success && name.split('/').every((part) => !/^\.+$/.test(part));

/** The official registry’s name for a server, as that registry or the package itself says. */
const officialName = ({ sources }: CatalogueServer): string | null =>
  sources
    .flatMap(({ source, name, registryName }) => [
      ...(source === 'official-registry' ? [name] : []),
      ...(registryName === undefined ? [] : [registryName]),
    ])
    .find(isName) ?? null;

/**
 * The approved servers by the name they have in the registry: the official one, or one of the site’s own where there is none or
 * another server has it. Sorted by name.
 */
export function approved(
  servers: Iterable<CatalogueServer>,
  ceiling: RiskLevel,
  site: URL,
): Map<string, CatalogueServer> {
  const named = new Map<string, CatalogueServer>();
  for (const server of servers) {
    if (!isApproved(server, ceiling)) continue;
    const official = officialName(server);
    const isFree = official !== null && !named.has(official);
    named.set(isFree ? official : `${namespaceOf(site)}/${server.slug}`, server);
  }
  return new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}
