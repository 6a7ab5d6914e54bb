import { json, type TrapCase } from './trap-case.ts';

const envoy = (included: number, rules: number, tools: number) =>
  json({
    kind: 'MCPRoute',
    spec: {
      backendRefs: [
        { name: 'stub', toolSelector: { include: Array.from({ length: included }, (_, i) => `t${i}`) } },
      ],
      securityPolicy: {
        authorization: {
          defaultAction: 'Deny',
          rules: Array.from({ length: rules }, () => ({
            action: 'Allow',
            target: { tools: Array.from({ length: tools }, (_, i) => ({ backend: 'stub', tool: `t${i}` })) },
          })),
        },
      },
    },
  });

const agentgateway = (...rules: string[]) =>
  `mcp:\n  policies:\n    mcpAuthorization:\n      rules:${rules.length === 0 ? ' []' : rules.map((rule) => `\n        - ${rule}`).join('')}\n`;

/** What gateways and interfaces of models make of their files. */
export const gatewayTraps: readonly TrapCase[] = [
  {
    trap: 'Envoy AI Gateway takes at most 32 selected tools',
    ...{ format: 'envoy', kind: 'ignored', at: 'spec.backendRefs[0].toolSelector.include' },
    ...{ bad: envoy(33, 1, 1), good: envoy(32, 1, 1) },
  },
  {
    trap: 'Envoy AI Gateway takes at most 32 rules',
    ...{ format: 'envoy', kind: 'ignored', at: 'spec.securityPolicy.authorization.rules' },
    ...{ bad: envoy(1, 33, 1), good: envoy(1, 32, 1) },
  },
  {
    trap: 'Envoy AI Gateway takes at most 16 tools in a rule',
    ...{ format: 'envoy', kind: 'ignored', at: 'spec.securityPolicy.authorization.rules[0].target.tools' },
    ...{ bad: envoy(1, 1, 17), good: envoy(1, 1, 16) },
  },
  {
    trap: 'A deny rule of agentgateway that fails lets the call through',
    ...{ format: 'agentgateway', kind: 'open', at: 'mcp.policies.mcpAuthorization.rules[0]' },
    bad: agentgateway(`deny: 'mcp.tool.name == "delete_item"'`, `allow: 'mcp.tool.name == "read_item"'`),
    good: agentgateway(`allow: 'mcp.tool.name == "read_item"'`),
  },
  {
    trap: 'agentgateway without a rule that allows lets everything through',
    ...{ format: 'agentgateway', kind: 'open', at: 'mcp.policies.mcpAuthorization.rules' },
    bad: agentgateway(),
    good: agentgateway(`allow: 'mcp.tool.name == "read_item"'`),
  },
  {
    trap: 'LiteLLM does not look at disallowed_tools beside allowed_tools',
    ...{ format: 'litellm', kind: 'ignored', at: 'mcp_servers.stub.disallowed_tools' },
    bad: 'mcp_servers:\n  stub:\n    allowed_tools: [read_item, delete_item]\n    disallowed_tools: [delete_item]\n',
    good: 'mcp_servers:\n  stub:\n    allowed_tools: [read_item]\n',
  },
  {
    trap: 'LiteLLM reads an empty list as everything',
    ...{ format: 'litellm', kind: 'open', at: 'mcp_servers.stub.allowed_tools' },
    bad: 'mcp_servers:\n  stub:\n    allowed_tools: []\n',
    good: 'mcp_servers:\n  stub:\n    allowed_tools: [read_item]\n',
  },
  {
    trap: 'LibreChat compares the name that the model sees',
    ...{ format: 'librechat', kind: 'ignored', at: 'endpoints.agents.toolApproval.deny[0]' },
    bad: 'endpoints:\n  agents:\n    toolApproval:\n      enabled: true\n      deny: ["mcp:stub:delete_item"]\n',
    good: 'endpoints:\n  agents:\n    toolApproval:\n      enabled: true\n      deny: [delete_item_mcp_stub]\n',
  },
  {
    trap: 'LibreChat reads no rules unless they are switched on',
    ...{ format: 'librechat', kind: 'ignored', at: 'endpoints.agents.toolApproval' },
    bad: 'endpoints:\n  agents:\n    toolApproval:\n      deny: [delete_item_mcp_stub]\n',
    good: 'endpoints:\n  agents:\n    toolApproval:\n      enabled: true\n      deny: [delete_item_mcp_stub]\n',
  },
  {
    trap: 'Docker MCP Gateway needs a list',
    ...{ format: 'docker', kind: 'open', at: 'stub' },
    ...{ bad: 'stub:\n', good: 'stub: []\n' },
  },
  {
    trap: 'policy.json has no fields that its documentation does not name',
    ...{ format: 'policy-json', kind: 'ignored', at: '' },
    bad: json({ version: '1', default: 'deny', tools: { read_item: { rate_limit: 10 } } }),
    good: json({ version: '1', default: 'deny', tools: { read_item: {} } }),
  },
  {
    trap: 'Intercept ignores what belongs to policy.json',
    ...{ format: 'intercept', kind: 'ignored', at: 'tools.write_item.limits' },
    bad: 'version: "1"\ntools:\n  write_item:\n    rules: []\n    limits: []\n',
    good: 'version: "1"\ntools:\n  write_item:\n    rules: []\n',
  },
  {
    trap: 'OpenAI offers every tool without a list',
    ...{ format: 'openai', kind: 'open', at: 'allowed_tools' },
    bad: json({ type: 'mcp', server_label: 'stub' }),
    good: json({ type: 'mcp', server_label: 'stub', allowed_tools: ['read_item'] }),
  },
  {
    trap: 'Anthropic offers every tool unless the default is off',
    ...{ format: 'anthropic', kind: 'open', at: 'tools[0]' },
    bad: json({ tools: [{ type: 'mcp_toolset', mcp_server_name: 'stub', configs: {} }] }),
    good: json({
      tools: [
        { type: 'mcp_toolset', mcp_server_name: 'stub', default_config: { enabled: false }, configs: {} },
      ],
    }),
  },
];
