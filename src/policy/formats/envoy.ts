import { celConditions, celHolds, celText } from '../cel.ts';
import { decided } from '../decided.ts';
import type { FittedPolicy } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { gatewayAliasFaults, gatewayFills, gatewayWarnings } from '../gateway-words.ts';
import { yamlText } from '../yaml-text.ts';

/** What the definition of MCPRoute admits (api/v1beta1/mcp_route.go): a list beyond it is refused as a whole. */
const most = { names: 32, rules: 32, tools: 16, cel: 4096 };

/** Tools that one rule allows, with the condition on their arguments. */
interface Allowed {
  tools: string[];
  cel?: string;
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );

const exactly = (name: string): string => name.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');

/** The tools that the gateway offers: by name, or where they are too many by patterns that match nothing else. */
function toolSelector(tools: readonly string[]): Record<string, string[]> {
  if (tools.length === 0) return { includeRegex: ['^$'] };
  if (tools.length <= most.names) return { include: [...tools] };
  const alternatives = chunks(tools, Math.ceil(tools.length / most.names));
  return { includeRegex: alternatives.map((names) => `^(?:${names.map(exactly).join('|')})$`) };
}

/** Tools with conditions, as many in one rule as it holds; one that is too long for a rule is in none. */
function packed(rules: FittedPolicy['rules']): Allowed[] {
  const conditions = rules.map(([tool, { constraints }]) => ({
    tool,
    cel: `request.mcp.tool == ${celText(tool)} && ${celConditions(constraints, 'request.mcp.params')}`,
  }));
  const groups: { tools: string[]; cel: string }[] = [];
  for (const { tool, cel } of conditions.filter((each) => each.cel.length <= most.cel)) {
    const last = groups.at(-1);
    const joined = `${last?.cel ?? ''} || ${cel}`;
    if (last !== undefined && last.tools.length < most.tools && joined.length <= most.cel) {
      last.tools.push(tool);
      last.cel = joined;
    } else groups.push({ tools: [tool], cel });
  }
  return groups;
}

/** What fits into one route: one rule is taken by the messages that are no calls. */
function allowed(policy: FittedPolicy): Allowed[] {
  const open = decided(policy, 'allow');
  const plain = open.filter(([, { constraints }]) => constraints.length === 0).map(([tool]) => tool);
  const constrained = open.filter(([, { constraints }]) => constraints.length > 0);
  return [...chunks(plain, most.tools).map((tools) => ({ tools })), ...packed(constrained)].slice(
    0,
    most.rules - 1,
  );
}

const anyOtherMessage = { action: 'Allow', cel: 'request.mcp.method != "tools/call"' };

function route(alias: string, rules: readonly Allowed[]): unknown {
  return {
    apiVersion: 'aigateway.envoyproxy.io/v1beta1',
    kind: 'MCPRoute',
    metadata: { name: alias },
    spec: {
      parentRefs: [{ name: 'GATEWAY', kind: 'Gateway', group: 'gateway.networking.k8s.io' }],
      backendRefs: [
        {
          name: alias,
          kind: 'Backend',
          group: 'gateway.envoyproxy.io',
          toolSelector: toolSelector(rules.flatMap(({ tools }) => tools)),
        },
      ],
      securityPolicy: {
        authorization: {
          defaultAction: 'Deny',
          rules: [
            anyOtherMessage,
            ...rules.map(({ tools, cel }) => ({
              action: 'Allow',
              target: { tools: tools.map((tool) => ({ backend: alias, tool })) },
              ...(cel === undefined ? {} : { cel }),
            })),
          ],
        },
      },
    },
  };
}

export const envoy: Format = {
  id: 'envoy',
  name: 'Envoy AI Gateway',
  summary: 'An MCPRoute that offers and authorizes the open tools of one backend.',
  source: {
    url: 'https://github.com/envoyproxy/ai-gateway/blob/main/api/v1beta1/mcp_route.go',
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
      abilities: ['arguments'],
    },
    {
      kind: 'not-executed',
      from: 'internal/mcpproxy/authorization.go and api/v1beta1/mcp_route.go of envoyproxy/ai-gateway',
      dated: '2026-11-21',
      abilities: ['allow', 'deny', 'hide'],
    },
  ],
  notes: [
    'A route takes 32 rules of 16 tools and 32 names to offer; more names become patterns, and tools beyond the rules are denied.',
    'A CEL expression that fails does not match, so that the call is denied.',
    'CEL is experimental there, and its attributes may change.',
    'Agents see the tools with the backend’s name before them.',
  ],
  aliasFault: (alias) =>
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(alias) ? null : gatewayAliasFaults.dns(alias),
  print(policy, alias) {
    const rules = allowed(policy);
    const held = new Set(rules.flatMap(({ tools }) => tools));
    const warnings = decided(policy, 'allow')
      .filter(([tool]) => !held.has(tool))
      .map(([tool]): Warning => ({ tool, ability: 'allow', message: gatewayWarnings.tooMany(tool) }));
    const file = {
      name: 'envoy-ai-gateway.yaml',
      language: 'yaml' as const,
      text: yamlText(route(alias, rules)),
      destination: 'Apply it with kubectl apply -f envoy-ai-gateway.yaml, beside a Backend of that name.',
    };
    return { files: [file], fill: [gatewayFills.envoy], warnings };
  },
};
