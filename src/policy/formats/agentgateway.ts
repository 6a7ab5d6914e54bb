import type { Constraint } from '../../model/policy.ts';
import { celConditions, celHolds, celList, celText } from '../cel.ts';
import { decided, toolsThat } from '../decided.ts';
import type { FittedPolicy } from '../fit.ts';
import type { Format } from '../format.ts';
import { plainAliasFault } from '../spelling.ts';
import { yamlText } from '../yaml-text.ts';

const message = 'json(request.body)';

/** Without an allow rule everything is allowed, so there is always one. */
function allowRule(policy: FittedPolicy, alias: string): string {
  const tools = toolsThat(policy, 'allow');
  return tools.length === 0
    ? 'false'
    : `mcp.tool.target == ${celText(alias)} && mcp.tool.name in ${celList(tools)}`;
}

/**
 * That a call of the tool meets its conditions, and true for every other message. Only a POST has a message; an answer
 * to the server has no method. With several targets the gateway puts the target's name before the tool's.
 */
function requireRule(alias: string, tool: string, constraints: readonly Constraint[]): string {
  const others = [
    'request.method != "POST"',
    `!("method" in ${message})`,
    `${message}.method != "tools/call"`,
    `!(${message}.params.name in ${celList([tool, `${alias}_${tool}`])})`,
  ];
  const [first, ...rest] = others;
  const holds = celConditions(constraints, `${message}.params`);
  return `${first ?? ''} || ${message}.jsonrpc == "2.0" && (${[...rest, holds].join(' || ')})`;
}

export const agentgateway: Format = {
  id: 'agentgateway',
  name: 'agentgateway',
  summary:
    'CEL rules of agentgateway: which tools of a target are allowed, and what their arguments must satisfy.',
  source: {
    url: 'https://github.com/agentgateway/agentgateway/blob/main/schema/config.md',
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
  argument: (constraint) => (celHolds(constraint) ? 'native' : 'none'),
  proofs: [
    {
      kind: 'executed',
      against: 'the CEL engine @marcbachmann/cel-js, without the gateway',
      version: '8.0.0',
      by: 'npm test',
      abilities: ['allow', 'deny', 'arguments'],
    },
    {
      kind: 'not-executed',
      from: 'crates/agentgateway/src/mcp/rbac.rs of agentgateway',
      dated: '2026-11-21',
      abilities: ['hide'],
    },
  ],
  notes: [
    'As soon as there is one allow rule, what no allow rule names is denied: other targets, prompts and resources need rules of their own.',
    'A rule that fails counts as false, so that a deny rule that fails lets a call through: there are only allow and require rules here.',
    'The rules on arguments read the body of the request, and a body larger than the gateway buffers is denied.',
    'Tools that are not allowed are not listed.',
    'agentgateway can count requests, but nothing has shown that it can count the calls of one tool, so limits are left out.',
  ],
  aliasFault: plainAliasFault,
  print(policy, alias) {
    const constrained = decided(policy, 'allow').filter(([, { constraints }]) => constraints.length > 0);
    const rules = constrained.map(([tool, { constraints }]) => ({
      require: requireRule(alias, tool, constraints),
    }));
    const policies = {
      mcpAuthorization: { rules: [{ allow: allowRule(policy, alias) }] },
      ...(rules.length === 0 ? {} : { authorization: { rules } }),
    };
    const file = {
      name: 'agentgateway.yaml',
      language: 'yaml' as const,
      text: yamlText({ mcp: { policies } }),
      destination: `Merge it into the configuration of agentgateway, where mcp.targets has the target ${alias}.`,
    };
    return { files: [file], fill: [], warnings: [] };
  },
};
