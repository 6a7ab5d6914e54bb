import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import { bars, type Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';
import { contradictions } from './contradictions.ts';
import { countsOf } from './counts.ts';
import { shownRule } from './policy-block.ts';
import { decisionLabels, reachabilityLabels, tally, toolsOrigin } from './sentences.ts';
import { knownBy, serverRisk } from './server-row.ts';
import { frequentSignals } from './signal-lists.ts';
import { byGravity, listed } from './tool-row.ts';
import { count, enumeration, figure } from './wording.ts';

/**
 * What a comparison shows of one server, as its file holds it. Every server’s facts have the same terms in the same
 * order. Text is ready to show as text.
 */
export interface ServerCard {
  name: string;
  path: string;
  risk: Risk | null;
  /** Bars of the meter beside the risk. */
  bars: number;
  facts: [term: string, text: string][];
}

/** The servers a comparison offers: the last segment of their address, and their name. */
export type Comparable = [slug: string, name: string][];

function decisions({ tools }: CatalogueServer): string {
  const by = Map.groupBy(tools, (tool) => shownRule(tool).decision);
  return tally(
    Object.entries(decisionLabels).map(([decision, label]) => ({
      key: label.toLowerCase(),
      count: [...by].find(([key]) => key === decision)?.[1].length ?? 0,
    })),
  );
}

function remotesOf({ remotes, reachability }: CatalogueServer): string {
  if (remotes.length === 0) return 'none known';
  const answers = [...new Set(reachability.map(({ state }) => reachabilityLabels[state]))];
  const said = answers.length === 0 ? 'never asked' : enumeration(answers);
  return `${count(remotes.length, 'address', 'addresses')}: ${said}`;
}

/** What is known of its tools; `unknown` in every line when nobody has listed them. */
function toolFacts(server: CatalogueServer): ServerCard['facts'] {
  const tools = listed([server]);
  const { byRisk, byCategory } = countsOf(tools.map(({ tool }) => tool.classification));
  const gravest = byGravity(tools).slice(0, 3);
  const signals = frequentSignals(tools, 5).map(({ title, entries }) => ({
    key: title,
    count: entries.length,
  }));
  const facts: ServerCard['facts'] = [
    ['Tools', figure(tools.length)],
    ['By risk', tally(byRisk)],
    ['By category', tally(byCategory)],
    ['Gravest tools', enumeration(gravest.map(({ tool }) => visible(tool.definition.name)))],
    ['What we recommend', decisions(server)],
    ['Signals seen most', tally(signals)],
    ['Hints that contradict', figure(contradictions(tools).length)],
  ];
  const isUnknown = knownBy(server) === 'unknown';
  return facts.map(([term, text]) => [term, isUnknown ? 'unknown' : text === '' ? 'none' : text]);
}

/** The facts of one server for a comparison. */
export function serverCard(server: CatalogueServer): ServerCard {
  const risk = serverRisk(server);
  return {
    name: visible(server.name),
    path: paths.server(server.slug),
    risk,
    bars: bars(risk ?? 'Unknown'),
    facts: [
      ...toolFacts(server),
      ['How the tools are known', toolsOrigin(server)],
      ['Remote addresses', remotesOf(server)],
      ['Faults recorded', server.faults.length === 0 ? 'none' : figure(server.faults.length)],
    ],
  };
}

/** Every server by name, as the comparison offers it. */
export function comparable(servers: readonly Pick<CatalogueServer, 'slug' | 'name'>[]): Comparable {
  return servers.map(({ slug, name }) => [slug, visible(name)]);
}

/** The parameters of the address that name the servers to compare. */
export const compareKeys: readonly string[] = ['a', 'b', 'c', 'd'];
