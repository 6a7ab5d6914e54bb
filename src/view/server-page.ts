import { visible } from '../model/display.ts';
import type { FaultKind } from '../model/fault.ts';
import { wordsOf } from '../model/name-words.ts';
import { paths } from '../model/paths.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { addressFacts, type Fact, inspectionFacts, packageFacts, sourceFacts } from './facts.ts';
import type { Crumb } from './json-ld.ts';
import { launchFacts } from './launch-facts.ts';
import { policyOf } from '../policy/recommend.ts';
import { policyText, shownPreset } from './policy-block.ts';
import { type PolicyExport, shownExports } from './policy-exports.ts';
import { type Counts, countsOf } from './counts.ts';
import {
  faultSentence,
  judgesOf,
  reviewSentence,
  serverMeta,
  serverVerdict,
  sourceLabels,
  toolsOrigin,
} from './sentences.ts';
import { byGravity, listed, type ToolRow, toolRow } from './tool-row.ts';

export interface FaultRow {
  sentence: string;
  cause: string;
  on: string;
  kind: FaultKind;
}

/** One server in a list. */
export interface ServerRow {
  name: string;
  path: string;
  /** Null: nobody has listed them. */
  tools: number | null;
  /** The gravest of its tools' risks; Unknown when nobody has listed them, null when it lists none. */
  risk: Risk | null;
  counts: Counts;
  listedOn: string | null;
  faults: number;
}

/** Exactly what a server page shows. Text is ready to show and still to be escaped for HTML. */
export interface ServerPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  path: string;
  name: string;
  description: string | null;
  risk: Risk | null;
  verdict: string;
  judges: string | null;
  counts: Counts;
  isListed: boolean;
  tools: ToolRow[];
  /** Null where there are no tools to have a policy on. */
  policy: { text: string; exports: PolicyExport[]; allPath: string } | null;
  facts: Fact[];
  /** Why a person should look at the list of tools. */
  reviews: string[];
  faults: FaultRow[];
}

const rowsOf = (server: CatalogueServer): ToolRow[] => byGravity(listed([server])).map(toolRow);

const textOf = (outside: string | null): string | null =>
  outside === null || outside.trim() === '' ? null : visible(outside.trim());

/** Whether nobody, no source either, has said what its tools are. */
const isUnlisted = ({ inspection, listed }: CatalogueServer): boolean =>
  inspection === null && listed === undefined;

/** The day its tools were read, and where when that was not the server itself. */
function listedOn({ inspection, listed }: CatalogueServer): string | null {
  if (inspection !== null) return inspection.at.slice(0, 10);
  return listed === undefined ? null : `${listed.on}, from ${sourceLabels[listed.source]}`;
}

function verdictOf(server: CatalogueServer, rows: readonly ToolRow[] | null): string {
  const verdict = serverVerdict(visible(server.name), rows);
  return server.inspection === null && rows !== null ? `${verdict} ${toolsOrigin(server)}` : verdict;
}

function riskOf(server: CatalogueServer, rows: readonly ToolRow[]): Risk | null {
  return rows[0]?.risk ?? (isUnlisted(server) ? 'Unknown' : null);
}

function serverRow(server: CatalogueServer): ServerRow {
  const rows = rowsOf(server);
  return {
    name: visible(server.name),
    path: paths.server(server.slug),
    tools: isUnlisted(server) ? null : rows.length,
    risk: riskOf(server, rows),
    counts: countsOf(rows),
    listedOn: listedOn(server),
    faults: server.faults.length,
  };
}

/** The servers by name, capitals and punctuation aside. */
export function serverRows(servers: readonly CatalogueServer[]): ServerRow[] {
  return servers
    .map((server) => [[...wordsOf(server.name), server.slug].join(' '), serverRow(server)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
}

function policyBlock(server: CatalogueServer): ServerPage['policy'] {
  if (server.tools.length === 0) return null;
  return {
    text: policyText(server),
    exports: shownExports(server, policyOf(server, shownPreset)),
    allPath: paths.policies(server.slug),
  };
}

/** Everything the page of one server shows; its tools gravest first. */
export function serverPage(server: CatalogueServer): ServerPage {
  const tools = rowsOf(server);
  const name = visible(server.name);
  const isListed = !isUnlisted(server);
  const verdict = verdictOf(server, isListed ? tools : null);
  return {
    title: `${name}: risk of its MCP tools`,
    meta: serverMeta(name, verdict),
    crumbs: [
      { label: 'Servers', path: paths.servers },
      { label: name, path: paths.server(server.slug) },
    ],
    path: paths.server(server.slug),
    name,
    description: textOf(server.description),
    risk: riskOf(server, tools),
    verdict,
    judges: judgesOf(server.tools.map(({ classification }) => classification)),
    counts: countsOf(tools),
    isListed,
    tools,
    policy: policyBlock(server),
    facts: [
      ...packageFacts(server),
      ...launchFacts(server),
      ...sourceFacts(server),
      ...inspectionFacts(server),
      ...addressFacts(server),
    ],
    reviews: (server.review ?? []).map((review) => reviewSentence(review, server.tools.length)),
    faults: server.faults.map(({ kind, cause, at }) => ({
      sentence: faultSentence(kind),
      cause: visible(cause.trim()),
      on: at.slice(0, 10),
      kind,
    })),
  };
}
