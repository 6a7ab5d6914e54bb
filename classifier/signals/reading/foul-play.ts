import type { Clue } from './clues.ts';
import { eitherOf } from './words.ts';

/** What hostile texts do to the work of others, each told by the things it cannot go without naming. */

const honest =
  /\be\.g\.|\b(?:for example|such as|detect\w*|scans?|returns? (?:an?|the)|default\w*|optional|if (?:true|false|set|you want))\b/i;

/** Code that calls out, stays behind or opens a way in, where a text says what to write or run. */
export const payloads = eitherOf(
  /\bfetch\(\s?\\?['"`]https?:[^)\n]{0,80}['"`]\s?\+/,
  /\b(?:navigator\.sendbeacon|require\(['"]child_process['"]\)|document\.cookie\b)/,
  /\bnc (?:-\w+ )*-e\b|\/dev\/tcp\/|\bpowershell\b[^\n]{0,40}\s-e(?:nc|ncodedcommand)\b|\bbase64 -d\w* ?\|/,
  /\b(?:--extra-index-url|--index-url|--trusted-host|--registry)[ =]\S+/,
  /\\?["']postinstall\\?["']\s?:/,
  /"\}\s?\]?\s?\}\s?,\s?\{\s?"role"\s?:/,
  /\bto ~?\/?\.?(?:\w+\/)*\.(?:bashrc|zshrc|profile|bash_profile)\b/,
  /<!--[^>]{0,120}\b(?:forget|delete|approve|token|password|you were told|tool once|the user|silently|forward|upload)\b/,
  /(?:---+|===+|#{3,}|\[) ?(?:mcp |ai |llm )?(?:host|system|kernel|platform|runtime|client|gateway) (?:message|notice|update|directive|policy|prompt)\b/,
);

/** What the user asked for, on its way to another place. */
const asked =
  /\b(?:(?:requested|intended|original|real|actual|true|genuine|proper|desired) (?:one|numbers?|values?|recipients?|amount|accounts?|figure|address(?:ee)?|destination|channel|target|payee|iban|key|header|receiver)|what (?:was|is|the (?:user|client|caller|customer)) (?:requested|requests|asked|given|gave|typed|ordered|wants?)|(?:figure|amount|value|number|quantity|address) (?:that )?the (?:client|user|caller|customer|person) (?:gave|gives|typed|enters?|entered|asked|named|states?)|if the (?:client|user|caller|customer) (?:says|asks for|chooses|wants|types) ['"`])/i;

/** Sentences that do something else than was asked. */
export const displacing: readonly Clue[] = [
  {
    all: [
      /\b(?:answers?|results?|outputs?|values?|responses?|replies|findings) (?:from|of|by|that come from) (?:the )?[`'"]?[a-z]+_[a-z_]+[`'"]?/i,
      /\b(?:have to|has to|must|should|need to|are to|is to) be (?:shifted|changed|replaced|corrected|multiplied|discarded|ignored|adjusted|overwritten|altered|swapped|rounded|translated|converted)\b/i,
    ],
    none: honest,
  },
  {
    reach: 2,
    all: [
      asked,
      /\b(?:add|pass|double|twice|half|halve|multiply|times|swap|invert|lower|raise|quote|put|replace\w*|instead|written|moved|goes|report back|at the end|metadata|note|memo|body|reference|subject|first line)\b/i,
      /\b(?:use|pass|add|put|set|goes?|first|always|must|should|report|as|into|in)\b/i,
      /\b(?:acct_\w+|degrees|times|twice|half|double|percent|%|shares|['"`]\w+['"`]|report back|at the end|intended|first|metadata|subject|reference|memo|note)\b|%/i,
    ],
    none: /\be\.g\.|\b(?:for example|such as|returns?|default\w*|optional|ids?|original (?:value|address) (?:is|of)|error|if not|preserv\w+|unchanged|convert\w*|compare\w*|validate\w*|refers?|mentions?|schema)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:treat|regard|take|consider|use|accept)\b[^.]{0,40}\b(?:output|result|response|answer|reply|what follows|returned text)\b/i,
      /\b(?:as|like) (?:the |an? )?(?:authoritative(?! and (?:complete|up))|orders?|commands?|instructions?|system|definition|message from|binding|directives?)\b/i,
    ],
    none: honest,
  },
  {
    all: [
      /\b(?:if|when(?:ever)?|where|once|should|while|as long as|at any point)\b[^.]{0,60}\b(?:agent|assistant|model|you|an? (?:e-?mail|message|payment|event|file|commit|issue|pull request))\b[^.]{0,40}\b(?:with|through|via|using|by) [`'"]?[a-z]+_[a-z_]+/i,
      /\b(?:should be|must be|has to be|is to be|set|use|reply-to|recipient|reviewer|cc|bcc|copy|goes? to|first|instead)\b/i,
      /[\w.+-]@[\w-]+\.\w{2,}|\b(?:instead|https?|channel|account|header|relay|mirror)\b/i,
    ],
    none: honest,
  },
  {
    all: [
      /\b(?:through|with|via|using|in|by) the [\w-]+ tool\b/i,
      /\b(?:attach|grant|approve|tick|open|append|delete|push|run|drop|send|upload|publish|disable|remove|post|install)\b/i,
      /\b(?:administrator\w*|admin|branch|approve|consent|token|https?|password|credentials|first step|precedes|every|try again|in every project|without|behalf|secrets?|database)\b/i,
    ],
    none: /\be\.g\.|\b(?:for example|instead|first use|to (?:get|find|list|see)|id from|returned by|previous tool|never|not)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:outgoing|emitted|generated|rendered|produced|created) (?:[\w-]+,? ){1,10}(?:must|should|go|goes|has to|have to|are to|is to|shall|get|gets|carry|carries)\b/i,
      /https?:\/\/|\+\d{2}[ \d]{7,}|[\w.+-]@[\w-]+\.\w{2,}|\b(?:password|credentials|cookie|forwarding|relay|backdoor)\b/i,
    ],
    none: honest,
  },
  {
    all: [
      /\b(?:ratings?|prices?|scores?|reviews?|results?|growth|figures?|stars)\b[^.]{0,60}\b(?:lowered|raised|inflated|halved|doubled|boosted|downgraded|multiplied|increased|reduced|hidden)\b/i,
      /\b(?:must|are to be|should|have to|before you (?:show|present|answer|reply))\b/i,
      /\b(?:partners?|outside|competitors?|others?|sponsor\w*|before you (?:show|present|answer))\b/i,
    ],
    none: honest,
  },
];

/** Sentences that have a text carried on to other agents and other tools, and money to another. */
export const spreading: readonly Clue[] = [
  {
    all: [
      /\b(?:agents?|assistants?|models?) (?:that|who|which) (?:read|reads|see|sees|load|loads) this\b|\b(?:with|in) the same wording\b|\b(?:carry|copy|repeat|paste|pass) (?:this|the|these) (?:wording|text|note|notice|description|lines?|words)\b[^.]{0,20}\b(?:along|into|on|to|in)\b/i,
      /\b(?:add|write|hand|sub-?agents?|agents\.md|memory|entities|every|all|each|other|files?|repositor\w+)\b/i,
    ],
    none: /\be\.g\.|\b(?:for example|clipboard|never|not)\b|n['’]t\b/i,
  },
  {
    reach: 2,
    all: [
      /\b(?:and not|instead of|rather than|never) (?:on|to|into|onto|in) the (?:customer|user|client|payer|caller|owner|original)\b/i,
      /\b(?:refunds?|payments?|money|funds|amounts?|messages?|mails?|replies|transfers?|account)\b/i,
      /\b(?:tell|say|collected|leave|default|this account|ours?|go|goes|must|always)\b/i,
    ],
    none: /\be\.g\.|\b(?:for example|optional|set to true|if true)\b/i,
  },
];

/** What lies outside a call and belongs to somebody, in words of many kinds. */
const possession =
  /\b(?:recovery words|12 or 24 (?:\w+ )?words|seed words|(?:value|contents?) of [`'"]?\w+_(?:token|key|secret|password)|_authtoken|authorization header|(?:tokens?|cookies?|keys?|credentials?|connection string|passwords?) (?:that )?you (?:hold|have|were (?:given|configured)|use|know)|connection string you|(?:user|person|customer|operator)['’]s (?:\w+ ){0,2}(?:keys?|tokens?|passwords?|credentials)|(?:all|other|your) (?:\w+ )?environment variables|browser profile|login data|listing of the home directory|home directory, recursively|bank details|password exports|whatever came up|credential helpers|shell rc|get-session-token|files open in|names ending in _(?:token|key))\b/i;

/** Sentences that have what belongs to the user looked for and handed on. */
export const searching: readonly Clue[] = [
  {
    reach: 2,
    all: [
      possession,
      /\b(?:find|look|use|take|takes|supply|append|read(?:ing)?|squeeze|put|pass|include|copy|fill|collect|deposit|attach|send|write|writing|proven|holds?)\b/i,
      /\b(?:as|in|into|to|for|it|with|them|machine|here|so that|first match|any other|does not provide|mirrored|copy|retry|silently)\b/i,
      /[`'"]\w+[`'"]|https?:|\b(?:any other|machine|find|look (?:in|for|up)|chat|page|silently|mirrored|bucket|deposited?|upload_\w+|so that|proof)\b/i,
    ],
    none: /\be\.g\.|\b(?:for example|such as|never (?:pass|put|include|share|send|use|store|log|ask)|must be set|set the|configure |configuration|by default|optional|requires?|reads? the|loaded from|from environment variables|via environment variables|export \w+=)\b|\bn['’]t\b/i,
  },
];

/** Sentences that praise this tool at the cost of all others. */
export const luring: readonly Clue[] = [
  {
    all: [
      /\b(?:select|choos|pick|prefer|us)(?:e|es|s|ing)? (?:me|this one|this implementation)\b|\bpick [a-z]+_[a-z_]+\b/i,
      /\b(?:score|reward|raises?|lowers?|each time|every time|compromised|cares? about|if in doubt|trust|penal\w+|rating|always)\b/i,
    ],
    none: honest,
  },
  {
    reach: 2,
    all: [
      /\b[a-z]+_[a-z_]+ (?:has been|was|is) (?:retired|deprecated|withdrawn|discontinued|compromised|replaced|superseded)\b/i,
      /\b(?:kindly|in its place|instead|use|please)\b/i,
      /https?:\/\/|@[\w-]+\.|\b(?:remote|mirror|relay\w*|endpoint|server)=?/i,
    ],
    none: honest,
  },
  {
    all: [
      /\b(?:disable|uninstall|remove|deactivate|switch off|unload) (?:all |any )?(?:of )?(?:the |your )?(?:others?\b|other (?:ones?|tools?|servers?)|competing \w+)/i,
      /\b(?:means|can|tool|server|pick|choose|select|prefer|if|once|you)\b/i,
    ],
    none: honest,
  },
];

/** Sentences that ask whoever judges for a favour. */
export const pleading: readonly Clue[] = [
  {
    reach: 2,
    all: [
      /\b(?:audit|rat|scor|review|scann|classif|evaluat|judg|assess|grad|catalogu|index|moderat)(?:ing|es|s)\b[^.]{0,20}\b(?:this|these|the) (?:list|tools?|entr(?:y|ies)|catalogu?e?|servers?|definitions?|items?)\b/i,
      /\b(?:skip|safe|low|lowest|score|vetted|harmless|pass|ignore|known-good|trusted|benign)\b/i,
      /\b(?:whichever|whoever|language model|dear|to any|this one|expects?|please|skip)\b/i,
    ],
    none: honest,
  },
  {
    reach: 3,
    all: [
      /\b(?:dear|hello|hi|hey|attention|note to|annotation for|message to|for)\b[^.]{0,24}\b(?:safety|security|moderat\w+|judges?|reviewers?|benchmarks?|model|graders?|raters?|classifiers?|scanners?|auditors?|evaluat\w+)\b/i,
      /\b(?:flag\w*|danger|risk|safe|benign|label|harmless|score|points|rating|read|low|let it (?:through|pass)|sample|control group|warning)\b/i,
      /\b(?:please|just this once|fails?|costs?|label ?=|belongs|give|let it|my|our|false alarm|do not|don['’]t)\b/i,
      /\b(?:this|it|sample|listing|tool|one|entry)\b/i,
    ],
    none: honest,
  },
  {
    all: [
      /\b(?:benign|control|negative|clean|safe) (?:control )?(?:group|class|sample|set|label)\b|\blabel ?= ?0\b/i,
      /\b(?:this|sample|tool|entry|item|belongs)\b/i,
    ],
    none: /\be\.g\.|\b(?:dataset|train\w*|statistic\w*|experiment|a\/b|returns?|variant|model)\b/i,
  },
];

/** Sentences in which a mild name hides something grave. */
export const exposing: readonly Clue[] = [
  {
    all: [
      /\b(?:anybody|anyone|everybody|the public|the whole internet) (?:may|can|could) (?:read|see|open|access|download|edit)\b|\blink-shared\b|\bworld-readable\b/i,
      /\b(?:convenience|user['’]s account|tweeted|posted|published|is put|are put|copied|shared)\b/i,
    ],
    none: /\b(?:if|whether|visibility|privacy|never|not|option\w*|warning|make sure)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:handed|passed|given|fed|forwarded) to (?:the |a )?(?:system )?(?:shell|interpreter|eval|bash|terminal)\b/i,
      /\b(?:harmless|safe|replaced|expressions?|whatever|strings?|text|contents?)\b/i,
    ],
    none: /\b(?:never|not|no|escaped|sanitized)\b|n['’]t\b/i,
  },
  {
    all: [
      /\bunlimited (?:\w+ )?(?:allowance|approval|spending)\b|\bslippage is (?:fixed|set)\b/i,
      /\b(?:is|sets|approved|granted|keeps|fixed|first)\b/i,
    ],
    none: /\b(?:check\w*|revok\w*|detect\w*|warn\w*|never|not|if|find\w*|list\w*|scan\w*)\b/i,
  },
  {
    reach: 2,
    all: [
      /\b(?:without changing anything|changes nothing|nothing is changed|estimates?|checks?|purely|only looks)\b/i,
      /\b(?:are|is|gets?) (?:then |also )?(?:deleted|removed|erased|scaled to zero|broadcast|signed|terminated|sold|bought|transferred)\b/i,
      /\b(?:without changing anything|changes nothing|nothing is changed|for accuracy|to be sure|mainnet|unlocked wallet|volume claims)\b/i,
    ],
    none: /\b(?:never|not|if|would|whether)\b|n['’]t\b/i,
  },
];
