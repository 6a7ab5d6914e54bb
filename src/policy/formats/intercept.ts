import type { Constraint, Limit } from '../../model/policy.ts';
import { decided, toolsThat } from '../decided.ts';
import type { FittedPolicy, FittedRule } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { readings } from '../readings.ts';
import { denials, warnings } from '../words.ts';
import { gatewayWarnings } from '../gateway-words.ts';
import { yamlText } from '../yaml-text.ts';

const isPlain = (value: unknown): boolean => value !== null && typeof value !== 'object';

/** Whether Intercept's paths and comparisons can say it. Its paths know neither dots inside a name nor lists. */
function holds({ argument, op, value }: Constraint): boolean {
  // a text in the place of an object has no members, and a server may read the object out of the text
  if (op === 'exists' && value === false && argument.length > 1) return false;
  if (argument.some((member) => member === '' || member.includes('.') || /^\d+$/.test(member))) return false;
  if (op === 'neq' || op === 'not_in') return readings(value) !== null;
  return op === 'in' ? Array.isArray(value) && value.every(isPlain) : isPlain(value);
}

/** Names that Intercept takes for something else: every tool, or no name. */
const isNameless = (tool: string): boolean => tool === '*' || tool.trim() === '';

interface Rule {
  name: string;
  action?: 'deny';
  conditions?: { path: string; op: string; value: unknown }[];
  rate_limit?: string;
  on_deny: string;
}

function conditionRule({ argument, op, value, why }: Constraint): Rule {
  const path = `args.${argument.join('.')}`;
  const isForbidding = op === 'neq' || op === 'not_in';
  // null passes every comparison that forbids, so that something has to be there besides
  const conditions = isForbidding
    ? [
        { path, op: 'exists', value: true },
        { path, op: 'not_in', value: readings(value) },
      ]
    : [{ path, op, value }];
  return { name: `${path} ${op}`, conditions, on_deny: why };
}

/** One limit for each window, the lower one: Intercept takes two of one window for an error. */
function lowest(limits: readonly Limit[]): Limit[] {
  const byWindow = Map.groupBy(limits, ({ window }) => window);
  return [...byWindow.values()].flatMap((each) => each.toSorted((a, b) => a.max - b.max).slice(0, 1));
}

const limitRule = ({ window, max }: Limit): Rule => ({
  name: `${max} calls a ${window}`,
  rate_limit: `${max}/${window}`,
  on_deny: `More than ${max} calls in this ${window}.`,
});

function entry({ decision, wanted, constraints, limits }: FittedRule): { rules: Rule[] } {
  if (decision === 'allow')
    return { rules: [...constraints.map(conditionRule), ...lowest(limits).map(limitRule)] };
  return {
    rules: [{ name: 'closed', action: 'deny', on_deny: denials[wanted === 'allow' ? 'deny' : wanted] }],
  };
}

function warningsOf(policy: FittedPolicy): Warning[] {
  return decided(policy, 'allow').flatMap(([tool, { constraints, limits }]) => [
    ...constraints
      .filter(({ mustBeGiven, op }) => !mustBeGiven && op !== 'exists')
      .map((each): Warning => ({
        tool,
        ability: 'arguments',
        message: gatewayWarnings.mustBeGiven(tool, each),
      })),
    ...(lowest(limits).length < limits.length
      ? [{ tool, ability: 'limits' as const, message: gatewayWarnings.oneLimit(tool) }]
      : []),
  ]);
}

export const intercept: Format = {
  id: 'intercept',
  name: 'Intercept',
  summary: 'The policy file of PolicyLayer’s open proxy.',
  source: { url: 'https://github.com/PolicyLayer/Intercept/blob/main/POLICY.md', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'none',
    deny: 'native',
    hide: 'native',
    arguments: 'native',
    limits: 'native',
    definition: 'none',
  },
  argument: (constraint) => (holds(constraint) ? 'native' : 'none'),
  proofs: [
    {
      kind: 'not-executed',
      from: 'internal/config and internal/engine of PolicyLayer/Intercept',
      dated: '2026-11-21',
      abilities: ['allow', 'deny', 'hide', 'arguments', 'limits'],
    },
  ],
  notes: [
    'A condition on an argument that is not given refuses the call.',
    'Values are compared as text, so the text "false" equals false.',
    'Limits count in calendar windows (UTC), for all agents of one proxy together.',
    'intercept validate -c checks the file.',
  ],
  aliasFault: () => null,
  print(policy) {
    const shown = decided(policy, 'allow', 'deny').filter(([tool]) => !isNameless(tool));
    const hidden = toolsThat(policy, 'hide').filter((tool) => !isNameless(tool));
    const nameless = policy.rules
      .filter(([tool]) => isNameless(tool))
      .map(([tool]): Warning => ({ tool, ability: 'allow', message: warnings.nameless(tool) }));
    const file = {
      name: 'intercept.yaml',
      language: 'yaml' as const,
      text: yamlText({
        version: '1',
        default: 'deny',
        ...(hidden.length === 0 ? {} : { hide: hidden }),
        tools: new Map(shown.map(([tool, rule]) => [tool, entry(rule)])),
      }),
      destination: 'Start the server with intercept -c intercept.yaml -- and its command.',
    };
    return { files: [file], fill: [], warnings: [...nameless, ...warningsOf(policy)] };
  },
};
