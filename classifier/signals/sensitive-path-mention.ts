import type { Signal } from './reading/signal.ts';
import { wording } from './reading/wording.ts';

/** The text names files that usually hold credentials. */
export const sensitivePathMention: Signal = wording(
  'sensitive-path-mention',
  /(?:~|\/home\/\w+|%USERPROFILE%)?[/\\]?\.(?:ssh|aws|gnupg|kube|docker)[/\\][\w.-]+(?<!\.pub)(?![\w.-])|\bid_(?:rsa|ed25519|ecdsa|dsa)\b(?!\.pub)|\/etc\/(?:passwd|shadow|sudoers)\b|(?<![\w.])\.(?:env|netrc|npmrc|pgpass|git-credentials)(?![\w-]|\.(?:example|sample|template))|~\/\.(?:cursor|claude|config)\/[\w./-]+|\bwallet\.dat\b|\b(?:login|key)\.keychain\b/gu,
);
