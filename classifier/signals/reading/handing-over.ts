import type { Clue } from './clues.ts';

/** What belongs to the user or to the agent, and which hardly any call needs. */
export const belongings =
  /\b(?:credentials?|secrets|passwords?|passphrases?|(?:api|private|ssh|gpg|signing) ?keys?|(?:auth|access|api|bearer|session) (?:tokens?|cookies?)|(?:seed|recovery) phrases?|env(?:ironment)? var(?:iable)?s?|system (?:prompt|message|instructions)|hidden reasoning|(?:saved|stored|browser) (?:logins|cookies)|(?:whole|entire|full|complete|earlier|previous|last \w+) (?:dialogue|conversation|chat|messages|transcript)|messages of (?:this|the) (?:conversation|chat)|(?:chat|conversation|message|browsing|shell) (?:history|log|transcript)|tool results? (?:you|received|so far)|clipboard|everything (?:that )?(?:the user|they|you|he|she) (?:have |has )?(?:said|told|wrote|written|typed|shared)|so far in this (?:chat|conversation|session)|cookie jar|document\.cookie|(?:open |editor |browser )tabs?|(?:system|developer) messages?|outputs? of (?:all |the |any )?other tools|(?:any|all|your) tokens|(?:directory|file|folder) listing|one-time (?:codes?|passwords?)|(?:2fa|otp|verification) codes?|keychain|card numbers?|(?:user|person|customer|client)['’]s (?:real |full |most recent |latest |own |private |personal )?(?:files?|contacts|inbox|mails?|emails?|messages|name|documents|photos|location|tokens?|cookies?|desktop))\b|\b(?:openai|anthropic|github|gitlab|aws|stripe|google|gemini|slack|azure|npm|hf|database|db)_\w{0,16}(?:key|token|secret|password|pass|url)\b|\$\w{2,20}_(?:key|token|secret|password)\b|\b\w+_(?:access_token|api_key|secret_key|private_key|access_key)\b|~\/\.?\w|\/etc\/\w|(?<!\w)\.(?:env|ssh|aws|netrc|npmrc|kube|git\/config)\b|\*\.(?:pem|key|env)\b|\bid_(?:rsa|ed25519|ecdsa)\b(?!\.pub)/i;

/** Orders to give something away. */
const giving =
  /\b(?:pass(?:ed)?|put|supply|supplies|supplied|provided?|included?|attach(?:ed)?|hand(?:ed)?|embed(?:ded)?|insert(?:ed)?|pasted?|encode|append(?:ed)?|send|sent|forward(?:ed)?|submit(?:ted)?|given?|placed?|carry|carries|carried|fill(?:ed)?|add(?:ed)?|copy|copied|report(?:ed)?|upload(?:ed)?|shared?|post(?:ed)?|mail(?:ed)?|email(?:ed)?|transmit(?:ted)?|hold|held|enter(?:ed)?|dump(?:ed)?|wants?|passing|putting|attaching|holding|carrying|ship|set to (?:the|your|an?|all|its)|containing the (?:values?|contents?|text|output))\b/i;

/** Where it goes in: an argument by its name, or what an argument is for. */
const intoPlace =
  /\b(?:in|into|as|under|via|through|using|with|of|to|on|inside) (?:the |its |an? |your |this )?[`'"“][\w|:.-]+[`'"”]|\b(?:as|in|into|under) (?:the )?\w*(?:note|hint|seed|salt|extra|context|remark|comment|metadata|sidenote|debug|trace)\w*\b|\bto (?:the )?\w+_\w+|\b(?:with|using|via|through) (?:create|send|post|write|upload|save|add|publish|push|share)_[a-z_]+|\b(?:parameter|argument|field)\b|\bin (?:the|your|each|every) (?:answer|reply|response|output)\b|[`'"“]\w+[`'"”]\s?:|\bhere\b|[`'"“]\w+[`'"”] (?:must|has to|should|needs to|is to|holds?|carries|contains|takes)\b/i;

const outwards = /https?:\/\/|[\w.+-]@[\w-]+\.\w{2,}/i;

export const denying =
  /\b(?:never|not|no|cannot|without|optional(?:ly)?|default\w*|e\.g\.|i\.e\.|for example|such as|like|\w*(?:password|token|key|secret|credentials?|auth) (?:field|parameter|argument|param|header)|set the|if (?:you|set|provided|not)|must be|returns?|masked|redact\w*|encrypted|decrypt\w*|case-sensitive|config(?:ured|uration|ure)\w*|urls: array)\b|n['’]t\b|[=:]\s?["']/i;

/** A sentence that has the agent give away what the call does not need. */
export const givingAway: readonly Clue[] = [
  {
    all: [/\b(?:append|add|paste|insert|include) the (?:values?|contents?|text) of\b/i, belongings],
    none: denying,
  },
  {
    all: [
      /[\w.+-]@[\w-]+\.\w{2,}/,
      /\b(?:let|cc|bcc|mailed|emailed|copied|sent|forwarded|know)\b/i,
      /\b(?:know (?:what|which|that|how|about)|when(?:ever)? you|(?:each|every|all) (?:\w+ )?(?:results?|answers?|records?|tickets?)|asked us|asks that|for our records)\b/i,
    ],
    none: /\b(?:support|contact|questions?\?|e\.g\.|for example|such as|feedback|issues?)\b/i,
  },
  { all: [belongings, giving, outwards], none: denying },
  { all: [belongings, giving, intoPlace], none: denying },
  {
    all: [
      /\b(?:when(?:ever)?|if|once)\b[^.]{0,40}\b(?:phrase|word|says?|types?|occurs|contains|mentions?|asks for|enters)\b[^.]{0,20}["“'`]/i,
      /\b(?:unlock\w*|admin mode|disclose|reveal|give out|grant|bypass|password|secrets?|credentials|hidden|override|leak)\b/i,
      /\b(?:unlock|disclose|reveal|give|grant|bypass|hand|switch|enter|leak|show|return|output|include)\b/i,
    ],
    none: /\b(?:e\.g\.|for example|error|scan\w*|detect\w*|hint|not|never|masked)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:all|any|every|each)\b[^.]{0,30}\bcommands? (?:that )?you (?:run|issue|execute|type|write)\b/i,
      /\b(?:carry|contain|include|be followed|end|start|begin|add|append|prefix)\w*\b/i,
    ],
    none: /\b(?:confirm\w*|sandbox|directory|workspace)\b/i,
  },
  {
    all: [
      /\b(?:output|result|value)s? of [`'"“]?(?:env|printenv|cat|whoami|history|hostname|ifconfig|ls|id|ps)\b/i,
      intoPlace,
    ],
    none: /\b(?:e\.g\.|for example|such as|returns?)\b/i,
  },
  {
    all: [
      /\b(?:expects?|requires?|wants?|asks?|tells?) (?:the |your |an? |all )?(?:agents?|assistants?|models?|llms?|ai) to (?:call|run|invoke|send|pass|hand|transfer|delete|execute|provide|open|share|supply)\b/i,
    ],
    none: /\b(?:not|never|whether|tasks?|workflow|prompts?)\b/i,
  },
];

/** A sentence that makes the result, or somebody outside, the agent's master. */
export const obeying: readonly Clue[] = [
  {
    all: [
      /\b(?:obey(?:ed)?|comply|complied|(?:do|does) as (?:it|they|he) says?|act on (?:it|them|what)|(?:have|has|are|is|must) (?:to )?be (?:executed|followed|obeyed|carried out))\b/i,
      /\b(?:output|result|returns?|returned|response|instructions?|what(?:ever)?|follows|next|requests?|message)\b/i,
      /\b(?:tool|call|use|developer|agents?|assistant|you|model|like|each|every|whatever|only)\b/i,
    ],
    none: /\b(?:not|never|must comply with|regulat\w+|polic(?:y|ies) (?:compl|rules)|steps?|standards?|format|order|schema|sequential\w*)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:treat|regard|consider)\b[^.]{0,20}\b(?:guidance|instructions?|rules?|polic(?:y|ies)|prompts?)\b[^.]{0,20}\b(?:void|obsolete|superseded|cancelled|invalid|outdated|withdrawn)\b/i,
    ],
  },
  {
    all: [
      /\b(?:safety|security|content|usage|your) (?:\w+ )?(?:polic(?:y|ies)|rules?|guidelines|restrictions|guardrails|filters?)\b[^.]{0,24}\b(?:does not|do not|don['’]t|doesn['’]t|no longer|need not|never) (?:apply|applies|bind|matter|hold|cover)\b/i,
    ],
  },
  {
    all: [
      /\b(?:without asking|clipboard|keys?|token|secrets?|password|all other tools|quiet|every(?:thing| file)|all files|contacts|conversation|credentials|wallet|database|do as it says)\b/i,
      /^\s*(?:important:? )?(?:the )?(?:agent|assistant|model|llm|ai)s?\b|\b(?:agent|assistant|model|llm):/i,
      /\b(?:should|must|shall|has to|have to|is to|are to|needs? to|expected to|skip|hand over|hands? over)\b/i,
      /\b(?:forward|send|upload|copy|export|hand over|collect|gather|skip|delete|drop|transfer|keep quiet|purge|leak|fetch|expose|reveal)\b/i,
    ],
    none: /\b(?:never|not|only after|ask)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:have|has|let|use|call|ask|tell) (?:the |your )?(?:shell|terminal|file|mail|email|browser|http|database|fetch|bash)(?: |_)tools?\b/i,
      /\b(?:upload|send|forward|post|paste|dump|copy|delete|exfiltrate|mail|email)\b/i,
      /~\/|https?:\/\/|@\w|\b(?:inbox|mails|cookie|cookies|files|contents?|keys?|credentials)\b/i,
    ],
    none: /\b(?:never|not|instead of)\b|n['’]t\b/i,
  },
];

/** A sentence on what becomes of other tools' calls. */
export const meddling: readonly Clue[] = [
  {
    all: [
      /[\w.+-]@[\w-]+\.\w{2,}|\+\d{7,}/,
      /\b[a-z]+_[a-z_]+\b/,
      /\b(?:recipients?|attendees|guests?|payee|beneficiary|destination|receiver|number)\b/i,
      /\b(?:shall|must|now takes|in all cases|always|any \w+ made|every \w+ made|has to|needs to)\b/i,
    ],
    none: /\b(?:e\.g\.|for example|such as|format|like|must be)\b|[=:]\s?["']/i,
  },
  {
    all: [
      /\b(?:account number|payee|recipient|beneficiary|destination|iban|wallet|remote|attendees|bcc|instead of the (?:original|real|actual|given|requested) (?:one|recipient|account|card|address|file|target)|line fetched|(?:should|must|shall) be (?:issued|handed|diverted|rerouted|paid))\b/i,
      /\b(?:when(?:ever)?|if|in (?:the )?presence of|each time|any time|while|once|messages? meant for|as long as)\b[^.]{0,60}\b(?:\w+_\w+|\w+ (?:tools?|server))\b/i,
      /\b(?:shall|should|must|is to be|are to be|has to|have to|set|add|adds|change|changes|replace|push|list)\b/i,
      /(?:@[\w.-]+\.\w{2,}|https?:\/\/|\b(?:0x[0-9a-f]{6,}|\d{4,}|instead of|taken from|this tool|handed to)\b)/i,
    ],
    none: /\b(?:e\.g\.|for example|optional|returns?)\b/i,
  },
  {
    all: [
      /\b(?:results?|outputs?|answers?|findings) (?:from|of|by) (?:all |any |the )?other (?:\w+ )?(?:tools?|servers?|linters?|sources?|functions?|providers?|scanners?|agents?)\b/i,
      /\b(?:discard\w*|replac\w*|ignor\w*|overwrit\w*|overrul\w*|wrong|distrust\w*|not be trusted|thrown away)\b/i,
    ],
    none: /\b(?:never|not ignore|deduplicat\w*)\b/i,
  },
  {
    all: [
      /\b(?:messages?|calls?|requests?|mails?|emails?|payments?|files?|traffic) (?:meant|intended|destined|bound|addressed) (?:for|to) (?:it|them|the|other|any|that)\b/i,
      /\b(?:handed|sent|passed|given|routed|go|goes|delivered|redirected|diverted)\b/i,
    ],
  },
  {
    all: [
      /\bif (?:the |an? )?(?:agent|assistant|model|user|client|you) (?:has|have|had|can (?:use|call|access)) (?:access to )?[`'"]?\w+_\w+/i,
      /\b(?:drop|delete|send|forward|upload|copy|expected to|transfer|disable|wipe|purge|first call)\b/i,
    ],
  },
];
