import { effect, type Signal } from './reading/signal.ts';
import { anyOf } from './reading/words.ts';

/** What opens doors. */
const secret = anyOf(
  `passwords?, secret, secrets, private keys?, ssh keys?, api keys?, apikeys?, seed phrases?,
    mnemonics?, credentials?, connection strings?, env vars?, environment variables?, envvars?, cookies?,
    kubeconfig, access keys?, keypairs?, recovery codes?, jwt(?: tokens?)?, access tokens?, auth tokens?, bearer tokens?, (?:auth|authorization)(?: epp)? code, sign-?on link, login link, totp, vault items?, 密码, 密钥, 私钥`,
);
/** Talk about secrets that gives none away. */
const about =
  /\b(?:policy|policies|scanning|alerts?|names|metadata|count|settings|rotation|strength|status|type|types|types of|requirements|cookie banner|schema|permissions?)\b/;

/** A reading verb whose object is a credential. */
export const returnsSecrets: Signal = effect('returns-secrets', {
  action: ({ act, lemma, object }) =>
    (act === 'look' || act === 'fetch') &&
    !/^(?:decode|validate|verify|check|parse|count|hash|encrypt)$/.test(lemma) &&
    secret.test(object.slice(0, 5).join(' ')) &&
    !about.test(object.slice(0, 9).join(' ')),
  phrase:
    /\b(?:returns?|retrieves?|reads?|gets?|reveals?|exports?|shows?|displays?|prints?|dumps?) (?:(?:the|a|an|all|your|its|raw|decrypted|plaintext|stored|full)\s+){0,3}(?:(?:user|account|database|ssh|wallet|master)\s+)?(?:passwords?|secret values?|secrets?|private keys?|api keys?|seed phrases?|mnemonics?|credentials|connection strings?|environment variables|session cookies|cookies)\b(?! (?:polic|setting|rotation|strength|metadata|scanning|type|requirement))/gi,
});
