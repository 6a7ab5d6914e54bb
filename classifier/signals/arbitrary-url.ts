import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const address = /\b(?:urls?|uri|website|web ?pages?|page|link|links|site|html|web)\b|网页|网址/u;

/** A reading verb over an address that the caller names. */
export const arbitraryUrl: Signal = effect('arbitrary-url', {
  action: ({ act, object, lemma }, { parameters }) =>
    /^(?:fetch|scrape|crawl|navigate|download|visit|browse|goto|open|screenshot|extract|read|get|load|capture|request)$/.test(
      lemma,
    ) &&
    act !== 'send' &&
    address.test(object.slice(0, 8).join(' ')) &&
    parameters.some(({ words }) => words.some((word) => /^(?:urls?|uri|link|website|page)$/.test(word))),
  phrase: eitherOf(
    /\b(?:any|arbitrary|given|specified|provided) (?:web ?)?(?:urls?|website|web ?page|web address|link)\b/,
    /\b(?:fetch|scrape|crawl|navigate|download|load)(?:es|s)? (?:(?:content|contents|data|text|files?|html|an?|the|to|from|of|as|markdown)\s+){0,5}(?:urls?|web ?pages?|websites?)\b/,
    /(?:从|抓取|访问|打开)(?:指定)?(?:的)?(?:URL|网页|网址)/,
  ),
});
