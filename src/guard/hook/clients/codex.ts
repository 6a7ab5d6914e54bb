import { printPreToolUse, readPreToolUse } from './claude-code.ts';
import type { HookClient } from '../client.ts';

/** Codex takes Claude Code's hooks, but refuses the answers `ask` and `allow` and makes the call then. */
export const codex: HookClient = {
  id: 'codex',
  source: { url: 'https://developers.openai.com/codex/hooks', dated: '2026-11-21' },
  canAsk: false,
  namesServer: true,
  read: readPreToolUse,
  print: printPreToolUse,
  silence: '',
};
