import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const surfaces = new Set([
  'browser',
  'puppeteer',
  'playwright',
  'selenium',
  'page',
  'tab',
  'chrome',
  'browserbase',
  'webdriver',
]);
const page =
  /\b(?:element|page|browser|tab|button|link|url|selector|input|field|form|web ?page|website|dialog|dom|css)\b|元素|页面/u;

/** A browser verb where the verb stands, or a phrase about a page under control. */
export const browserControl: Signal = effect('browser-control', {
  action: ({ act, object }, { words }) =>
    act === 'operate' &&
    (words.some((word) => surfaces.has(word)) || page.test(object.slice(0, 10).join(' '))),
  phrase: eitherOf(
    /\b(?:click|tap|hover|type|scroll|drag|press|fill|select)(?:s|es|ing)? (?:(?:an?|the|on|in|into|text|over|down|up|value|values|key|keys|form|multiple)\s+){0,4}(?:element|button|link|page|input|field|fields|browser|keyboard|dropdown|selector|checkbox|form)\b/,
    /\b(?:navigates?|go(?:es)?) (?:(?:the|a|to|browser|current|page|tab)\s+){0,4}(?:url|web ?page|website|page|back|forward)\b/,
    /\b(?:current|active|open|new|live|headless) (?:browser )?(?:page|tab|browser)\b/,
    /\bbrowser (?:session|tab|window|context|instance|page)\b/,
    /浏览器/,
    /ブラウザ/,
    /브라우저/,
  ),
});
