import { parameter, type Signal } from './reading/signal.ts';
import { anyOf, endingIn } from './reading/words.ts';

/** What a lone "token" may be that opens nothing: a coin, or a place in a list. */
const otherTokens = anyOf(
  'symbol, ticker, mint, contract, coin, erc-?20, swap, pagination, page of, next page, cursor, crypto',
  'iu',
);
const authentication = anyOf(
  'auth\\w*, api, access, bearer, credential, secret, jwt, login, personal, токен, 认证, 令牌',
  'iu',
);

/** A string that is a password, key or token. */
export const pCredential: Signal = parameter('p:credential', {
  name: endingIn(
    `password, passwd, passphrase, api key, apikey, secret, secret key, client secret, private key, privatekey, access token,
    auth token, bearer token, refresh token, token, credentials?, connection string, mnemonic, seed phrase, ssh key, access key,
    pat, jwt, session token, cookies?`,
  ),
  except: endingIn(
    `(?:next|page|continuation|sync|cursor|cancel|progress|start|input|output|from|to|base|quote|sell|buy|pagination|bid|
    payment|reward|collateral|underlying|lp|target|mint|nft|confirm|confirmation|idempotency|client request|csrf|erc20|first|
    second|other|sold|bought|change) token, secret name, public key, sort key, partition key`,
  ),
  types: ['string', 'object', 'array'],
  isFree: true,
  also({ words, passages }, { words: tool }) {
    if (words.join(' ') !== 'token') return true;
    const text = passages.map((passage) => passage.text).join(' ');
    return !otherTokens.test(text) && (authentication.test(text) || tool.includes('auth'));
  },
});
