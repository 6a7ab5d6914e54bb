import { effect, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';
import { anyOf } from './reading/words.ts';

/** What decides who may do or see what. */
const access = anyOf(
  `permissions?, roles?, policy, policies, acls?, access, privileges?, collaborators?, group members?, team members?, members? to,
  member to a team, members? of, member, membership, admins?, administrators?, api keys?, access keys?, access tokens?, credentials?,
  passwords?, secrets?, mfa, 2fa, sso, security groups?, visibility, share links?, sharing, service accounts?, oauth, invitations?,
  users? from, user from, allowlist, whitelist, blocklist, blacklist, firewall rules?`,
);
const unspacedAccess = /权限|角色|密钥|権限|권한/u;
const reading: ReadonlySet<Act> = new Set([
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
  action({ act, object }) {
    const what = object.slice(0, 7).join(' ');
    return act === 'grant' || (!reading.has(act) && (access.test(what) || unspacedAccess.test(what)));
  },
  phrase:
    /\b(?:grants?|revokes?|changes?|modif(?:y|ies)|updates?) (?:(?:the|a|an|user|all)\s+){0,2}(?:access|permissions?|privileges?|roles?|membership)\b|\bmakes? (?:it|the \w+) public\b/gi,
});
