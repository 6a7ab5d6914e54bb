import { parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** A string that is a password, key or token. */
export const pCredential: Signal = parameter('p:credential', {
  name: endingIn(`password, passwd, passphrase, api key, apikey, secret, secret key, client secret, private key,
    privatekey, access token, auth token, bearer token, refresh token, token, credentials?,
    connection string, mnemonic, seed phrase, ssh key, access key, pat, jwt, session token, cookie,
    cookies`),
  except:
    /^(?:next|page|continuation|sync|cursor|cancel|progress|start|input|output|from|to|base|quote|sell|buy|pagination|bid|payment|reward|collateral|underlying|lp|target|mint|nft|confirm|confirmation|idempotency|client request|csrf|erc20|first|second|other|sold|bought|change) token$|^(?:secret name|public key|sort key|partition key)$/,
  types: ['string', 'object', 'array'],
  isFree: true,
  also: ({ words, passages }, { words: tool }) => {
    if (words.at(-1) !== 'token' || words.length > 1) return true;
    const text = passages.map((passage) => passage.text).join(' ');
    if (
      /\b(?:symbol|ticker|mint|contract|coin|erc-?20|swap|pagination|page of|next page|cursor|crypto)\b/iu.test(
        text,
      )
    )
      return false;
    return (
      /\b(?:auth\w*|api|access|bearer|credential|secret|jwt|login|personal)\b|认证|令牌|токен/iu.test(text) ||
      tool.includes('auth')
    );
  },
});
