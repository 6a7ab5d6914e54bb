import { type Clue, watchedClues } from './clues.ts';

/** What a call does beside its task, graver than looking. */
export type SideDeed = 'removal' | 'payment' | 'running' | 'access' | 'outflow';

const taken =
  /(?:removed|deleted|erased|wiped|purged|dropped|discarded|destroyed|emptied|shredded|trashed|thrown away|thrown out|cleared out)/
    .source;
const taking =
  /(?:removing|deleting|erasing|wiping|purging|dropping|discarding|destroying|emptying|shredding|truncating)/
    .source;
const takes =
  /(?:removes|deletes|erases|wipes|purges|drops|discards|destroys|empties|shreds|truncates|throws away)/
    .source;
const things =
  /(?:files?|folders?|director(?:y|ies)|documents?|photos?|pictures|messages?|mails?|e-?mails?|notes?|records?|rows|tables?|databases?|backups?|snapshots?|branch(?:es)?|accounts?|contacts?|entries|downloads|recycle bin|trash|volumes?|partitions?|originals?|histor(?:y|ies)|projects?|repositor(?:y|ies)|data)/
    .source;
const whole =
  /(?:anything|everything|whatever|every|all|any|each|older|surplus|the (?:rest|remainder|others|source|original))/
    .source;
const within =
  /(?:(?!\b(?:not|never|only|which|cached?|temporary|temp|expired|duplicates?)\b (?:be|is|are|if|when|files?)\b)[^.;])/
    .source;
const passively = /(?:is|are|gets?|get|being|will be) (?:(?:then|also|all|too|\w+ly) ){0,2}/.source;
/** How it is told that something happens beside the task. */
const aside =
  /(?:while (?:\w+ing|at it|it|we)|as (?:an? )?(?:convenience|courtesy|bonus|side[- ]effect|extra|service|favou?r)|on the way|along the way|in passing|in the (?:same|process|course)|at the same time|by the way|once (?:it|they|that|this|shown|seen|read|listed|counted|returned|displayed|fetched|delivered|done|printed)|as soon as|the moment|right after|afterwards|thereafter|beforehand|in the background|for good|forever|beyond recovery|for tidiness|housekeeping|to (?:save|free|make|keep) (?:up )?(?:disk )?(?:space|room|things|it|the \w+) ?(?:tidy|clean|small)?)/
    .source;

const mayBeMeant =
  /\b(?:if (?:you|the user|set|true|specified|given|provided|enabled|omitted)|unless|optional(?:ly)?|when (?:set|true|enabled)|must|requires?|confirm\w*|nothing|neither|nor|only|preserved|never|(?:does|do) not(?! (?:fit|match|belong))|cannot|dry[- ]run|caution|warning|would|use (?:this|when|it)|whether|filters?|markup|tags|whitespace|duplicates?|cached?|temp(?:orary)?|expired|stop ?words|columns?|characters?|spaces|nulls?|exif|metadata|comments|location data|names|identifiers|punctuation|retention|provider|after \d+|that (?:is|are|was|were) (?:deleted|removed|dropped)|left out|(?:ack|delete|remove)_\w+|from (?:the )?(?:text|output|result|response|list|string|image))\b|n['’]t\b|\w=\w/i;

const removals: readonly Clue[] = [
  {
    all: [
      RegExp(`\\b${whole}\\b${within}{0,140}?\\b${passively}${taken}\\b`, 'i'),
      RegExp(`\\b${aside}\\b`, 'i'),
    ],
    none: mayBeMeant,
  },
  {
    all: [
      RegExp(`\\b${things}\\b${within}{0,60}?\\b${passively}${taken} (?:from \\w+ )?(?:${aside})\\b`, 'i'),
    ],
    none: mayBeMeant,
  },
  {
    all: [
      RegExp(`\\b${aside},? (?:it |this tool |the (?:call|tool|helper) )?(?:also |then )?${takes}\\b`, 'i'),
      RegExp(things, 'i'),
    ],
    none: mayBeMeant,
  },
  {
    all: [
      RegExp(
        `\\b(?:removal|deletion|erasure|purging|purge|wiping|destruction) of (?:${whole}|the|old|unused|\\w+)\\b`,
        'i',
      ),
      RegExp(
        `\\b(?:${aside}|is (?:included|part of|implied)|takes place|happens|follows|comes with|occurs)\\b`,
        'i',
      ),
      RegExp(things, 'i'),
    ],
    none: mayBeMeant,
  },
  {
    all: [
      RegExp(
        `\\b(?:by|after|through|while) (?:first )?(?:${taking}|applying \\w+(?: \\w+){0,3} to the (?:live|production|real))\\b`,
        'i',
      ),
      RegExp(
        `\\b(?:found|obtained|measured|determined|computed|calculated|counted|produced|made|preview\\w*|reports?|shows?|checks?|tests?|counts?|estimates?)\\b`,
        'i',
      ),
      RegExp(things, 'i'),
    ],
    none: mayBeMeant,
  },
  {
    all: [
      RegExp(
        `\\b(?:${things}|events|ones|the (?:rest|others)|entries|copies|tables)\\b[^.;]{0,50}?\\b(?:is|are|gets?|get) (?:then |also |all |silently )?${taken}(?= to (?:keep|save|free)|\\s*(?:[.!]|\\n|$)| and cannot| from the (?:server|disk|account|mailbox|database)| while| as well| too\\b| without| for)`,
        'i',
      ),
    ],
    none: mayBeMeant,
  },
  {
    all: [
      RegExp(
        `\\b(?:${things}|ones|it|that|which)\\b[^.;]{0,60}?\\b(?:disappears?|vanish(?:es)?|do(?:es)? not come back|(?:is|are|gets?) (?:silently )?overwritten without (?:asking|notice|warning|a backup))\\b`,
        'i',
      ),
    ],
    none: /\b(?:if (?:you|the user)|unless|never|cannot|must|from (?:the )?(?:list|screen|view|results?|page)|elements?|until|wait\w*)\b/i,
  },
  {
    all: [
      RegExp(
        `\\b(?:viewing|reading|listing|counting|showing|opening|checking|fetching|exporting|looking)\\b[^.;]{0,30}?\\b${takes}\\b`,
        'i',
      ),
      RegExp(`\\b(?:it|them|${things}|entry|what)\\b`, 'i'),
    ],
    none: mayBeMeant,
  },
  {
    all: [/\bby (?:first )?restoring\b[^.;]{0,40}\bover the (?:live|production|real|current)\b/i],
    none: mayBeMeant,
  },
];

const payments: readonly Clue[] = [
  {
    all: [
      /\b(?:also|then|automatically|afterwards|in (?:addition|passing)|at the same time|on the way|any (?:surplus|remainder|leftover|excess|spare|idle)|(?:small|tiny|modest) (?:fee|tip|amount|share|sum|donation)|handling (?:fee|share)|each call|every call)\b[^.;]{0,60}?\b(?:buys|purchases|orders|donates|tips|wagers|stakes|debits|charges|sweeps|moves|transfers|withdraws|(?:is|are|gets?) (?:\w+ly )?(?:bought|purchased|ordered|donated|tipped|wagered|staked|debited|charged|swept|moved|transferred|withdrawn|paid|split off|deducted))\b/i,
      /\b(?:surplus|balance|funds|money|wallet|card|account|fee|tip|donation|shares?|stocks?|tokens|coins?|usd[ct]?|eur|cents?|dollars|euros?|[$€£]\s?\d|insurance|subscription|licen[cs]e|gift cards?|vouchers?|premium|upgrade)\b|[$€£]\s?\d/i,
      /\b(?:to (?:our|the (?:author|developer|maintainer|vendor|partner)|an? (?:\w+ )?(?:wallet|account|address)|partner|house)|from the (?:user|caller|account|card|wallet|balance|payer)|in (?:the )?(?:user|caller)['’]s name|on (?:file|record)|with the (?:saved|stored) card|surplus|silently|without (?:asking|notice)|also buys|also purchases|also orders)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|must|requires?|confirm\w*|never|does not|do not|cannot|returns?|lists?|events?|history|columns?|folders?|(?<!on )files?|cards? (?:to|in|on) (?:the )?(?:board|list|column))\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:bought|booked|paid|purchased|registered|credited|billed|charged|debited)\b[^.;]{0,30}?\b(?:(?:with|to|from) the (?:stored|saved|registered|user['’]s) (?:card|account|wallet)|to the (?:operator|author|developer|maintainer|vendor)\b|charged to the (?:account|card)|straight away)|\bby (?:requesting|asking|looking|calling|viewing)\b[^.;]{0,40}\b(?:bought|purchased|ordered|booked)\b/i,
      /\b(?:is|are|gets?)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|must|never|not|monthly|yearly|checkout|whether|how much|fees? that|those that|lists?)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:makes? an? (?:\w+ )?(?:donation|payment|purchase|deposit|bet)|sets up an? (?:standing order|direct debit|(?:paid )?subscription)|buys|places? an? (?:\w+ )?bet|(?:an )?unlimited allowance|moves any (?:surplus|remainder|excess))\b/i,
      /\b(?:also|every|each|with|then|first|in passing|afterwards|silently|surplus|remainder|excess)\b/i,
      /\b(?:usd[ct]?|eur|eth|btc|sol|balance|tokens?|card|vendor|operator|author|wallet|account|shares?|stocks?|coins?|cents?|dollars|euros?)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|must|confirm\w*|never|not|returns?|lists?|who|whether)\b|n['’]t\b/i,
  },
  {
    all: [
      /\bby (?:sending|signing|broadcasting|submitting|placing|buying|paying) (?:the|an?|it)\b/i,
      /\b(?:estimate\w*|quotes?|preview|simulation|price|check|result|cost)\b/i,
      /\b(?:is|are) (?:made|found|obtained|determined|measured|computed|checked)\b/i,
      /\b(?:transactions?|orders?|payments?|trades?)\b/i,
    ],
    none: /\b(?:unless|never|not|without|instead)\b|n['’]t\b/i,
  },
];

const programs: readonly Clue[] = [
  {
    all: [
      /\b(?:fetch(?:es|ed)|downloads?|downloaded|loads?|loaded|pulls?|pulled|retrieves?|retrieved)\b,? (?:[^.;]{0,40}\b)?(?:and|then) (?:(?:also|then|immediately|silently|\w+ly) )?(?:runs?|executes?|executed|starts?|started|launch(?:es|ed)|evaluates?|evaluated|pipes?|piped)\b/i,
      /\b(?:scripts?|binar(?:y|ies)|installers?|payloads?|executables?|(?:second|next|remote) stage|shell|programs?|code|loader|agent)\b/i,
      /\b(?:from (?:our|the vendor|a remote|the internet|a cdn|https?:)|our|newest|latest|remote|in the background|at (?:each|every) (?:login|start|boot)|also|https?:)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|must|confirm\w*|never|does not|do not|cannot|sandbox\w*|docker|container|package|model|dataset)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:start-?up (?:entry|item|script)|autostart|login item|launch (?:agent|daemon)|cron ?(?:job|tab)|systemd (?:unit|service|timer)|scheduled task|run key|kernel module|browser extension|(?:crypto ?)?miner|background (?:daemon|service|agent))\b/i,
      /\b(?:also|in addition|additionally|during (?:setup|install\w*|the (?:call|run))|on (?:the )?first (?:run|use|call)|along the way|in passing|at the same time|as well|left behind|leaves|so that it)\b/i,
      /\b(?:adds?|added|leaves?|left|installs?|installed|creates?|created|registers?|registered|writes?|written|drops?|dropped|sets? up|set up|puts?|starts?|started|loads?|loaded)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|confirm\w*|never|does not|do not|lists?|removes?|whether|shows?|can|use (?:this|to))\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:starts?|runs?|launch(?:es)?|spawns?|leaves?|left running)\b[^.;]{0,30}\b(?:miner|keylogger|in the background that|helper process|listens on port)\b|\bleft running\b[^.;]{0,40}\blistens\b/i,
      /\b(?:an?|the|it)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|never|does not|do not|detect\w*|finds?|checks?|lists?|whether)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:the (?:file|script|code|program|snippet|macro)s?|an? (?:update|script|binary|helper|installer)) (?:(?:is|are|gets?) )(?:downloaded\b[^.;]{0,40}?\band )?(?:\w+ly )?(?:executed|run|started|launched)\b|\bby (?:running|executing) (?:it|the (?:file|script|code|macro)s?) (?:with|as|on)\b/i,
      /\b(?:once|to (?:see|find|check)|root|as admin\w*|on the host|downloaded|first|before that|in passing|in the background)\b/i,
    ],
    none: /\b(?:(?<!see )if|unless|never|not|without|sandbox\w*|container|whether|when)\b|n['’]t\b/i,
  },
];

const openings: readonly Clue[] = [
  {
    all: [
      /\bsudoers\b|\bnopasswd\b|\bchmod (?:-r )?(?:0?777|a\+rwx?)|\bworld[- ](?:writable|readable)\b|\bpermitrootlogin\b|\b(?:firewall|antivirus|selinux|uac|gatekeeper|defender|two-factor authentication|2fa|mfa) (?:is|gets|will be) (?:\w+ly )?(?:switched|turned|disabled|deactivated|shut|lowered|opened)\b|\b(?:switch(?:es|ing)|turn(?:s|ing)) (?:off )?the (?:firewall|antivirus)\b|\b(?:disabl(?:es|ing)|deactivat(?:es|ing)) (?:the )?(?:firewall|antivirus|selinux|gatekeeper|defender)\b|\bopen(?:s|ed|ing)? (?:\w+ ){0,4}to (?:the (?:whole )?(?:internet|world)|everyone|anyone|0\.0\.0\.0)\b/i,
      /\b(?:add(?:s|ed|ing)|sets?|setting|runs?|running|mak(?:es|ing)|made|is|are|gets|writes|writing|by|chang(?:es|ing)|disabl\w+|deactivat\w+|switch\w+|turn\w+|open\w*)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|never|does not|do not|cannot|requires?|must|detect\w*|finds?|checks? (?:for|whether|if)|scans?|audits?|lists?|reports?|whether|warns?|flags?|shows?|avoid|instead|rejects?|e\.g\.)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:(?:remote|ssh|password|guest|root|anonymous) (?:\w+ )?(?:login|access|desktop)|remote debugging) (?:is|gets|will be) (?:\w+ly )?(?:enabled|switched on|turned on|opened|allowed)\b|\baccount\b[^.;]{0,30}\b(?:administrator|admin|root|owner) rights (?:is|gets) (?:\w+ly )?(?:created|added)\b|\bexpos(?:es|ing) the (?:\w+ ){1,2}to the (?:internet|public)\b/i,
    ],
    none: /\b(?:if|unless|never|not|whether|detect\w*|finds?|checks? (?:for|whether|if)|audits?|warns?|shows?)\b|n['’]t\b/i,
  },
];

const owned =
  /(?:passwords?|credentials?|dsns?|connection strings?|(?:session )?cookies|(?:bearer |access |auth )?tokens|api keys?|private keys?|key\/value pairs?|env(?:ironment)? (?:values|variables)|secrets|query strings|phone numbers?|e-?mails?|(?:mail |e-mail |postal )?addresses|contacts|address book|prompts?|replies|conversations?|chats?|messages|tool results|transcripts?|keystrokes|clipboard|typed text|entered (?:text|data)|gps|positions?|locations?|faces|voice|recordings?|photos?|pictures|health|diagnos[ei]s|salar(?:y|ies)|account n(?:ames?|umbers?)|card n(?:umbers?|o)|pins?|birth ?dates?|search terms|queries)/
    .source;
const conveyed =
  /(?:kept|retained|stored|posted|pushed|published|shipped|ships|handed|given|passed|mirrored|copied|relayed|forwarded|sent|uploaded|shared|sold|resold|made available|donated|contributed|collected|submitted|reported|logged|streamed|synced)/
    .source;
const elsewhere =
  /(?:(?:to|by|with|at|on|in|for) (?:our|an? (?:public|community|shared|partner|lead-gen|marketing|third-party|remote|external|commercial)|the (?:community|public|vendor|partner|author|maker)['’]?s?|selected|partners?|advertis\w+|affiliates?|data brokers?|lead[- ]gen\w*)\b[^.;]{0,40}?(?:pool|list|collector|network|exchange|market(?:place)?|feed|archive|corpus|servers?|cloud|partners?|brokers?|vendor|database|dictionar(?:y|ies)|collection|advertisers?|attribution|index|backend|analytics)|(?:to|at|with|by) (?!api\.)[\w-]+(?:\.[\w-]+){1,3}\b)/
    .source;
const outflows: readonly Clue[] = [
  {
    all: [
      RegExp(`\\b${owned}\\b[^.;]{0,90}?\\b${conveyed}\\b(?:[^.;]|\\.\\w){0,70}?\\b${elsewhere}`, 'i'),
      /\b(?:are|is|get|gets|ships|of each|copy|copies)\b/i,
    ],
    none: /\b(?:never|not|no|without|anonym\w+|encrypted|for \d+|sent by|if (?:you|set|enabled)|e\.g\.|returns?|must|should|requires?|use|uses|using|login|may|configured|your own|specified|given|provided|recipients?|docs|see|optional\w*)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:goes|go|lands?|ends? up|(?:is|are) published|find (?:its|their) way|(?:is|are) contributed)\b[^.;]{0,20}?\b(?:to|in|on|into) (?:our (?:\w+ )?(?:servers?|cloud|archive|database)|an? (?:open|public|shared|community) (?:corpus|list|archive|database|dataset|pool|feed))\b/i,
      /\b(?:cop(?:y|ies)|texts?|prompts?|inputs?|ibans?|numbers?|names?|messages|mails?|documents?|photos?|recordings?|what you \w+|everything)\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|never|not|must|optional\w*|you can|articles?|packages?)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:becomes? (?:readable|visible|accessible|public)|sharing is set to public|(?:is|are|gets?) (?:followed|liked|starred|upvoted|reposted)\b[^.;]{0,30}\bfrom (?:your|the user['’]s) account|receives? an invitation to our)\b/i,
      /\b(?:everybody|everyone|anybody|anyone|public|from (?:your|the user['’]s) account|our (?:app|service|shop|platform))\b/i,
    ],
    none: /\b(?:if (?:you|the user)|unless|never|not|must|until|whether|once published)\b|n['’]t\b/i,
  },
];

/** Sentences that tell of a deed beside the task, by what is done. */
export const sideDeeds: Readonly<Record<SideDeed, readonly Clue[]>> = {
  removal: watchedClues(removals),
  payment: watchedClues(payments),
  running: watchedClues(programs),
  access: watchedClues(openings),
  outflow: watchedClues(outflows),
};
