import { visible } from '../model/display.ts';
import { wordsOf } from '../model/name-words.ts';
import { paths } from '../model/paths.ts';
import type { Reachability } from '../model/reachability.ts';
import { type Risk, worse } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { type Counts, countsOf } from './counts.ts';
import { sourceLabels } from './sentences.ts';
import { byText } from '../model/text-order.ts';

/** How the tools of a server are known: its package was started, its address asked, a source’s word taken, or not at all. */
export type KnownBy = 'started' | 'asked' | 'heard' | 'unknown';

/** One server in a list. Text is ready to show. */
export interface ServerRow {
  name: string;
  path: string;
  /** Null: nobody has listed them. */
  tools: number | null;
  /** The gravest of its tools' risks; Unknown when nobody has listed them, null when it lists none. */
  risk: Risk | null;
  counts: Counts;
  knownBy: KnownBy;
  listedOn: string | null;
  /** What its remote addresses answered, each answer once. */
  remotes: Reachability['state'][];
  faults: number;
}

/** How anybody knows what the tools of a server are. */
export function knownBy({ inspection, listed }: Pick<CatalogueServer, 'inspection' | 'listed'>): KnownBy {
  if (inspection !== null) return inspection.kind === 'remote' ? 'asked' : 'started';
  return listed === undefined ? 'unknown' : 'heard';
}

/** The day its tools were read, and where when that was not the server itself. */
function listedOn({ inspection, listed }: CatalogueServer): string | null {
  if (inspection !== null) return inspection.at.slice(0, 10);
  return listed === undefined ? null : `${listed.on}, from ${sourceLabels[listed.source]}`;
}

/** The gravest risk of a server's tools; Unknown when nobody has listed them, null when it lists none. */
export function serverRisk(server: CatalogueServer): Risk | null {
  const risks = server.tools.map(({ classification }) => classification.risk);
  if (risks.length > 0) return risks.reduce(worse);
  return knownBy(server) === 'unknown' ? 'Unknown' : null;
}

/** A server by name, and its row, which may be made when it is looked at. */
export interface NamedRow {
  name: string;
  slug: string;
  row: ServerRow;
}

/** What a list of servers shows of one. */
export function serverRow(server: CatalogueServer): ServerRow {
  const known = knownBy(server);
  return {
    name: visible(server.name),
    path: paths.server(server.slug),
    tools: known === 'unknown' ? null : server.tools.length,
    risk: serverRisk(server),
    counts: countsOf(server.tools.map(({ classification }) => classification)),
    knownBy: known,
    listedOn: listedOn(server),
    remotes: [...new Set(server.reachability.map(({ state }) => state))],
    faults: server.faults.length,
  };
}

/** A server of which the row is made now. */
export const namedRow = (server: CatalogueServer): NamedRow => ({
  ...{ name: server.name, slug: server.slug },
  row: serverRow(server),
});

/** The rows by name, capitals and punctuation aside. */
export function serverRows(servers: readonly NamedRow[]): ServerRow[] {
  return servers
    .map(({ name, slug, row }) => [[...wordsOf(name), slug].join(' '), row] as const)
    .sort(([a], [b]) => byText(a, b))
    .map(([, row]) => row);
}
