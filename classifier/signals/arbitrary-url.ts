import { pUrl } from './p-url.ts';
import type { Reading } from './reading/reading.ts';
import { effect, effectFinding, remembering, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const address = /\b(?:urls?|uri|website|web ?pages?|page|link|links|site|html|web|domain|crawl)\b|网页|网址/u;

const stated: Signal = effect('arbitrary-url', {
  action: ({ act, object, lemma }, reading) =>
    /^(?:fetch|scrape|crawl|navigate|download|visit|browse|goto|open|screenshot|extract|read|load|capture|request|scan|start|submit|play|import|ingest)$/.test(
      lemma,
    ) &&
    act !== 'send' &&
    (address.test(object.slice(0, 8).join(' ')) || lemma === 'scrape' || lemma === 'crawl') &&
    (reading.parameters.length === 0 || takesAddress(reading)),
  phrase: eitherOf(
    /\b(?:any|arbitrary|given|specified|provided) (?:web ?)?(?:urls?|website|web ?page|web address|link)\b/,
    /\b(?:fetch|scrape|crawl|navigate|download|load|import|visit|open)(?:es|s)? (?:(?:content|contents|data|text|files?|html|an?|the|to|from|of|as|markdown|structured|information|web)\s+){0,5}(?:urls?|web ?pages?|websites?)\b/,
    /\b(?:performs?|makes?|sends?|issues?|executes?) (?:an? )?https? (?:get|post|put|patch|delete|head )?\s?requests?\b/,
    /(?:从|抓取|访问|打开|导航到)(?:指定)?(?:的)?(?:URL|网页|网址)/,
  ),
});

/** Sites whose address is asked for and no other. */
const oneSite =
  /\b(?:youtube|linkedin|instagram|amazon|tiktok|twitter|facebook|reddit|github|figma|notion|spotify|bilibili|sentry)\b/iu;

/** Whether an argument names an address, by its name or by its own text. */
function takesAddress(reading: Reading): boolean {
  const isTold = ({ types, choices, passages }: Reading['parameters'][number]) =>
    types.has('string') &&
    choices.length === 0 &&
    passages.some(({ text }) => /\b(?:urls?|web address)\b/iu.test(text));
  return pUrl.look(reading).outcome !== 'no' || reading.parameters.some(isTold);
}

/** A call reads from an address that the caller names. Without any argument listed, the words alone decide. */
export const arbitraryUrl: Signal = remembering({
  id: 'arbitrary-url',
  look(reading) {
    const told = stated.look(reading);
    const isAny =
      told.outcome !== 'yes' ||
      ((reading.parameters.length === 0 || takesAddress(reading)) &&
        !reading.prose.some(({ text }) => oneSite.test(text)) &&
        !oneSite.test(reading.spoken));
    return isAny ? told : effectFinding(reading, []);
  },
});
