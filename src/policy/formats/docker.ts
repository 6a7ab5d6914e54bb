import { toolsThat } from '../decided.ts';
import type { Format } from '../format.ts';
import { plainAliasFault } from '../spelling.ts';
import { yamlText } from '../yaml-text.ts';

export const docker: Format = {
  id: 'docker',
  name: 'Docker MCP Gateway',
  summary: 'The tools that the gateway offers of a server; it knows no other.',
  source: { url: 'https://github.com/docker/mcp-gateway/blob/main/pkg/gateway', dated: '2026-11-21' },
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
      kind: 'not-executed',
      from: 'isToolEnabled in pkg/gateway of docker/mcp-gateway',
      dated: '2026-11-21',
      abilities: ['allow', 'deny', 'hide'],
    },
  ],
  notes: [
    'A tool that is not listed is neither offered nor called. An empty list means no tool, and a server that is not named means all of its tools.',
    'Names are compared letter by letter.',
    'The flag --tools of docker mcp gateway run takes the place of this file, compares without case, and knows * as every tool.',
    'A profile has its own list of tools: docker mcp profile tools.',
  ],
  aliasFault: plainAliasFault,
  print(policy, alias) {
    const file = {
      name: 'tools.yaml',
      language: 'yaml' as const,
      text: yamlText({ [alias]: toolsThat(policy, 'allow') }),
      destination: 'Merge it into ~/.docker/mcp/tools.yaml.',
    };
    return { files: [file], fill: [], warnings: [] };
  },
};
