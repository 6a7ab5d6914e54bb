import { claudeCode } from './claude-code.ts';
import type { HookClient } from './client.ts';
import { codex } from './codex.ts';
import { copilot } from './copilot.ts';
import { cursor } from './cursor.ts';
import { gemini } from './gemini.ts';

/** Every client whose hook the guard can be. */
export const hookClients: readonly HookClient[] = [claudeCode, codex, copilot, gemini, cursor];
