import type { ConfiguredServer } from '../clients/configured-server.ts';
import type { RiskLevel } from '../model/risks.ts';
import type { SarifFinding } from '../sarif/sarif.ts';
import { exceeds } from '../terminal/ceiling.ts';
import { collisionMeaning, shadowMeaning } from '../view/sentences/stack.ts';
import type { StackEntry } from '../view/stack/entry-view.ts';
import { placedName, type StackView, type ToolView } from '../view/stack/stack-view.ts';
import type { Place, RuleId } from './findings.ts';

/** A server of a stack and the file it is configured in. */
type Filed = StackEntry & { file: string; configured: ConfiguredServer };

const nowhere: Place = { file: null, line: null };

const gravest = (tools: readonly ToolView[]): ToolView | undefined =>
  tools.toSorted((a, b) => b.bars - a.bars)[0];
const names = (tools: readonly ToolView[]): string => tools.map(placedName).join(', ');

const placeOf = ({ file, configured }: Filed): Place => ({ file, line: configured.place.line });

const unknownFinding = (entry: Filed): SarifFinding => ({
  ...{ rule: 'unlisted-server', risk: 'Unknown', subject: entry.alias },
  ...{ message: `What ${entry.alias} can do is not known.`, ...placeOf(entry) },
});

/**
 * What a stack is worth pointing at: tools from a level on (High where none is given), chains, names that collide, orders about
 * other servers' tools, and servers of which nothing is known. Each at the line of the configuration that brings its gravest tool in.
 */
export function stackFindings(
  entries: readonly Filed[],
  view: StackView,
  ceiling: RiskLevel | null,
): SarifFinding[] {
  const places = new Map(entries.map((entry) => [entry.alias, placeOf(entry)]));
  const finding = (
    rule: RuleId,
    tools: readonly ToolView[],
    subject: string,
    message: string,
  ): SarifFinding => {
    const worst = gravest(tools);
    return {
      rule,
      risk: worst?.risk ?? 'Unknown',
      subject,
      message,
      ...(places.get(worst?.alias ?? '') ?? nowhere),
    };
  };
  const grave = view.tools.filter(({ risk }) => exceeds(risk, ceiling ?? 'High'));
  return [
    ...grave.map((tool) =>
      finding('risky-tool', [tool], placedName(tool), `${placedName(tool)}: ${tool.risk}, ${tool.category}.`),
    ),
    ...view.chains.map(({ id, title, meaning, links, servers }) => {
      const roles = links.map(({ role, tools }) => `${role}: ${names(tools)}.`).join(' ');
      const all = links.flatMap(({ tools }) => tools);
      return finding('chain', all, `${id} ${servers.join(' ')}`, `${title}. ${meaning} ${roles}`);
    }),
    ...view.collisions.map(({ what, tools }) =>
      finding('shared-name', tools, names(tools), `${names(tools)} have ${what}. ${collisionMeaning}`),
    ),
    ...view.shadowings.map(({ by, of, quote }) =>
      finding(
        'shadowing',
        [by],
        `${placedName(by)} ${names(of)}`,
        `${placedName(by)}: “${quote}” ${shadowMeaning}`,
      ),
    ),
    ...entries.filter(({ server }) => (server?.tools ?? null) === null).map(unknownFinding),
  ];
}
