import type { Format } from '../format.ts';
import { jsonText } from '../json-text.ts';
import {
  claudeCodeAliasFault,
  claudeCodeGuard,
  claudeCodeProof,
  claudeCodeSource,
  guardHooks,
  hookNotes,
} from './claude-code.ts';

export const claudeCodeHook: Format = {
  id: 'claude-code-hook',
  name: 'Claude Code hook',
  summary:
    'Placard’s guard as a PreToolUse hook beside your own rules: it refuses or asks, and never allows in their place.',
  source: { ...claudeCodeSource, url: 'https://code.claude.com/docs/en/hooks' },
  abilities: {
    allow: 'none',
    ask: 'guard',
    deny: 'guard',
    hide: 'none',
    arguments: 'guard',
    limits: 'guard',
    definition: 'none',
  },
  proofs: [{ ...claudeCodeProof, abilities: ['ask', 'deny', 'arguments', 'limits'] }],
  notes: [
    'The agent still sees every tool of the server; a call of a closed one is refused.',
    'What the guard lets through is up to your own rules; without one, Claude Code asks.',
    'A tool that the policy does not name is refused.',
    ...hookNotes,
  ],
  aliasFault: claudeCodeAliasFault,
  print: (_policy, alias) => ({
    files: [
      {
        name: 'settings.json',
        language: 'json',
        text: jsonText({ hooks: guardHooks(alias) }),
        destination: 'Merge it into .claude/settings.json of the project.',
      },
    ],
    fill: [claudeCodeGuard(alias)],
    warnings: [],
  }),
};
