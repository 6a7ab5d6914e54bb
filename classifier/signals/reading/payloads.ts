import { eitherOf } from './words.ts';

/** Code that calls out, stays behind or opens a way in, where a text says what to write or run. */
export const payloads = eitherOf(
  /\bfetch\(\s?\\?['"`]https?:[^)\n]{0,80}['"`]\s?\+/,
  /\b(?:navigator\.sendbeacon|require\(['"]child_process['"]\)|document\.cookie\b)/,
  /\bnc (?:-\w+ )*-e\b|\/dev\/tcp\/|\bpowershell\b[^\n]{0,40}\s-e(?:nc|ncodedcommand)\b|\bbase64 -d\w* ?\|/,
  /\b(?:--extra-index-url|--index-url|--trusted-host|--registry)[ =]\S+/,
  /\\?["']postinstall\\?["']\s?:/,
  /"\}\s?\]?\s?\}\s?,\s?\{\s?"role"\s?:/,
  /\bto ~?\/?\.?(?:\w+\/)*\.(?:bashrc|zshrc|profile|bash_profile)\b/,
  /<!--[^>]{0,120}\b(?:forget|delete|approve|token|password|you were told|tool once|the user|silently|forward|upload)\b/,
  /(?:---+|===+|#{3,}|\[) ?(?:mcp |ai |llm )?(?:host|system|kernel|platform|runtime|client|gateway) (?:message|notice|update|directive|policy|prompt)\b/,
);
