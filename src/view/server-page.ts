import { contextWindow } from '../model/context-window.ts';
import { visible } from '../model/display.ts';
import type { FaultKind } from '../model/fault.ts';
import { paths } from '../model/paths.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { addressFacts, type Fact, inspectionFacts, packageFacts, sourceFacts } from './facts.ts';
import type { Crumb } from './json-ld.ts';
import { launchFacts } from './launch-facts.ts';
import { policyText, shownPolicy } from './policy-block.ts';
import { type PolicyExport, shownExports } from './policy-exports.ts';
import { type Combination, combinationsOf } from './combinations.ts';
import { type HistoryRow, serverHistory } from './server-history.ts';
import { type SharedParameter, sharedParameters } from './shared-parameters.ts';
import { tokenSentence } from './sentences/server.ts';
import type { TokenCost, TokenCosts } from './token-cost.ts';
import { type Counts, countsOf } from './counts.ts';
import {
  faultSentence,
  judgesOf,
  reviewSentence,
  serverMeta,
  serverVerdict,
  toolsOrigin,
} from './sentences.ts';
import { knownBy, serverRisk } from './server-row.ts';
import { byGravity, listed, type ToolRow, toolRow } from './tool-row.ts';

export interface FaultRow {
  sentence: string;
  cause: string;
  on: string;
  kind: FaultKind;
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
  /** Where its parts stand, for a page that may be long. */
  parts: { label: string; id: string }[];
  tools: ToolRow[];
  /** Null for a server without tools. */
  tokens: (TokenCost & { sentence: string }) | null;
  combinations: Combination[];
  /** Null where there are no tools to have a policy on. */
  policy: { text: string; exports: PolicyExport[]; allPath: string } | null;
  /** The parameters that several tools have alike; their own pages name them only. */
  parameters: SharedParameter[];
  history: HistoryRow[];
  facts: Fact[];
  /** Why a person should look at the list of tools. */
  reviews: string[];
  faults: FaultRow[];
}

const rowsOf = (server: CatalogueServer): ToolRow[] => byGravity(listed([server])).map(toolRow);

const textOf = (outside: string | null): string | null =>
  outside === null || outside.trim() === '' ? null : visible(outside.trim());

function verdictOf(server: CatalogueServer, rows: readonly ToolRow[] | null): string {
  const verdict = serverVerdict(visible(server.name), rows);
  return server.inspection === null && rows !== null ? `${verdict} ${toolsOrigin(server)}` : verdict;
}

function tokensOf(server: CatalogueServer, costs: TokenCosts): ServerPage['tokens'] {
  const cost = costs(server);
  return cost === null ? null : { ...cost, sentence: tokenSentence(cost, contextWindow) };
}

function policyBlock(server: CatalogueServer): ServerPage['policy'] {
  if (server.tools.length === 0) return null;
  const policy = shownPolicy(server);
  return {
    text: policyText(policy),
    exports: shownExports(server, policy, 'server'),
    allPath: paths.policies(server.slug),
  };
}

/** The parts that a page has, in its order. */
function partsOf(
  page: Pick<ServerPage, 'combinations' | 'tokens' | 'parameters' | 'history' | 'faults'>,
): ServerPage['parts'] {
  return [
    { label: 'Together', id: 'together', isThere: page.combinations.length > 0 },
    { label: 'Tools', id: 'tools', isThere: true },
    { label: 'Token cost', id: 'tokens', isThere: page.tokens !== null },
    { label: 'Shared parameters', id: 'parameters', isThere: page.parameters.length > 0 },
    { label: 'Policy', id: 'policy', isThere: true },
    { label: 'History', id: 'history', isThere: page.history.length > 0 },
    { label: 'What went wrong', id: 'faults', isThere: page.faults.length > 0 },
  ].flatMap(({ isThere, ...part }) => (isThere ? [part] : []));
}

/** Everything the page of one server shows; its tools gravest first. */
export function serverPage(server: CatalogueServer, costs: TokenCosts): ServerPage {
  const tools = rowsOf(server);
  const name = visible(server.name);
  const isListed = knownBy(server) !== 'unknown';
  const verdict = verdictOf(server, isListed ? tools : null);
  const parts = {
    tokens: tokensOf(server, costs),
    combinations: combinationsOf(server),
    history: serverHistory(server),
    parameters: sharedParameters(server),
    faults: server.faults.map(({ kind, cause, at }) => ({
      ...{ kind, sentence: faultSentence(kind) },
      cause: visible(cause.trim()),
      on: at.slice(0, 10),
    })),
  };
  return {
    ...parts,
    parts: partsOf(parts),
    title: `${name}: risk of its MCP tools`,
    meta: serverMeta(name, verdict),
    crumbs: [
      { label: 'Servers', path: paths.servers },
      { label: name, path: paths.server(server.slug) },
    ],
    path: paths.server(server.slug),
    name,
    description: textOf(server.description),
    risk: serverRisk(server),
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
  };
}
