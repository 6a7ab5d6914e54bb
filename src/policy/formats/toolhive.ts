import type { Json } from '../../model/json.ts';
import type { Constraint } from '../../model/policy.ts';
import {
  cedarAttribute,
  cedarComparison,
  cedarDecimal,
  cedarText,
  complete,
  decimalOrders,
  type CedarValues,
} from '../cedar.ts';
import { decided } from '../decided.ts';
import type { FittedRule } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { gatewayWarnings } from '../gateway-words.ts';
import { jsonText } from '../json-text.ts';
import { readings } from '../readings.ts';

function literal(value: Json): string | null {
  if (typeof value === 'string') return cedarText(value);
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' ? cedarDecimal(value) : null;
}

const values: CedarValues = {
  literal,
  forbidden: (value) => complete(readings(value)?.map(literal) ?? [null]),
  orders: decimalOrders,
};

/**
 * A condition as Cedar, or null where ToolHive's context cannot hold it. ToolHive passes `arg_<name>` for text, truth
 * values and numbers, `arg_<name>_present` for everything else, null included, and drops numbers beyond a decimal. So
 * presence cannot be told, nor that an argument was left out: one that was dropped looks the same.
 */
function condition(constraint: Constraint): string | null {
  const [name, ...deeper] = constraint.argument;
  if (name === undefined || deeper.length > 0 || !constraint.mustBeGiven) return null;
  const { isThere, subject } = cedarAttribute('context', `arg_${name}`);
  const holds = cedarComparison(subject, constraint, values);
  return holds === null ? null : `${isThere} && ${holds}`;
}

function permit(tool: string, { constraints }: FittedRule): string {
  const scope = `permit(principal, action == Action::"call_tool", resource == Tool::${cedarText(tool)})`;
  const conditions = constraints.map((constraint) => condition(constraint) ?? 'false');
  return conditions.length === 0 ? `${scope};` : `${scope} when { ${conditions.join(' && ')} };`;
}

/** ToolHive refuses a configuration without policies; this one says what Cedar does without any. */
const nothing = 'forbid(principal, action == Action::"call_tool", resource);';

export const toolhive: Format = {
  id: 'toolhive',
  name: 'ToolHive',
  summary: 'Cedar policies that ToolHive’s proxy evaluates before each call.',
  source: {
    url: 'https://github.com/stacklok/toolhive/tree/main/pkg/authz/authorizers/cedar',
    dated: '2026-11-21',
  },
  abilities: {
    allow: 'native',
    ask: 'none',
    deny: 'native',
    hide: 'native',
    arguments: 'native',
    limits: 'none',
    definition: 'none',
  },
  argument: (constraint) => (condition(constraint) === null ? 'none' : 'native'),
  proofs: [
    {
      kind: 'executed',
      against: '@cedar-policy/cedar-wasm',
      version: '4.13.0',
      by: 'npm test',
      abilities: ['allow', 'deny', 'arguments'],
    },
    {
      kind: 'not-executed',
      from: 'pkg/authz/tool_filter.go of ToolHive',
      dated: '2026-11-21',
      abilities: ['hide'],
    },
  ],
  notes: [
    'Everything that no policy permits is denied, and a tool that may not be called is not listed.',
    'ToolHive asks the policies once for each tool when it lists tools, without arguments: a tool whose condition needs an argument can be called, but is not listed.',
    'An argument that is a list, an object or JSON’s empty value reaches the policies only as arg_<name>_present, and a number beyond 922337203685477 not at all: a condition on an argument that may be left out cannot be held.',
    'Numbers are compared with four places after the point.',
    'A policy that fails for a call denies the call.',
    'The file is for one server; its policies hold for every client of the proxy.',
  ],
  aliasFault: () => null,
  print(policy) {
    const rules = decided(policy, 'allow');
    const policies = rules.map(([tool, rule]) => permit(tool, rule));
    const cedar = { policies: policies.length === 0 ? [nothing] : policies, entities_json: '[]' };
    const unlisted = rules
      .filter(([, { constraints }]) => constraints.length > 0)
      .map(([tool]): Warning => ({ tool, ability: 'arguments', message: gatewayWarnings.unlisted(tool) }));
    const file = {
      name: 'authz.json',
      language: 'json' as const,
      text: jsonText({ version: '1.0', type: 'cedarv1', cedar }),
      destination: 'Start the server with thv run --authz-config authz.json.',
    };
    return { files: [file], fill: [], warnings: unlisted };
  },
};
