import type { Verified } from '../lock/verify.ts';
import { oneLine } from '../model/display.ts';
import { type Risk, type RiskLevel } from '../model/risks.ts';
import type { RatedTool, ScannedServer } from '../model/scanned.ts';
import type { SarifFinding, SarifRule } from '../sarif/sarif.ts';
import { exceeds } from '../terminal/ceiling.ts';

/** The kinds of things that scans, locks and stacks find. */
export const rules = [
  {
    id: 'risky-tool',
    summary: 'A tool that an agent is given can do grave things, or its risk is unknown.',
    help: 'Deny it, or bound it with a policy: placard policy export prints one.',
  },
  {
    id: 'unlisted-server',
    summary: 'The tools of a server could not be listed, so their risk is unknown.',
    help: 'See why, and list it where that is possible.',
  },
  {
    id: 'changed-tool',
    summary: 'A server lists a tool in another way than it was approved, or one that was not approved.',
    help: 'Review the difference with placard lock verify, then lock the server again or leave it out.',
  },
  {
    id: 'replaced-package',
    summary: 'The same version of a package came as another archive than the approved one.',
    help: 'Do not use it. Ask its authors what happened.',
  },
  {
    id: 'chain',
    summary: 'Tools of several servers together can do what none should.',
    help: 'Deny all tools of one link: placard stack names the fewest that break every chain.',
  },
  {
    id: 'shared-name',
    summary: 'Tools of several servers can be taken for each other.',
    help: 'Leave one of the servers out, or deny one of the tools.',
  },
  {
    id: 'shadowing',
    summary: 'A definition gives orders about a tool of another server.',
    help: 'Leave out the server that does it.',
  },
] as const satisfies readonly SarifRule[];

export type RuleId = (typeof rules)[number]['id'];

/** Where a server is configured. */
export interface Place {
  file: string | null;
  line: number | null;
}

const finding = (
  rule: RuleId,
  risk: Risk,
  place: Place,
  about: Pick<SarifFinding, 'message' | 'subject'>,
): SarifFinding => ({
  ...{ rule, risk, ...place },
  ...about,
});

function toolFinding(
  server: ScannedServer,
  { definition, classification }: RatedTool,
  place: Place,
): SarifFinding {
  const { risk, category, rationale } = classification;
  const message = `${oneLine(definition.name, 128)} of ${oneLine(server.name, 128)}: ${risk}, ${category}. ${oneLine(rationale, 400)}`;
  return finding('risky-tool', risk, place, { message, subject: `${server.name}/${definition.name}` });
}

/** What a scanned server is worth pointing at: its tools from a level on, or that nobody can tell. */
export function scanFindings(server: ScannedServer, from: RiskLevel, place: Place): SarifFinding[] {
  const { name, state, problem, tools } = server;
  if (state !== 'listed') {
    const message = `${oneLine(name, 128)} could not be listed. ${oneLine(problem ?? '', 400)}`;
    return [finding('unlisted-server', 'Unknown', place, { message, subject: name })];
  }
  return tools
    .filter(({ classification }) => exceeds(classification.risk, from))
    .map((tool) => toolFinding(server, tool, place));
}

/** What is not as it was approved. */
export function lockFindings(server: Verified, place: Place): SarifFinding[] {
  const { name, problem, isReplaced, differences } = server;
  if (problem !== null) {
    const message = `${oneLine(name, 128)} could not be compared with the lock. ${oneLine(problem, 400)}`;
    return [finding('unlisted-server', 'Unknown', place, { message, subject: name })];
  }
  const replaced = {
    message: `${oneLine(name, 128)}: the same version came as another archive.`,
    subject: name,
  };
  return [
    ...(isReplaced ? [finding('replaced-package', 'Critical', place, replaced)] : []),
    ...differences.map(({ tool, kind, parts, before, after }) => {
      const risk = after?.risk ?? 'Low';
      const what = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
      const message = `${oneLine(tool, 128)} of ${oneLine(name, 128)} was ${kind}${what}. Risk before: ${before?.risk ?? 'none'}; now: ${after?.risk ?? 'none'}.`;
      return finding('changed-tool', risk, place, { message, subject: `${name}/${tool}` });
    }),
  ];
}
