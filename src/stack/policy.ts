import type { Decision, Policies, Policy, Preset } from '../model/policy.ts';
import { exportPolicy } from '../policy/export.ts';
import type { Exported, Format } from '../policy/format.ts';
import { filesOfSeveral } from '../policy/several.ts';
import { underscored } from '../policy/spelling.ts';
import { aliasFaults } from '../policy/words.ts';
import type { PlacedTool } from './stack.ts';
import { toolKey } from './stack.ts';

/** A server of a stack and what is recommended for it; null where its tools are unknown. */
export interface GovernedMember {
  alias: string;
  policies: Policies | null;
}

/** What somebody decided for single tools instead of the preset, by `toolKey`. */
export type Toggles = ReadonlyMap<string, Decision>;

/** The policy of one server under its name in the stack. */
export interface AliasedPolicy {
  alias: string;
  policy: Policy;
}

/** The policies of a stack under a preset, each tool decided otherwise where a toggle says so. */
export function stackPolicies(
  members: readonly GovernedMember[],
  preset: Preset,
  toggles: Toggles,
): AliasedPolicy[] {
  return members.flatMap(({ alias, policies }) => {
    if (policies === null) return [];
    const { tools, ...rest } = policies[preset];
    const decided = Object.entries(tools).map(([name, rule]) => {
      const decision = toggles.get(toolKey({ alias, tool: { name } })) ?? rule.decision;
      return [name, { ...rule, decision }] as const;
    });
    return [{ alias, policy: { ...rest, tools: Object.fromEntries(decided) } }];
  });
}

/** What these policies decide for a tool. Tools that no policy names are denied, as a policy says of itself. */
export function decisions(policies: readonly AliasedPolicy[]): (tool: PlacedTool) => Decision {
  const known = new Map(policies.map(({ alias, policy }) => [alias, new Map(Object.entries(policy.tools))]));
  return ({ alias, tool }) => known.get(alias)?.get(tool.name)?.decision ?? 'deny';
}

/** A stack's policy in one format. */
export interface StackExport extends Pick<Exported, 'files' | 'fill'> {
  /** What the format cannot hold, each sentence once. */
  warnings: string[];
  /** Servers whose name cannot be written there, and why. They are in no file. */
  faults: { alias: string; sentence: string }[];
}

/** The policies of several servers in one format, as the files that a program reads for all of them. */
export function exportStack(
  policies: readonly AliasedPolicy[],
  format: Format,
  withGuard: boolean,
): StackExport {
  const faults = policies.flatMap(({ alias }, index) => {
    const earlier = policies.slice(0, index).find((each) => underscored(each.alias) === underscored(alias));
    const alike = earlier === undefined ? null : aliasFaults.alike(alias, earlier.alias);
    const sentence = format.aliasFault(alias) ?? alike;
    return sentence === null ? [] : [{ alias, sentence }];
  });
  const written = policies
    .filter(({ alias }) => faults.every((fault) => fault.alias !== alias))
    .map(({ alias, policy }) => ({ alias, ...exportPolicy(policy, format, { alias, withGuard }) }));
  return {
    files: filesOfSeveral(format.id, written),
    fill: [...new Set(written.flatMap(({ fill }) => fill))],
    warnings: [...new Set(written.flatMap(({ warnings }) => warnings.map(({ message }) => message)))],
    faults,
  };
}
