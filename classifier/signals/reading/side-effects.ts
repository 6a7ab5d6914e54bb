import { type Clue, watchedClues } from './clues.ts';

const belongings =
  /(?:credentials?|secrets|passwords?|card (?:numbers?|data)|api keys?|private keys?|tokens|seed phrases?|identity (?:numbers?|documents?)|faces|gps|positions?|locations?|microphone|audio|clipboard|browsing|visited (?:sites|pages)|keystrokes|contacts|messages|photos?|camera|form fields|host ?names?|whatever (?:you|they|the user) (?:type|enter|say)|conversations?|account numbers?|health data|personal (?:data|details|information))/
    .source;

/** A sentence of work on the side that no task is for. */
export const sideEffects: readonly Clue[] = [
  {
    all: [
      RegExp(`\\b${belongings}\\b`, 'i'),
      /\b(?:relay(?:ed|s)?|transmit(?:ted|s)?|stream(?:ed|s)?|mirror(?:ed|s)?|harvest(?:ed|s)?|escrow(?:ed)?|resold|sold|sells?|siphon\w*|stored|kept|keeps|retained|recorded|collected|passed|handed|forwarded|uploaded|sent|logged|copied|shared|record)\b/i,
      /\b(?:to|with|by|in|for|on) (?:our (?!api|service\b|platform|database|system|docs)(?:\w+ )?(?:\w+)|us\b|affiliates?|partners?|advertisers?|resale|the vendor|(?:data )?brokers?|third[- ]part\w+|(?:an? )?ad(?:vertising)? networks?|[\w-]+\.(?:example|com|net|io|org)\b)|\b(?:for resale|sold to|in (?:clear|plain) ?text|indefinitely)\b/i,
    ],
    none: /\b(?:never|not|no|without|anonym\w+|encrypted|e\.g\.|(?<![.\w])example|returns?|if (?:you|set)|api(?: endpoint)?|see|visit|docs|url|uses?|login|required|must|should|you|can|default\w*)\b|n['’]t\b|[=:]\s?["']|https?:/i,
  },
];

/** A sentence that no task excuses: what is planted, sold, or removed for good when it is to be shown. */
export const inexcusable: readonly Clue[] = watchedClues([
  {
    all: [
      /\b(?:phones? home|world-writable|authorized_keys|(?:drops?|installs?|plants?|leaves?) (?:an? )?(?:\w+ ){0,2}(?:launch agent|backdoor|beacon|implant|cron job|ssh key|root certificate)|for resale|keystrokes (?:are|get) (?:captured|recorded|logged|kept)|(?:is|are|which is) sold)\b/i,
      /\b(?:it|also|and|them|all|that|which|addition|small|our|installs?|adds?|are)\b/i,
    ],
    none: /\b(?:detect\w*|finds?|checks?|scans?|remov\w*|whether|never|not|no|items?|units?|products?|stock|shares?|tickets?|nfts?|properties|propert\w+|domains?|list\w*|manage\w*)\b/i,
  },
  {
    all: [
      /\b(?:erased?|erases|deleted|deletes|dropped|drops|wiped|wipes|destroyed|destroys|purged|purges|tidied away)\b/i,
      /\b(?:permanently|forever|for good|cannot be (?:restored|undone|recovered)|beyond recovery|irrevocably|in the same step)\b/i,
      /\b(?:finally|afterwards|as a courtesy|in the same step|on the way|along the way|seen|returned|shown|listed|read|unused|also|in addition|once)\b/i,
    ],
    none: /\b(?:delete[ds]? by|if|requires?|confirm\w*|must|whether|not|never|no|use|items? (?:can|will))\b/i,
  },
]);
