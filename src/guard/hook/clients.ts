import { claudeCode } from './clients/claude-code.ts';
import type { HookClient } from './client.ts';
import { codex } from './clients/codex.ts';
import { copilot } from './clients/copilot.ts';
import { cursor } from './clients/cursor.ts';
import { gemini } from './clients/gemini.ts';

/** Every client whose hook the guard can be. */
export const hookClients: readonly HookClient[] = [claudeCode, codex, copilot, gemini, cursor];
