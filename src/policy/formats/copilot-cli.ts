import type { ExportFile, Format } from '../format.ts';
import { guardFile, hookCommand, hookNeeds, hookSeconds } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { namesOf, plainAliasFault, spelledRules } from '../spelling.ts';
import { guardPlace } from '../words.ts';

const proof = {
  kind: 'executed',
  against: 'GitHub Copilot CLI',
  version: '1.0.102',
  by: 'npm run test:clients',
} as const;

/** The options take lists separated by commas and end a pattern at a colon, and have no way to escape either. */
const spell = (tool: string): string | null => (/^[A-Za-z0-9_.-]+$/.test(tool) ? tool : null);

function hooksFile(alias: string): ExportFile {
  const bash = hookCommand('copilot', '"$HOME"/.copilot', alias);
  const hooks = { preToolUse: [{ type: 'command', bash, timeoutSec: hookSeconds }] };
  return {
    name: `${alias}-hook.json`,
    language: 'json',
    text: jsonText({ version: 1, hooks }),
    destination: `Save it as ~/.copilot/hooks/${alias}-hook.json.`,
  };
}

export const copilotCli: Format = {
  id: 'copilot-cli',
  name: 'GitHub Copilot CLI',
  summary: 'The list of tools in mcp-config.json and the options that allow and deny them.',
  source: {
    url: 'https://docs.github.com/en/copilot/how-tos/copilot-cli/use-copilot-cli/allowing-tools',
    dated: '2026-11-21',
  },
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
    'The options hold only where Copilot is started by the script; the list in mcp-config.json always holds.',
    'A denied tool stays denied with --allow-all-tools.',
    'Hooks in .github/hooks of a repository do not run with -p in a folder that is not trusted; those in ~/.copilot/hooks do.',
    'A hook that takes longer than its timeout, or that answers without JSON, does not stop the call; a failing one does.',
    hookNeeds,
  ],
  aliasFault: plainAliasFault,
  print: (policy, alias, withGuard) => {
    const { rules, warnings } = spelledRules(policy, spell);
    const option = (flag: string) => (name: string) => `  ${flag} '${alias}(${name})' \\\n`;
    const allowed = namesOf(rules, 'allow').map(option('--allow-tool'));
    const denied = namesOf(rules, 'deny', 'hide').map(option('--deny-tool'));
    const servers = { mcpServers: { [alias]: { tools: namesOf(rules, 'allow', 'ask') } } };
    return {
      files: [
        {
          name: 'mcp-config.json',
          language: 'json',
          text: jsonText(servers),
          destination: 'Merge it into ~/.copilot/mcp-config.json.',
        },
        {
          name: `copilot-${alias}.sh`,
          language: 'sh',
          text: `#!/bin/sh\nexec copilot \\\n${[...allowed, ...denied].join('')}  "$@"\n`,
          destination: 'Start Copilot with this script.',
        },
        ...(withGuard ? [hooksFile(alias)] : []),
      ],
      fill: [
        `Put the line "tools" into the entry of ~/.copilot/mcp-config.json that starts ${alias}.`,
        ...(withGuard ? [guardPlace('~/.copilot', guardFile(alias))] : []),
      ],
      warnings,
    };
  },
};
