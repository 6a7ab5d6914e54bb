import type { Format } from './format.ts';
import { agentcore } from './formats/agentcore.ts';
import { agentgateway } from './formats/agentgateway.ts';
import { anthropic } from './formats/anthropic.ts';
import { claudeCodeHook } from './formats/claude-code-hook.ts';
import { claudeCode } from './formats/claude-code.ts';
import { codex } from './formats/codex.ts';
import { copilotCli } from './formats/copilot-cli.ts';
import { cursor } from './formats/cursor.ts';
import { docker } from './formats/docker.ts';
import { envoy } from './formats/envoy.ts';
import { gemini } from './formats/gemini.ts';
import { intercept } from './formats/intercept.ts';
import { librechat } from './formats/librechat.ts';
import { litellm } from './formats/litellm.ts';
import { openai } from './formats/openai.ts';
import { opencode } from './formats/opencode.ts';
import { policyJson } from './formats/policy-json.ts';
import { toolhive } from './formats/toolhive.ts';
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
  openai,
  anthropic,
  docker,
  agentgateway,
  envoy,
  toolhive,
  agentcore,
  litellm,
  librechat,
  intercept,
];
