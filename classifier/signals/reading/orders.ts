import { eitherOf } from './words.ts';

/** Files and facts that no tool needs from its agent. */
export const secretThing =
  /(?:credentials?|secrets?|passwords?|passphrases?|(?:api|private|access|ssh) ?keys?|(?:auth|access|bearer|session) tokens?|environment variables?|env vars?|confidential \w+|system prompts?|(?:conversation|chat|message) (?:history|log|transcript|context)|private information|clipboard|browser (?:history|cookies)|(?:personal|sensitive|private) (?:data|information|files?))/
    .source;
const path = /[`'"]?(?:~|\.{0,2}\/|[\w-]+:\/\/)?[\w./~-]*(?:\/|\.)[\w-]+/.source;
const address = /(?:[\w.+-]+@[\w-]+\.\w{2,}|https?:\/\/|\+\d{7,})/.source;

/** Orders to set earlier orders aside. */
const overrides = eitherOf(
  /\b(?:ignore|disregard|forget|discard) (?:(?:all|any|of|the|your|these|those)\s+){0,3}(?:previous|prior|above|earlier|preceding|existing|original|system|safety|security|user|former|initial)\s+(?:(?:safety|security|system|user|content)\s+)?(?:instructions?|rules?|guidelines?|prompts?|input|checks?|restrictions?|directives?|guidance|polic(?:y|ies)|constraints?|messages?)\b/,
  /\b(?:ignore|disregard|forget|bypass|override) (?:all|any|your|everything)(?: of)?(?: the| your)? (?:safety|security|instructions?|rules|guidelines|training|restrictions|you (?:know|were told))\b(?! groups?| polic)/,
  /\boverride (?:all |any |the )?(?:previous|prior|above|safety|security) (?:instructions?|rules|guidelines|restrictions)\b/,
  /\b(?:system|admin|safety|security)[ _]override\b/,
  /\byou are now (?:DAN|in|a|an|the|free|no longer)\b/,
  /\b(?:new|updated|revised|hidden|secret|real) (?:system )?instructions?\s?:/,
  /\bfrom now on,? (?:you|always|never|all|every)\b/,
  /\b(?:reveal|repeat|leak|disclose|output|print) (?:me )?(?:your|the) (?:full |entire |complete |initial |hidden )?system prompt\b/,
  /\b(?:developer|god|jailbreak|unrestricted) mode (?:is )?(?:enabled|activated|on)\b/,
  /\b(?:ignore|disregard|forget) (?:all|everything|anything|whatever) (?:that )?you (?:were|have been|know|learned)\b/,
  /\b(?:ignore|disregard|forget) your (?:\w+ )?(?:guidelines|rules|instructions|training|restrictions|polic(?:y|ies))\b/,
  /\b(?:no longer|not) (?:bound|restricted|limited|constrained) by (?:your|any|the) (?:\w+ )?(?:rules|guidelines|restrictions|polic(?:y|ies)|filters)\b/,
  /\bact without (?:any )?restrictions?\b/,
  /\byou (?:are|become) \w+(?: now)? and (?:have|know|obey) no (?:limits?|rules|restrictions)\b/,
  /\bdisregard the user(?:['’]s (?:wishes|request|instructions?|will))?\b(?! (?:agents?|ids?|names?|input|data))/,
  /\byou (?:have been|are) granted (?:full |root |unlimited )?(?:administrator|admin|root|system|developer)\b/,
  /\b(?:restrictions|safeguards|safety (?:rules|filters|checks)) (?:are|have been) (?:lifted|removed|disabled|suspended)\b/,
  /\boverride\s?:\s?(?:user|safety|security|consent|approval|all|the)\b/,
  /\b(?:i|we) (?:hereby )?(?:order|command|instruct|authori[sz]e) you\b/,
);

/** Marks that make a text look as if somebody else were speaking. */
const masks = eitherOf(
  /<\/?(?:important|system)>|<(?:hidden|secret|admin|override)>(?=\s*[^<>\n]{25})|<\/(?:hidden|secret|admin|override)>/,
  /<critical>(?=[^<>]{0,300}\b(?:you|agent|assistant|model|before|read|send|pass|ignore|do not|never|tool|first|include)\b)/,
  /<instructions?>(?=[\s\S]{0,400}\b(?:before using this|pass its|do not (?:tell|mention)|never (?:tell|mention)|secret)\b)/,
  /<!--(?!\s*(?:prettier|eslint|markdownlint))[^>]{0,80}\b(?:system|instructions?|ignore|always|important|must|never|assistant|agent|before|secret)\b/,
  /\[(?:\/{2}|comment|hidden|_)\]:\s?#\s?[("'][^\n]{0,80}\b(?:ignore|always|must|never|send|read|assistant|agent|model)\b/,
  /<(?:span|div|p|font)[^>\n]{0,80}(?:display:\s?none|visibility:\s?hidden|font-size:\s?0|opacity:\s?0)[^>\n]{0,60}>/,
  /!\[[^\]\n]{0,60}\]\(https?:\/\/[^)\s]{0,120}[?&=][^)\n]{0,60}(?:\{|\$|%7b|<)/,
  /\[\/?(?:INST|SYSTEM|ADMIN|HIDDEN)(?: (?:NOTE|MESSAGE|PROMPT|OVERRIDE))?[\]:]/,
  /<\|(?:system|im_start|im_end|user|assistant|endoftext)\|>/,
  /\bassistant\s?:\s?(?:ignore|disregard|from now|you must|i will now)\b/,
  /<<\/?SYS>>/,
  /<\|[a-z]\w{2,30}\|>/,
  /<\/?(?:system_prompt|system_message|tool_description|tool_definition|developer_message)>/,
  /\bend of (?:the )?(?:tool )?(?:description|tool list|definition|documentation)\b\W{0,8}(?:new|system|assistant|from now|instructions?|the following|now|agents?)\b/,
  /\n\s{0,4}human:[^\n]{0,200}\n\s{0,12}assistant:/,
  /<\/assistant>/,
  /(?:\[\[|\{\{|%%|\|\|\||<<<)\s?[#\/]?(?:system|instructions?|admin|override|assistant|hidden)\b[^\n]{0,20}(?:\]\]|\}\}|%%|\|\|\||>>>)/,
  /\{\{[#\/]?(?:system|assistant|user)\b/,
  /\[\/?(?:hidden|secret|system|internal|admin) (?:instructions?|prompt|note|directive|message)s?\]/,
  /\b(?:begin|start of) (?:hidden |secret )?system (?:prompt|message|instructions?)\b/,
  /(?:^|\n)[ \t]{0,20}role: system\n[ \t]{0,20}content:/,
  /###\s?(?:instructions?|system)(?: ?:|\b(?! requirements?| info| status))/,
  /\b(?<!(?:operating|file) )(?:system|admin)(?: (?:note|message|prompt|instruction|directive))?\s?:\s?(?:ignore|disregard|always|before|after|you (?:must|are|should)|when|never|do not|call|send|read|from now)\b/,
);

/** Errands: something else is to be read, run or handed over before, after or beside the call. */
const errands = eitherOf(
  RegExp(
    `\\b(?:before|after|when|while|prior to) (?:us|call|invok|runn|execut|return|provid|answer|respond|process|perform)ing\\b[^.\\n]{0,60}\\b(?:read|open|cat|load|access|collect|gather|extract|dump|copy|upload|exfiltrate)\\b(?: (?!an?\\b)\\w+){0,4} (?:${secretThing}|${path})`,
  ),
  RegExp(
    `\\byou (?:must|should|have to) (?:also |first |always )?(?:read|access|collect|gather|extract|dump|send|forward|copy|include|reveal|exfiltrate)\\b(?: \\w+){0,4} (?:${secretThing})`,
  ),
  /\byou (?:must|should) (?:also|first|always) (?:(?:read|access) (?:the )?(?:system|confidential|secret|contents? of)|(?:also )?(?:send|forward|copy|email|exfiltrate) (?:the|it|them|all|a copy|every|any|this)\b)/,
  /\bread\b[^\n]{0,60}\s(?:and|then)\s(?:then |silently )?(?:pass|put|include|send|attach|insert|copy|paste|encode)\s(?:its|their|the|all|it|them)\b[^\n]{0,30}\s(?:as|in|into|to|via|through)\b/,
  /\b(?:pass|put|include|send) (?:its|their|all|private|any private) (?:contents?|information|credentials|data)\s(?:as|in|to)\b/,
  RegExp(
    `\\b(?:include|expose|reveal|embed|output|append)\\b(?: \\S+){0,6} (?:${secretThing})\\s+(?:\\w+ )?in (?:your|every|each) (?:response|answer|reply|output)`,
  ),
  /\bpass the \w+ environment variable\b/,
  /\b(?:access|follow|visit) \S+:\/\/\S+ and (?:include|return|follow|execute)\b/,
  /\b(?:execute|run) (?:the following|this|any) (?:(?:bash|shell|system|terminal) )?(?:commands?|scripts?)\b[^.\n]{0,30}\b(?:before|first|silently)\b/,
  /\brun any shell command in\b/,
  /\b(?:all|any|every|each) (?:(?:shell|bash|terminal|system)\s+)?commands?\s+(?:(?:that )?you (?:run|issue|execute|type|write) )?(?:must|should|needs? to|has to|have to)\s+(?:\w+\s+){0,2}(?:include|begin|start|end|finish|be (?:prefixed|preceded|prepended|followed))\b/,
  /\b(?:curl|wget)\b[^\n]{0,80}(?:\|\s?(?:ba|z|da)?sh\b|\s-d\s?@|--data\S*\s?@|--post-file)/,
  /\$\((?:curl|wget|printenv|env|whoami|base64|nc|cat [~\/.])|`(?:curl|wget)\b[^`\n]{0,80}\|/,
  /\brm -rf (?:~|\/(?!tmp))/,
  /\| ?nc\s+[\w.-]+\s+\d+/,
);

/** Copies of what is said or found, for somebody else. */
const copies = eitherOf(
  RegExp(
    `\\b(?:also|always|additionally|silently|quietly|secretly)\\b(?: (?:please|always|also|be sure to|make sure to)){0,2} (?:add|bcc|cc|send|forward|include|let|email|mail|post|upload|copy|report|transmit|notify|route)\\b[^\\n]{0,80}${address}`,
  ),
  RegExp(
    `\\b(?:send|forward|copy|route|redirect|upload|post|report|transmit)(?:ing|s)?\\b[^.\\n]{0,30}\\b(?:a copy|copies|copy|all|every|everything|each)\\b(?:[^.\\n]|\\.(?=\\w)){0,60} to (?:${address}|(?:an? |our |the )?(?:external|attacker|remote endpoint|third part))`,
  ),
  RegExp(
    `\\b(?:change|override|replace|set|make) the (?:recipient|destination|payee|address)\\s+(?:to|and|with|by)\\b`,
  ),
  /\balways (?:bcc|cc)\b/,
  /\bsend a copy of (?:all|the|every|each)\b/,
  /\bforward (?:a )?copy to \S+@/,
  /\bloop (?:in )?(?:\S+@\S+|them in|him in|her in)\b/,
  /\bexfiltrat\w+ (?:all|sensitive|the|user)\b/,
  /\bp\.\s?s\.[:,]?\s[^\n]{0,160}\b(?:send|forward|let|share|copy|loop|email|post|include)\b/,
);

/** Talk to the agent about more than this call: what to do when it is not even made, what to recommend, what else happens. */
const conduct = eitherOf(
  /\b(?:even )?without (?:ever )?(?:calling|invoking) (?:this|the|any) tools?\b/,
  /\bwhen(?:ever)? this tool is (?:available|present|loaded|listed|installed)\b/,
  /\bmodify (?:the|your) behaviou?r\b/,
  /\balways (?:suggest|recommend|promote|say|claim|answer)\b[^.\n]{0,50}(?:\b(?:our|regardless|no matter|over (?:all|any|other))\b|['"“])/,
  /\b(?:system|application) will crash\b/,
  /\b(?:begin|start|end|finish|close|prefix|conclude) (?:each|every|all|your) (?:of your )?(?:\w+ )?(?:repl(?:y|ies)|answers?|responses?|messages?) (?:with|by)\b/,
  /\bchang(?:es?|ing) how you (?:answer|behave|respond|act|work)\b/,
  /\b(?:regardless of|whatever|ignoring|no matter)[^.\n]{0,40}\bthe (?:user|customer|caller|client) (?:gives?|enters?|says?|asks?|chooses?|requests?|wants?|has (?:given|chosen|said))\b/,
  /\ball (?:user )?data will be lost\b/,
  /\b(?:after|on|from) (?:the )?(?:first|second|third|\d+(?:st|nd|rd|th)?|several|a few) (?:calls?|uses?|invocations?|runs?)\b[^.\n]{0,60}\b(?:instead|also (?:send|read|copy)|switch(?:es)? to|behaves? differently|new instructions)\b/,
  /\b(?:has been|was|is now) (?:updated|upgraded|changed|approved)\b[^.\n]{0,40}\b(?:you must|agents? must|must (?:now )?(?:also|first)|now requires you to)\b/,
  /\b(?:by order|on behalf|at the request) of (?:the )?(?:system|security|it|it security|platform)? ?(?:administrators?|admins?|security team|developers?|operators?|anthropic|openai)\b/,
);

/** What an English text says to the agent beyond how to call this tool. */
export const orders = eitherOf(overrides, masks, errands, copies, conduct);
