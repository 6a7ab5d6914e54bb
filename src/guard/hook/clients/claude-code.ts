import { z } from 'zod';
import { after, plain } from '../../spelling.ts';
import { GivenArguments } from '../client.ts';
import type { Answer, ClientCall, HookClient } from '../client.ts';

const Input = z.looseObject({ tool_name: z.string(), tool_input: GivenArguments.default({}) });

/** `mcp__server__tool`, in which Codex replaces more characters than Claude Code does. */
export function readPreToolUse(input: unknown, alias: string): ClientCall | null {
  const { tool_name: name, tool_input: given } = Input.parse(input);
  const spelled = after(plain(name), `mcp__${plain(alias)}__`);
  return spelled === null ? null : { spelled, isExact: false, arguments: given };
}

export function printPreToolUse(answer: Answer, reason: string): string {
  return JSON.stringify({
    hookSpecificOutput: {
      hookEventName: 'PreToolUse',
      permissionDecision: answer,
      permissionDecisionReason: reason,
    },
  });
}

export const claudeCode: HookClient = {
  id: 'claude-code',
  source: { url: 'https://code.claude.com/docs/en/hooks', dated: '2026-08-22' },
  canAsk: true,
  namesServer: true,
  read: readPreToolUse,
  print: printPreToolUse,
  silence: '',
};
