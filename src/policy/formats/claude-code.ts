import type { Format } from '../format.ts';
import { guardFile, hookCommand, hookNeeds, hookSeconds } from '../guard-command.ts';
import { jsonText } from '../json-text.ts';
import { namesOf, spelledRules, underscored } from '../spelling.ts';
import { aliasFaults, guardPlace } from '../words.ts';

/** What Claude Code is checked with, and what its own documentation said. */
export const claudeCodeProof = {
  kind: 'executed',
  against: 'Claude Code',
  version: '2.1.329',
  by: 'npm run test:clients',
} as const;
export const claudeCodeSource = {
  url: 'https://code.claude.com/docs/en/permissions',
  dated: '2026-11-21',
} as const;

/** The name Claude Code gives a tool of a server that the user calls `alias`. */
export function claudeCodeName(alias: string, tool: string): string {
  return `mcp__${underscored(alias)}__${underscored(tool)}`;
}

/** Why an alias cannot stand in a rule of Claude Code, or null. Two underscores would end the server's part. */
export function claudeCodeAliasFault(alias: string): string | null {
  if (alias === '' || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(alias)) return aliasFaults.printable(alias);
  return /__|_$/.test(underscored(alias)) ? aliasFaults.doubled(alias) : null;
}

/** The settings that put the guard before every tool of the server. A matcher without `.*` would match no tool at all. */
export function guardHooks(alias: string): Record<string, unknown> {
  const command = hookCommand('claude-code', '"$CLAUDE_PROJECT_DIR"/.claude', alias);
  const matcher = `mcp__${underscored(alias)}__.*`;
  return { PreToolUse: [{ matcher, hooks: [{ type: 'command', command, timeout: hookSeconds }] }] };
}

export const hookNotes = [
  'A hook that Claude Code cannot start or that takes longer than its timeout does not stop the call; every other failure of this one does.',
  hookNeeds,
] as const;

/** Where the guard goes, as a sentence. */
export const claudeCodeGuard = (alias: string): string =>
  guardPlace('the folder .claude of the project', guardFile(alias));

export const claudeCode: Format = {
  id: 'claude-code',
  name: 'Claude Code',
  summary:
    'Permission rules in the settings of Claude Code: allowed, asked about, or taken from the agent’s list.',
  source: claudeCodeSource,
  abilities: {
    allow: 'native',
    ask: 'native',
    deny: 'native',
    hide: 'native',
    arguments: 'guard',
    limits: 'guard',
    definition: 'none',
  },
  proofs: [{ ...claudeCodeProof, abilities: ['allow', 'ask', 'deny', 'hide', 'arguments', 'limits'] }],
  notes: [
    'A tool that the file does not name, such as one the server adds later, is asked about and not denied.',
    'Rules of the project’s own settings only allow once the folder is trusted; they deny at once.',
    'Without a person to ask (claude -p), what is asked about is denied.',
    'Conditions on arguments in a rule, such as mcp__server__tool(name:value), are ignored in silence, so there are none here.',
    'What is denied stays denied in every permission mode; whether people are asked is up to the mode.',
    'Tools of a plugin’s server, or of a connector, have longer names than these.',
    ...hookNotes,
  ],
  aliasFault: claudeCodeAliasFault,
  print: (policy, alias, withGuard) => {
    const { rules, warnings } = spelledRules(policy, (tool) => claudeCodeName(alias, tool));
    const settings = {
      $schema: 'https://json.schemastore.org/claude-code-settings.json',
      permissions: {
        allow: namesOf(rules, 'allow'),
        ask: namesOf(rules, 'ask'),
        deny: namesOf(rules, 'deny', 'hide'),
      },
      ...(withGuard ? { hooks: guardHooks(alias) } : {}),
    };
    return {
      files: [
        {
          name: 'settings.json',
          language: 'json',
          text: jsonText(settings),
          destination: 'Merge it into .claude/settings.json of the project, or into ~/.claude/settings.json.',
        },
      ],
      fill: withGuard ? [claudeCodeGuard(alias)] : [],
      warnings,
    };
  },
};
