import { toolsThat } from '../decided.ts';
import type { FittedPolicy } from '../fit.ts';
import type { Format, Warning } from '../format.ts';
import { spelledRules } from '../spelling.ts';
import { gatewayAliasFaults, gatewayWarnings } from '../gateway-words.ts';
import { yamlText } from '../yaml-text.ts';

/** How LiteLLM compares names: in some versions without case, and with or without the server's name before them. */
function compared(tool: string, alias: string): string {
  const name = tool.toLowerCase();
  const prefix = `${alias.toLowerCase()}-`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/** The open tools that no closed one is taken for. */
function openTools(policy: FittedPolicy, alias: string): { tools: string[]; warnings: Warning[] } {
  const { rules, warnings } = spelledRules(policy, (tool) => compared(tool, alias));
  const open = new Set(rules.filter(({ decision }) => decision === 'allow').map(({ name }) => name));
  return { tools: toolsThat(policy, 'allow').filter((tool) => open.has(compared(tool, alias))), warnings };
}

const nothingOpen: Warning = { tool: null, ability: 'deny', message: gatewayWarnings.nothingOpen };

export const litellm: Format = {
  id: 'litellm',
  name: 'LiteLLM',
  summary: 'The tools that LiteLLM’s proxy offers of a server to everybody.',
  source: { url: 'https://docs.litellm.ai/docs/mcp_control', dated: '2026-11-21' },
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
      from: 'filter_tools_by_allowed_tools and check_allowed_or_banned_tools of BerriAI/litellm',
      dated: '2026-11-21',
      abilities: ['allow', 'deny', 'hide'],
    },
  ],
  notes: [
    'A tool that is not in allowed_tools is neither offered nor called. An empty list means every tool, so a server without an open tool is left out.',
    'disallowed_tools is not read where there is an allowed_tools, so there is none here.',
    'allowed_params holds names of arguments, not their values, so conditions cannot be held.',
    'Older versions compare names letter by letter, newer ones without case.',
  ],
  aliasFault: (alias) => (/^[A-Za-z0-9_]+$/.test(alias) ? null : gatewayAliasFaults.undashed(alias)),
  print(policy, alias) {
    const { tools, warnings } = openTools(policy, alias);
    const servers = tools.length === 0 ? {} : { [alias]: { allowed_tools: tools } };
    const file = {
      name: 'litellm.yaml',
      language: 'yaml' as const,
      text: yamlText({ mcp_servers: servers }),
      destination: 'Merge it into the entry of the server in the config.yaml of the proxy.',
    };
    return { files: [file], fill: [], warnings: tools.length === 0 ? [...warnings, nothingOpen] : warnings };
  },
};
