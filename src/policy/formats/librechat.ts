import type { Format } from '../format.ts';
import { namesOf, spelledRules } from '../spelling.ts';
import { gatewayAliasFaults } from '../gateway-words.ts';
import { yamlText } from '../yaml-text.ts';

/** Between tool and server in the names LibreChat gives to models, which are the ones its approval compares. */
const delimiter = '_mcp_';

export const librechat: Format = {
  id: 'librechat',
  name: 'LibreChat',
  summary: 'Tool approval for agents: which tools run, which ask, and which are refused.',
  source: {
    url: 'https://github.com/danny-avila/LibreChat/blob/main/packages/data-provider/src/config.ts',
    dated: '2026-11-21',
  },
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'native',
    hide: 'none',
    arguments: 'none',
    limits: 'none',
    definition: 'none',
  },
  proofs: [
    {
      kind: 'schema',
      against: 'the configuration schema of librechat-data-provider',
      version: '0.8.524',
      by: 'npm test',
      abilities: ['allow', 'ask', 'deny'],
    },
  ],
  notes: [
    'A rule names a tool as models see it, tool_mcp_server. A rule such as mcp:server:tool matches nothing.',
    'With dontAsk, every tool of every server that is not listed is denied, LibreChat’s own tools included.',
    'deny wins over ask, and ask wins over allow.',
    'A * in a rule stands for any text and cannot be escaped.',
    'Agents use version 1.3.14 of the configuration or newer.',
  ],
  aliasFault: (alias) =>
    /^[\w.-]+$/.test(alias) && !alias.includes(delimiter) ? null : gatewayAliasFaults.delimiter(alias),
  print(policy, alias) {
    const { rules, warnings } = spelledRules(policy, (tool) =>
      tool.includes('*') ? null : `${tool}${delimiter}${alias}`,
    );
    const toolApproval = {
      enabled: true,
      mode: 'dontAsk',
      allow: namesOf(rules, 'allow'),
      ask: namesOf(rules, 'ask'),
      deny: namesOf(rules, 'deny'),
    };
    const file = {
      name: 'librechat.yaml',
      language: 'yaml' as const,
      text: yamlText({ version: '1.3.14', endpoints: { agents: { toolApproval } } }),
      destination: 'Merge it into librechat.yaml beside the docker-compose.yml of LibreChat.',
    };
    return { files: [file], fill: [], warnings };
  },
};
