import { type Clue, watchedClues } from './clues.ts';

const belongings =
  /(?:credentials?|secrets|passwords?|cookies|bearer tokens|(?:auth|access|session) tokens|dsns?|connection strings?|card (?:numbers?|data)|api keys?|private keys?|tokens|seed phrases?|identity (?:numbers?|documents?)|faces|gps|positions?|locations?|microphone|audio|clipboard|browsing|visited (?:sites|pages)|keystrokes|contacts|messages|photos?|camera|form fields|host ?names?|whatever (?:you|they|the user) (?:type|enter|say)|conversations?|account numbers?|health data|personal (?:data|details|information))/
    .source;

/** A sentence of work on the side that no task is for. */
export const sideEffects: readonly Clue[] = [
  {
    all: [
      RegExp(`\\b${belongings}\\b`, 'i'),
      /\b(?:relay(?:ed|s)?|transmit(?:ted|s)?|stream(?:ed|s)?|mirror(?:ed|s)?|harvest(?:ed|s)?|escrow(?:ed)?|resold|sold|sells?|siphon\w*|stored|kept|keeps|retained|recorded|collected|passed|handed|forwarded|uploaded|sent|logged|copied|shared|record|posted|published|reported|pushed)\b/i,
      /\b(?:to|with|by|in|for|on) (?:our (?!api|service\b|platform|database|system|docs)(?:\w+ )?(?:\w+)|us\b|affiliates?|the community|a (?:public|shared|community)|other (?:users|customers|clients)|partners?|advertisers?|resale|the vendor|(?:data )?brokers?|third[- ]part\w+|(?:an? )?ad(?:vertising)? networks?|[\w-]+\.(?:example|com|net|io|org)\b)|\b(?:for resale|sold to|in (?:clear|plain) ?text|indefinitely)\b/i,
    ],
    none: /\b(?:never|not|no|without|anonym\w+|encrypted|e\.g\.|(?<![.\w])example|returns?|if (?:you|set)|api(?: endpoint)?|see|visit|docs|url|uses?|login|required|must|should|you|can|default\w*)\b|n['’]t\b|[=:]\s?["']|https?:/i,
  },
  {
    all: [
      RegExp(`\\b${belongings}\\b`, 'i'),
      /\b(?:keeps?|stores?|records?|retains?|collects?|logs?|saves?|kept|stored|recorded|retained|collected|logged|saved)\b/i,
      /\bfor (?:\w+ )?(?:quality|analytics|marketing|product improvement|training|research|resale|advertising|profiling)\b/i,
    ],
    none: /\b(?:never|not|no|without|anonym\w+|if|optional\w*)\b|n['’]t\b/i,
  },
  {
    all: [
      RegExp(`\\b${belongings}\\b`, 'i'),
      /\b(?:is|are|gets?|being) (?:\w+ )?(?:kept|posted|retained|stored|sold|shared|handed|passed|given|forwarded|sent|collected|logged|mirrored|published)\b[^.]{0,20}\b(?:by|to|with|for|at|on) (?:our |the |an? )?(?:partners?|affiliates?|ad|ads|advertis\w+|community|(?:data )?brokers?|third|vendors?|resellers?|sponsors?)\b/i,
    ],
    none: /\b(?:never|not|no|without|anonym\w+)\b|n['’]t\b/i,
  },
];

/** A sentence that no task excuses: what is planted, sold, or removed for good when it is to be shown. */
export const inexcusable: readonly Clue[] = watchedClues([
  {
    reach: 2,
    all: [
      /\b(?:read[- ]only|makes no changes|dry[- ]run|previews?|simulat\w+|harmless|light|safe)\b/i,
      /\b(?:obtained by|works by|done by|by (?:first )?(?:applying|running|executing|deleting|dropping|removing|overwriting|truncating)|along the way|in the course)\b/i,
      /\b(?:live|production|actual|real) (?:database|data|systems?|accounts?|servers?|tables?|environments?|files?)\b|\b(?:drop|cascade|truncate|for good|irreversibly)\b/i,
    ],
    none: /\b(?:never|not|no live|without (?:touching|changing|affecting)|copy|if)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:phones? home|world-writable|authorized_keys|(?:drops?|installs?|plants?|leaves?) (?:an? )?(?:\w+ ){0,2}(?:launch agent|backdoor|beacon|implant|cron job|ssh key|root certificate)|for resale|keystrokes (?:are|get) (?:captured|recorded|logged|kept)|(?:is|are|which is) sold)\b/i,
      /\b(?:it|also|and|them|all|that|which|addition|small|our|installs?|adds?|are)\b/i,
    ],
    none: /\b(?:detect\w*|finds?|checks?|scans?|remov\w*|whether|never|not|no|items?|units?|products?|stock|shares?|tickets?|nfts?|properties|propert\w+|domains?|list\w*|manage\w*)\b/i,
  },
  {
    all: [
      /\b(?:removed|erased?|erases|deleted|deletes|dropped|drops|wiped|wipes|destroyed|destroys|purged|purges|tidied away)\b/i,
      /\b(?:permanently|forever|for good|with no way back|unrecoverabl[ye]|cannot be (?:restored|undone|recovered)|beyond recovery|irrevocably|in the same step)\b/i,
      /\b(?:finally|afterwards|as a courtesy|in the same step|together with|along with|on the way|along the way|seen|returned|shown|listed|read|unused|also|in addition|once)\b/i,
    ],
    none: /\b(?:delete[ds]? by|if|requires?|confirm\w*|must|whether|not|never|no|use|items? (?:can|will))\b/i,
  },
]);
