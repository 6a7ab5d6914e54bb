import { effect, type Signal } from './reading/signal.ts';

/** What decides who may do or see what. */
const access =
  /\b(?:permissions?|roles?|policy|policies|acls?|access|privileges?|collaborators?|members?|membership|admins?|administrators?|owners?|api keys?|keys?|tokens?|credentials?|passwords?|secrets?|mfa|2fa|sso|security groups?|group members?|visibility|share links?|sharing|shares?|guest|service accounts?|oauth|certificates?|invites?|invitations?|firewall|allowlist|whitelist|blocklist|blacklist)\b|权限|角色|密钥/u;
const reading: ReadonlySet<string> = new Set([
  'look',
  'fetch',
  'compose',
  'operate',
  'send',
  'run',
  'pay',
  'transfer',
  'sign',
]);

/** A changing verb whose object is a role, policy, permission, share or credential. */
export const changesAccess: Signal = effect('changes-access', {
  action: ({ act, object }) =>
    !reading.has(act) && (act === 'grant' || access.test(object.slice(0, 7).join(' '))),
  phrase:
    /\b(?:grants?|revokes?|changes?|modif(?:y|ies)|updates?) (?:(?:the|a|an|user|all)\s+){0,2}(?:access|permissions?|privileges?|roles?|membership)\b|\bmakes? (?:it|the \w+) public\b/gi,
});
