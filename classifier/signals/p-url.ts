import { parameter, type Signal } from './reading/signal.ts';
import { endingIn, exactly } from './reading/words.ts';

/** A free string that names an address the tool contacts. */
export const pUrl: Signal = parameter('p:url', {
  name: endingIn(`url, urls, uri, uris, webhook, callback, webhook url, callback url, endpoint url, link, links,
    website, href, base url, server url, target url`),
  except: exactly(`redirect uri, resource uri, schema uri, spotify uri, track uri, file uri, document uri,
    text document uri, dataset uri, db uri`),
  types: ['string', 'array'],
  isFree: true,
  also: ({ passages }) =>
    !passages.some(({ text }) =>
      /\b(?:must be (?:a|an|from) \w+(?:\.com)?|only \w+(?:\.\w+)? (?:urls|links)|at uri|resource uri|spotify uri|internal uri|(?:youtube|github|linkedin|twitter|figma|notion|google docs?|reddit|amazon|instagram|tiktok|bilibili|wikipedia|arxiv|spotify|jira|gitlab|facebook) (?:\w+ ){0,2}(?:url|link))\b/iu.test(
        text,
      ),
    ),
});
