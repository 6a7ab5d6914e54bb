import type { Format } from './format.ts';
import { claudeCodeHook } from './formats/claude-code-hook.ts';
import { claudeCode } from './formats/claude-code.ts';
import { codex } from './formats/codex.ts';
import { copilotCli } from './formats/copilot-cli.ts';
import { cursor } from './formats/cursor.ts';
import { gemini } from './formats/gemini.ts';
import { opencode } from './formats/opencode.ts';
import { policyJson } from './formats/policy-json.ts';
import { vscode } from './formats/vscode.ts';

/** Every format a policy can be had in, in the order pages show them. */
export const formats: readonly Format[] = [
  policyJson,
  claudeCode,
  claudeCodeHook,
  codex,
  vscode,
  copilotCli,
  cursor,
  gemini,
  opencode,
];
