import { toolsThat } from '../decided.ts';
import type { FittedPolicy } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { jsonText } from '../json-text.ts';
import { gatewayAliasFaults, gatewayFills, gatewayWarnings } from '../gateway-words.ts';

const address = 'https://SERVER/mcp';

/** Names under `never` and `always`, without an empty list. */
function approval<Key extends string>(key: Key, policy: FittedPolicy): Record<string, Record<Key, string[]>> {
  const lists = { never: toolsThat(policy, 'allow'), always: toolsThat(policy, 'ask') };
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([, names]) => names.length > 0)
      .map(([when, names]) => [when, { [key]: names } as Record<Key, string[]>]),
  );
}

const nothingOpen: Warning = { tool: null, ability: 'deny', message: gatewayWarnings.nothingOpen };

export const openai: Format = {
  id: 'openai',
  name: 'OpenAI Responses API and Agents SDK',
  summary:
    'The server as a hosted tool: which of its tools the model may use, and which wait for your approval.',
  source: { url: 'https://platform.openai.com/docs/guides/tools-connectors-mcp', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'native',
    hide: 'native',
    arguments: 'none',
    limits: 'none',
    definition: 'none',
  },
  proofs: [
    {
      kind: 'parsed',
      against: 'openai 7.55.0 and @openai/agents',
      version: '0.20.0',
      by: 'npm test',
      abilities: ['allow', 'ask', 'deny', 'hide'],
    },
  ],
  notes: [
    'A tool that is not in allowed_tools is never shown to the model.',
    'A tool that is in no list of require_approval waits for approval.',
    'Your own program answers the question for approval: see mcp_approval_request, or onApproval in the Agents SDK.',
    'The SDK was executed and the API was not.',
  ],
  aliasFault: (alias) => (/^[A-Za-z][\w-]*$/.test(alias) ? null : gatewayAliasFaults.letter(alias)),
  print(policy, alias) {
    const tools = toolsThat(policy, 'allow', 'ask');
    const isOpen = tools.length > 0;
    const request = {
      type: 'mcp',
      server_label: alias,
      server_url: address,
      allowed_tools: tools,
      require_approval: approval('tool_names', policy),
    };
    const options = {
      serverLabel: alias,
      serverUrl: address,
      allowedTools: tools,
      requireApproval: approval('toolNames', policy),
    };
    const responses = {
      name: 'openai-responses.json',
      language: 'json' as const,
      text: jsonText({ tools: isOpen ? [request] : [] }),
      destination: 'Merge tools into the body of POST /v1/responses.',
    };
    const agents = {
      name: 'openai-agents.json',
      language: 'json' as const,
      text: jsonText(options),
      destination: 'Give it to hostedMcpTool of @openai/agents, and the result to the tools of an agent.',
    };
    return {
      files: isOpen ? [responses, agents] : [responses],
      fill: isOpen ? [gatewayFills.address] : [],
      warnings: isOpen ? [] : [nothingOpen],
    };
  },
};
