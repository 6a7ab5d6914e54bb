import type { ExportFile, Format } from '../format.ts';
import { guardFile, hookCommand, hookNeeds } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { namesOf, plainAliasFault, spelledRules } from '../spelling.ts';
import { guardPlace } from '../words.ts';

/** An entry with `*` would allow other tools, and there is no way to escape it. */
const spell = (tool: string): string | null => (/^[A-Za-z0-9_.-]+$/.test(tool) ? tool : null);

function hooksFile(alias: string): ExportFile {
  const command = hookCommand('cursor', '"$HOME"/.cursor', alias);
  const hooks = { beforeMCPExecution: [{ command, failClosed: true }] };
  return {
    name: 'hooks.json',
    language: 'json',
    text: jsonText({ version: 1, hooks }),
    destination: 'Merge it into ~/.cursor/hooks.json.',
  };
}

export const cursor: Format = {
  id: 'cursor',
  name: 'Cursor',
  summary: 'The tools that Cursor runs without asking, and for its command line also those it never runs.',
  source: { url: 'https://cursor.com/docs/reference/permissions', dated: '2026-11-21' },
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'guard',
    hide: 'none',
    arguments: 'guard',
    limits: 'guard',
    definition: 'none',
  },
  proofs: [
    {
      kind: 'not-executed',
      from: 'Cursor’s documentation of permissions and hooks',
      dated: '2026-11-21',
      abilities: ['allow', 'ask', 'deny', 'arguments', 'limits'],
    },
  ],
  notes: [
    'The list of permissions.json takes the place of the one in Cursor’s settings; put the tools of your other servers into it too.',
    'Cursor itself calls the list a convenience and no security boundary, and a team’s dashboard goes before it.',
    'Only the command line can deny (cli-config.json); in the editor a closed tool is asked about, and a person can allow it.',
    'The hook sees the tools of all servers; it is asked to refuse the call when it fails.',
    hookNeeds,
  ],
  aliasFault: plainAliasFault,
  print: (policy, alias, withGuard) => {
    const { rules, warnings } = spelledRules(policy, spell);
    const allowed = namesOf(rules, 'allow');
    const denied = rules
      .filter(({ wanted }) => wanted === 'deny' || wanted === 'hide')
      .map(({ name }) => name);
    const entry = (name: string): string => `Mcp(${alias}:${name})`;
    return {
      files: [
        {
          name: 'permissions.json',
          language: 'jsonc',
          text: jsonText({ mcpAllowlist: allowed.map((name) => `${alias}:${name}`) }),
          destination: 'Merge it into ~/.cursor/permissions.json.',
        },
        {
          name: 'cli-config.json',
          language: 'json',
          text: jsonText({ permissions: { allow: allowed.map(entry), deny: denied.map(entry) } }),
          destination: 'Merge it into ~/.cursor/cli-config.json for Cursor’s command line.',
        },
        ...(withGuard ? [hooksFile(alias)] : []),
      ],
      fill: withGuard ? [guardPlace('~/.cursor', guardFile(alias))] : [],
      warnings,
    };
  },
};
