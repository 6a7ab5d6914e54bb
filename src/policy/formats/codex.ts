import type { ExportFile, Format } from '../format.ts';
import { guardFile, hookCommand, hookNeeds, hookSeconds } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { namesOf, plainAliasFault, spelledRules } from '../spelling.ts';
import { tomlText } from '../toml-text.ts';
import { guardPlace } from '../words.ts';

const proof = {
  kind: 'executed',
  against: 'Codex',
  version: '0.169.0',
  by: 'npm run test:clients',
} as const;

/** The hook's names of tools have `_` or `-` where the alias has `-`, so the matcher takes both. */
function hooksFile(alias: string): ExportFile {
  const command = hookCommand('codex', '"$HOME"/.codex', alias);
  const matcher = `mcp__${alias.replaceAll('-', '[-_]')}__.*`;
  const hooks = { PreToolUse: [{ matcher, hooks: [{ type: 'command', command, timeout: hookSeconds }] }] };
  return {
    name: 'hooks.json',
    language: 'json',
    text: jsonText({ hooks }),
    destination: 'Merge it into ~/.codex/hooks.json.',
  };
}

export const codex: Format = {
  id: 'codex',
  name: 'Codex',
  summary: 'Tables of config.toml: the agent is only offered the tools listed, each approved or asked about.',
  source: { url: 'https://developers.openai.com/codex/config-reference', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'native',
    hide: 'native',
    arguments: 'guard',
    limits: 'guard',
    definition: 'none',
  },
  proofs: [{ ...proof, abilities: ['allow', 'ask', 'deny', 'hide', 'arguments', 'limits'] }],
  notes: [
    'There is no approval mode that denies: a closed tool is left out of enabled_tools, so the agent is never offered it.',
    'With approval_policy = "never", as in codex exec, what would be asked about is refused.',
    'Codex ignores keys it does not know unless it is started with --strict-config.',
    'Codex skips a hook in silence until a person has trusted it (/hooks), and again after every change of it.',
    'A hook that cannot be started or takes longer than its timeout does not stop the call; every other failure of this one does.',
    hookNeeds,
  ],
  aliasFault: plainAliasFault,
  print: (policy, alias, withGuard) => {
    const { rules, warnings } = spelledRules(policy, (tool) => tool);
    const modes = { allow: 'approve', ask: 'prompt' } as const;
    const tools = rules.flatMap(({ name, decision }) =>
      decision === 'allow' || decision === 'ask' ? [[name, { approval_mode: modes[decision] }]] : [],
    );
    const server = {
      enabled_tools: namesOf(rules, 'allow', 'ask'),
      default_tools_approval_mode: 'prompt',
      tools: Object.fromEntries(tools) as Record<string, unknown>,
    };
    return {
      files: [
        {
          name: 'config.toml',
          language: 'toml',
          text: tomlText({ mcp_servers: { [alias]: server } }),
          destination: 'Merge it into ~/.codex/config.toml, or .codex/config.toml of a trusted project.',
        },
        ...(withGuard ? [hooksFile(alias)] : []),
      ],
      fill: [
        `Put the lines under [mcp_servers.${alias}] into the table of that name which starts your server: TOML takes a table only once.`,
        ...(withGuard
          ? [guardPlace('~/.codex', guardFile(alias)), 'Trust the hook in Codex with /hooks.']
          : []),
      ],
      warnings,
    };
  },
};
