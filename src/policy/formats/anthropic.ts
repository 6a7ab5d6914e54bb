import { toolsThat } from '../decided.ts';
import type { Format, Warning } from '../format.ts';
import { jsonText } from '../json-text.ts';
import { plainAliasFault } from '../spelling.ts';
import { gatewayFills, gatewayWarnings } from '../gateway-words.ts';

const nothingOpen: Warning = { tool: null, ability: 'deny', message: gatewayWarnings.nothingOpen };

export const anthropic: Format = {
  id: 'anthropic',
  name: 'Anthropic Messages API',
  summary: 'The server as a toolset of the MCP connector, with every tool off but the open ones.',
  source: { url: 'https://docs.claude.com/en/docs/agents-and-tools/mcp-connector', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'none',
    deny: 'native',
    hide: 'native',
    arguments: 'none',
    limits: 'none',
    definition: 'none',
  },
  proofs: [
    {
      kind: 'parsed',
      against: '@anthropic-ai/sdk',
      version: '1.12.0',
      by: 'npm test',
      abilities: ['allow', 'deny', 'hide'],
    },
  ],
  notes: [
    'It needs the beta header mcp-client-2025-11-20.',
    'A tool that is not enabled is never shown to the model.',
    'Only Managed Agents can ask before a call; the Messages API cannot.',
    'The SDK was executed and the API was not.',
  ],
  aliasFault: plainAliasFault,
  print(policy, alias) {
    const open = toolsThat(policy, 'allow');
    const isOpen = open.length > 0;
    const toolset = {
      type: 'mcp_toolset',
      mcp_server_name: alias,
      default_config: { enabled: false },
      configs: Object.fromEntries(open.map((tool) => [tool, { enabled: true }])),
    };
    const body = {
      mcp_servers: [{ type: 'url', name: alias, url: 'https://SERVER/mcp' }],
      tools: [toolset],
    };
    const file = {
      name: 'anthropic-messages.json',
      language: 'json' as const,
      text: jsonText(isOpen ? body : { mcp_servers: [], tools: [] }),
      destination: 'Merge it into the body of POST /v1/messages.',
    };
    return {
      files: [file],
      fill: isOpen ? [gatewayFills.address] : [],
      warnings: isOpen ? [] : [nothingOpen],
    };
  },
};
