import { Decision, type Constraint } from '../model/policy.ts';
import type { FittedPolicy, FittedRule } from './fit.ts';
import type { Ability, Warning } from './format.ts';
import { aliasFaults, warnings } from './words.ts';

/** A name as a program spells it, with the rule that holds for every tool it means. */
export interface SpelledRule {
  name: string;
  /** The tools it means, by the server's own names. */
  tools: readonly string[];
  decision: Decision;
  /** What the policy wanted, and what the rule would have needed besides: see `FittedRule`. */
  wanted: Decision;
  lost: readonly Ability[];
  constraints: Constraint[];
}

const strictest = (decisions: readonly Decision[]): Decision =>
  decisions.reduce((strict, next) =>
    Decision.options.indexOf(next) > Decision.options.indexOf(strict) ? next : strict,
  );

const warningOf = (tool: string, message: string): Warning => ({ tool, ability: 'allow', message });

function joined(name: string, members: readonly { tool: string; rule: FittedRule }[]): SpelledRule {
  const rules = members.map(({ rule }) => rule);
  return {
    name,
    tools: members.map(({ tool }) => tool),
    decision: strictest(rules.map(({ decision }) => decision)),
    wanted: strictest(rules.map(({ wanted }) => wanted)),
    lost: rules.flatMap(({ lost }) => lost),
    constraints: rules.flatMap(({ constraints }) => constraints),
  };
}

/**
 * The rules of a policy under the names a program has for the tools; `spell` gives null for a tool that has none there.
 * Tools that the program cannot tell apart get the strictest of their decisions and all of their conditions. Both, and a
 * tool without a name, are said in a warning.
 */
export function spelledRules(
  policy: FittedPolicy,
  spell: (tool: string) => string | null,
): { rules: SpelledRule[]; warnings: Warning[] } {
  const all = policy.rules.map(([tool, rule]) => ({ tool, rule, name: spell(tool) }));
  const named = all.flatMap(({ name, ...rest }) => (name === null ? [] : [{ ...rest, name }]));
  const nameless = all.filter(({ name }) => name === null);
  const rules = [...Map.groupBy(named, ({ name }) => name)].map(([name, members]) => joined(name, members));
  const alike = rules.filter((rule) => rule.tools.length > 1);
  return {
    rules,
    warnings: [
      ...nameless.map(({ tool }) => warningOf(tool, warnings.nameless(tool))),
      ...alike.flatMap((rule) =>
        rule.tools.map((tool) => warningOf(tool, warnings.alike(rule.tools, rule.decision))),
      ),
    ],
  };
}

/** The names of the rules with one of these decisions, in the order of the policy. */
export function namesOf(rules: readonly SpelledRule[], ...decisions: readonly Decision[]): string[] {
  return rules.filter(({ decision }) => decisions.includes(decision)).map(({ name }) => name);
}

/** The text with every character but letters, digits, `_` and `-` replaced by `_`, as most clients spell names. */
export function underscored(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '_');
}

/** Whether a name has only letters, digits, `_` and `-`, and begins with none of the last, like an option. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_-]*$/.test(text);
}

/** Why an alias that must be a plain name is none, as a sentence, or null. */
export function plainAliasFault(alias: string): string | null {
  return isPlainName(alias) ? null : aliasFaults.plain(alias);
}
