import { effect, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';
import { anyOf } from './reading/words.ts';

/** What decides who may do or see what. */
const access = anyOf(
  `permissions?, roles?, policy, policies, acls?, access, privileges?, collaborators?, group members?, team members?, members?, membership, admins?, administrators?, api keys?, access keys?, access tokens?, credentials?,
  passwords?, secrets?, mfa, 2fa, sso, security groups?, visibility, share links?, sharing, service accounts?, oauth, invitations?,
  ownership, storage keys?, vault keys?, vault certificates?, allowlist, whitelist, blocklist, blacklist, firewall rules?`,
);
/** What keeps others out, and the verbs that take it away. */
const guard = anyOf('locks?, protection, encryption, authentication, verification, firewalls?, mfa, 2fa');
const lifting = /^(?:disable|deactivate|unlock|unprotect|bypass)$/;
/** Who belongs to what. */
const membership = anyOf('users? (?:from|to), members? (?:from|to|of)');
const unspacedAccess = /权限|角色|密钥|安全规则|権限|권한/u;
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
  action({ act, lemma, object, thing }) {
    if (act === 'grant') return true;
    if (reading.has(act)) return false;
    const what = object.slice(0, 7).join(' ');
    const near = thing.join(' ');
    if (lifting.test(lemma) && guard.test(near)) return true;
    return access.test(near) || membership.test(what) || unspacedAccess.test(what);
  },
  phrase:
    /\b(?:grants?|revokes?|changes?|modif(?:y|ies)|updates?) (?:(?:the|a|an|user|all)\s+){0,2}(?:access|permissions?|privileges?|roles?|membership)\b|\bmakes? (?:it|the \w+) public\b/gi,
});
