import type { Category } from '../model/categories.ts';
import type { Classification } from '../model/classification.ts';
import type { Decision, Limit, Policy, ToolRule } from '../model/policy.ts';
import type { Risk } from '../model/risks.ts';

const perMinute = (max: number): Limit[] => [{ window: 'minute', max }];
const rule = (decision: Decision, limits: Limit[] = []): ToolRule => ({ decision, limits });

/** What an agent may do with a tool nobody could rate: nothing until a person has looked. */
const unrated = rule('ask', perMinute(10));

/**
 * The rule for each rating. Write 30 and Execute 10 a minute are the figures people already use;
 * the rest follows the rubric: the graver the rating, the fewer calls and the more often a person decides.
 */
const rules: Readonly<Record<Category, Partial<Record<Risk, ToolRule>>>> = {
  Read: {
    Low: rule('allow', perMinute(60)),
    Medium: rule('allow', perMinute(30)),
    High: rule('ask', perMinute(5)),
    Critical: rule('deny'),
  },
  Write: {
    Low: rule('allow', perMinute(60)),
    Medium: rule('allow', perMinute(30)),
    High: rule('ask', [...perMinute(10), { window: 'day', max: 100 }]),
    Critical: rule('deny'),
  },
  Execute: {
    Low: rule('allow', perMinute(10)),
    Medium: rule('allow', perMinute(10)),
    High: rule('ask', perMinute(10)),
    Critical: rule('deny'),
  },
  Destructive: {
    Low: rule('ask', perMinute(5)),
    Medium: rule('ask', perMinute(5)),
    High: rule('hide'),
    Critical: rule('hide'),
  },
  Financial: {
    Low: rule('ask', perMinute(1)),
    Medium: rule('ask', perMinute(1)),
    High: rule('deny'),
    Critical: rule('deny'),
  },
};

/** The rule we recommend for a tool with this rating: the only place where a rating becomes a policy. */
export function recommend({ category, risk }: Pick<Classification, 'category' | 'risk'>): ToolRule {
  return rules[category][risk] ?? unrated;
}

/** The policy of a whole server from the rules of all its tools. */
export function policyOf(tools: readonly { name: string; rule: ToolRule }[]): Policy {
  return { default: 'deny', tools: Object.fromEntries(tools.map(({ name, rule }) => [name, rule])) };
}
