import { parameter, type Signal } from './reading/signal.ts';
import { anyOf, endingIn, exactly } from './reading/words.ts';

/** Addresses that lead to one known place, or are names and no addresses. */
const fixed = anyOf(
  `read-only, format: https?://[\\w{}.-]+\\.[a-z]+, tracking url, must be (?:a|an|from) \\w+(?:\\.com)?, only \\w+(?:\\.\\w+)? (?:urls|links), at uri, resource uri, spotify uri, internal uri,
  (?:youtube|github|linkedin|twitter|figma|notion|google docs?|reddit|amazon|instagram|tiktok|bilibili|wikipedia|arxiv|
  spotify|jira|gitlab|facebook) (?:\\w+ )?(?:\\w+ )?(?:url|link)`,
  'iu',
);

/** A free string that names an address the tool contacts. */
export const pUrl: Signal = parameter('p:url', {
  name: endingIn('urls?, uris?, webhook, callback, links?, website, href'),
  except: exactly(
    `redirect uri, resource uri, schema uri, spotify uri, track uri, file uri, document uri, text document uri, dataset uri, db uri`,
  ),
  types: ['string', 'array'],
  isFree: true,
  also: ({ passages }) => !passages.some(({ text }) => fixed.test(text)),
});
