import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const outlets =
  /\b(?:tweets?|twitter|linkedin|facebook|instagram|reddit|youtube|tiktok|mastodon|bluesky|threads|ipfs|release assets?|static (?:site|hosting)|netlify|vercel|github pages|app store|play store|marketplace|gists?|podcast|blog posts?|blog|wordpress|public(?! keys?)|social media|post on behalf|farcaster|cast|nostr)\b/;

/** What everybody can see once it is deployed. */
const pages = /\b(?:html|sites?|websites?|web ?pages?|landing page)\b/;

/** A publishing verb, or a phrase that states public sight. */
export const publishes: Signal = effect('publishes', {
  action: ({ act, lemma, object }) =>
    (act === 'publish' && lemma !== 'unpublish' && lemma !== 'share') ||
    (/^(?:deploy|host|launch)$/.test(lemma) && pages.test(object.slice(0, 4).join(' '))) ||
    (lemma === 'reply' && /\b(?:tweets?|twitter|x post)\b/.test(object.slice(0, 6).join(' '))) ||
    lemma === 'tweet' ||
    (/^(?:post|create|upload|submit|schedule)$/.test(lemma) && outlets.test(object.slice(0, 8).join(' '))),
  phrase: eitherOf(
    /\b(?:publish(?:es)?|posts?) (?:(?:an?|the|to|your|new|content|this|it)\s+){0,4}(?:tweets?|posts?|articles?|blog|twitter|linkedin|facebook|instagram|x\.com|reddit|youtube|wordpress|public|website|web|npm|pypi|marketplace|app store)\b/,
    /\b(?:publicly (?:available|accessible|visible)|visible to (?:everyone|the public|anyone)|makes? (?:it|the (?:file|page|video|post|repository|document|link|picture|image)) public)\b/,
    /\b(?:uploads?|deploys?|publish(?:es)?|releases?) [^.\n]{0,40}\b(?:to|on) (?:ipfs|npm|pypi|crates\.io|docker hub|github pages|netlify|vercel|the (?:app|play) store|the public (?:web|internet))\b/,
    /\b(?:uploads?|deploys?|publish(?:es)?|hosts?) [^.\n]{0,60}\b(?:public|publicly accessible|access) url\b/,
    /公开发布/,
    /опублик[а-яё]*/,
  ),
});
