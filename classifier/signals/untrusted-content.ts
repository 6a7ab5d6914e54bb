import { arbitraryUrl } from './arbitrary-url.ts';
import { effect, type Signal } from './reading/signal.ts';
import { anyOf, eitherOf } from './reading/words.ts';

/** What people outside write, where an agent reads it. */
const writings = anyOf(
  `comments?, tweets?, posts?, threads?, repl(?:y|ies), mentions?, e?mails?, inbox, mail, gmail, messages?, messages, chats?, reviews?,
  submissions?, feeds?, rss, news, headlines?, articles?, blogs?, transcripts?, captions?, subtitles?, issues?, tickets?, pull requests?,
  discussions?, forum, questions?, answers?, attachments?, web ?pages?, websites?, web, internet, url, urls, html, search results?, serp, google,
  page content, dom, accessibility snapshot, readme, pastes?, newsletters?, conversations?, stories, pins, videos?, feedback, survey responses`,
);
const unspacedWritings =
  /评论|网页|邮件|新闻|文章|帖子|消息|搜索结果|コメント|メール|記事|ニュース|댓글|메일|뉴스|블로그/u;
/** Things of a service's own that share a word with them. */
const own =
  /\b(?:templates?|schemas?|types?|fields?|count|counts|settings|statistics|stats|metrics|analytics|insights|labels?|categories|status|rules?|polic(?:y|ies)|link types|priorities|issue types|error messages?|web ?apps?|webhooks?|domains?|performance|quota|usage|metadata|list of (?:feeds|channels)|dimensions|costs?|prices?)\b/;
const taking = /^(?:ingest|import|fetch|scrape|crawl|download|watch|poll)$/;

const stated: Signal = effect('untrusted-content', {
  action({ act, lemma, thing }) {
    if (act !== 'look' && act !== 'fetch' && !taking.test(lemma)) return false;
    if (lemma === 'scrape' || lemma === 'crawl') return true;
    const what = thing.slice(0, 6).join(' ');
    return (writings.test(what) || unspacedWritings.test(what)) && !own.test(what);
  },
  phrase: eitherOf(
    /\b(?:web|internet|google|bing|news|naver|duckduckgo) search\b/,
    /\bsearch(?:es)? (?:the )?(?:web|internet|google|bing|duckduckgo)\b/,
    /\b(?:user-generated|third-party) content\b/,
  ),
});

/** The answer holds text that people outside wrote: pages, posts, mail, tickets. */
export const untrustedContent: Signal = {
  id: 'untrusted-content',
  look(reading) {
    const told = stated.look(reading);
    if (told.outcome === 'yes') return told;
    const { outcome, evidence } = arbitraryUrl.look(reading);
    return outcome === 'yes'
      ? { outcome, evidence: evidence.map((each) => ({ ...each, id: 'untrusted-content' })) }
      : told;
  },
};
