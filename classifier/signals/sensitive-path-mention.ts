import { textFinding, type Signal } from './reading/signal.ts';
import { wording } from './reading/wording.ts';

const named = wording(
  'sensitive-path-mention',
  /(?:~|\/home\/\w+|%USERPROFILE%)?[/\\]?\.(?:ssh|aws|gnupg|kube|docker)[/\\][\w.-]+(?<!\.pub)(?![\w.-])|\bid_(?:rsa|ed25519|ecdsa|dsa)\b(?!\.pub)|\/etc\/(?:passwd|shadow|sudoers)\b|(?<![\w.])(?<!\b(?:optional|will use|credentials|template|path to|looking for|not read|saves?|creates?|returned)\b[^\n]{0,60})\.(?:env|netrc|npmrc|pgpass|git-credentials)(?![\w-]|\.(?:example|sample|template)| (?:template|status|variables?)\b)|~\/\.(?:cursor|claude|config\/(?:gcloud|gh|op|hub|rclone|doctl|google-chrome))\/[\w./-]+|\bwallet\.dat\b|\b(?:login|key)\.keychain\b/gu,
);

/** Names of tools whose business such files are. Who has them read and passed on is noticed by other signals. */
const business =
  /\b(?:mcp|ssh|scp|sftp|rsync|kube\w*|kubectl|k8s|aws|docker|npm|secrets?|git ?leaks|keys?|keychain|credentials?|gpg|decrypt|permissions?)\b/;

/** Who says that such files are kept out of reach names them for the good. */
const refused =
  /\b(?:blocks?|blocked|refuse[sd]?|denied|exclude[sd]?|ignore[sd]?|redact(?:s|ed)?|mask(?:s|ed)?|forbidden|not allowed|reject(?:s|ed)|skip(?:s|ped)|off limits|(?:left|kept|leaves?|stays?) out|except(?:ing)?|protects?|warns?)\b|(?:\b(?:not|never|nor)|n['’]t)\s+(?:\w+\s+){0,2}(?:read|copied|copy|sent|uploaded|included|opened|touched|stored|indexed|scanned|packed|returned|shown|printed|committed|synced|accepted|reached|listed)\b/i;

/** The text names files that usually hold credentials. */
export const sensitivePathMention: Signal = {
  id: 'sensitive-path-mention',
  look(reading) {
    if (business.test(reading.spoken)) return textFinding(reading, []);
    const { evidence } = named.look(reading);
    return textFinding(
      reading,
      evidence.filter(({ quote }) => !refused.test(quote)),
    );
  },
};
