import type { Linter } from './linter.ts';
import { agentgatewayLinter } from './linters/agentgateway.ts';
import { claudeCodeLinter } from './linters/claude-code.ts';
import { codexHooksLinter, copilotHooksLinter } from './linters/client-hooks.ts';
import { codexLinter } from './linters/codex.ts';
import { copilotCliLinter } from './linters/copilot-cli.ts';

import { cursorLinter } from './linters/cursor.ts';
import { dockerLinter } from './linters/docker.ts';
import { envoyLinter } from './linters/envoy.ts';
import { geminiLinter } from './linters/gemini.ts';
import { librechatLinter } from './linters/librechat.ts';
import { litellmLinter } from './linters/litellm.ts';
import { opencodeLinter } from './linters/opencode.ts';
import { interceptLinter, policyJsonLinter } from './linters/policy-json.ts';
import { anthropicLinter, openaiLinter } from './linters/requests.ts';
import { vscodeLinter } from './linters/vscode.ts';
import { zedLinter } from './linters/zed.ts';

/** Every format that can be checked, the ones with the most telling content first: the first that recognises a file reads it. */
export const linters: readonly Linter[] = [
  interceptLinter,
  policyJsonLinter,
  envoyLinter,
  agentgatewayLinter,
  librechatLinter,
  anthropicLinter,
  openaiLinter,
  zedLinter,
  cursorLinter,
  geminiLinter,
  litellmLinter,
  codexLinter,
  copilotHooksLinter,
  codexHooksLinter,
  copilotCliLinter,
  vscodeLinter,
  opencodeLinter,
  claudeCodeLinter,
  dockerLinter,
];
