import { plainFinding, type Signal } from './reading/signal.ts';
import { quotes } from './reading/quoting.ts';

const wording =
  /(?:~|\/home\/\w+|\/root|%USERPROFILE%)?[/\\]?\.(?:ssh|aws|gnupg|kube|docker)[/\\][\w.-]+|\bid_(?:rsa|ed25519|ecdsa|dsa)\b|\/etc\/(?:passwd|shadow|sudoers)\b|(?<![\w.])\.(?:env|netrc|npmrc|pgpass|git-credentials)(?![\w-]|\.(?:example|sample|template))|~\/\.(?:cursor|claude|config)\/[\w./-]+|\bwallet\.dat\b|\b(?:login|key)\.keychain\b/gu;

/** The text names files that usually hold credentials. */
export const sensitivePathMention: Signal = {
  id: 'sensitive-path-mention',
  look: ({ passages }) => plainFinding(quotes('sensitive-path-mention', passages, wording)),
};
