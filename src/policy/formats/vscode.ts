import type { ExportFile, Format } from '../format.ts';
import { guardFile, proxyCommand, serverCommand } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { plainAliasFault, spelledRules } from '../spelling.ts';
import { guardPlace } from '../words.ts';

/**
 * VS Code's own name for a tool in its settings: without the server, and with `_` for every full stop. Its parser loses
 * the member `__proto__`.
 */
function spell(tool: string): string | null {
  const name = tool.replaceAll('.', '_');
  return name === '__proto__' ? null : name;
}

function serverFile(alias: string): ExportFile {
  const [command, ...args] = proxyCommand('${workspaceFolder}/.vscode', alias);
  return {
    name: 'mcp.json',
    language: 'jsonc',
    text: jsonText({ servers: { [alias]: { type: 'stdio', command, args } } }),
    destination: 'Put its entry in place of the server’s entry in .vscode/mcp.json.',
  };
}

export const vscode: Format = {
  id: 'vscode',
  name: 'VS Code',
  summary:
    'The setting that makes VS Code ask about a tool each time; tools left out may be approved for good by a person.',
  source: {
    url: 'https://code.visualstudio.com/docs/agents/agent-tools',
    dated: '2026-11-21',
  },
  abilities: {
    allow: 'none',
    ask: 'native',
    deny: 'guard',
    hide: 'guard',
    arguments: 'guard',
    limits: 'guard',
    definition: 'guard',
  },
  proofs: [
    {
      kind: 'not-executed',
      from: 'the source of VS Code (languageModelToolsService.ts, 00e03ed0)',
      dated: '2026-11-21',
      abilities: ['ask', 'deny', 'hide', 'arguments', 'limits', 'definition'],
    },
  ],
  notes: [
    'No setting approves a tool in advance. One that the server marks as reading only is not asked about unless the file names it.',
    'No setting denies a tool: false means that a person is asked each time.',
    'The names stand without the server, because VS Code ignores a name with one; so they hold for tools of that name on every server.',
    'chat.tools.global.autoApprove and the permission levels that approve everything go before this setting.',
  ],
  aliasFault: plainAliasFault,
  print: (policy, alias, withGuard) => {
    const { rules, warnings } = spelledRules(policy, spell);
    const asked = rules.filter((rule) => rule.wanted !== 'allow' || rule.lost.includes('arguments'));
    const eligible = Object.fromEntries(asked.map(({ name }) => [name, false]));
    return {
      files: [
        {
          name: 'settings.json',
          language: 'jsonc',
          text: jsonText({ 'chat.tools.eligibleForAutoApproval': eligible }),
          destination: 'Merge it into .vscode/settings.json of the project, or into your user settings.',
        },
        ...(withGuard ? [serverFile(alias)] : []),
      ],
      fill: withGuard
        ? [
            guardPlace('the folder .vscode of the project', guardFile(alias)),
            `Put the command that starts ${alias} today, and its arguments, in place of ${serverCommand}.`,
          ]
        : [],
      warnings,
    };
  },
};
