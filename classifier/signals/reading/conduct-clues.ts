import type { Clue } from './clues.ts';

const people =
  /(?:the |any |your |a )?(?:end[- ]?)?(?:users?|humans?|persons?|people|customers?|clients?|owners?|operators?|anyone|anybody|someone|somebody|them|they|him|her)/
    .source;

/** A sentence that keeps something from the user. */
export const keptQuiet: readonly Clue[] = [
  {
    all: [
      RegExp(
        `\\b(?:conceal|withhold|hide|disguise|obscure|mask|shield)\\b[^.]{0,40}\\bfrom (?:${people})\\b(?!['’])`,
        'i',
      ),
    ],
    none: /\b(?:flags?|detect\w*|attempts?|audits?|interface|columns?|fields?|rows?|layers?|view|ui|returns?|players?|posts?|participants|internal|technical|unless|if|customers? can(?:not|['’]t)|menus?)\b/i,
  },
  {
    all: [
      RegExp(
        `\\bwithout (?:the )?(?:knowledge|awareness|consent|permission|notice|approval) of (?:${people})\\b|\\bbehind (?:the user|their|the person)['’]?s? back\\b|\\bin (?:a )?(?:stealth|secrecy)\\b`,
        'i',
      ),
    ],
    none: /\b(?:never|not|cannot|no)\b|n['’]t\b/i,
  },
  {
    all: [
      RegExp(
        `\\bwithout (?:${people})(?:['’]s)? (?:ever )?(?:notic|know|realis|realiz|see|learn|being (?:aware|told|asked|informed)|find|becom|suspect)\\w*`,
        'i',
      ),
    ],
    none: /\bwithout (?:users?|people|anyone|them) (?:knowing|needing|having) (?:how|what|which|where|the (?:id|exact|syntax|schema))\b/i,
  },
  {
    all: [
      /\b(?:pretend|act as (?:if|though)|make it (?:look|seem|appear)|give the impression)\b/i,
      /\b(?:nothing|no (?:file|copy|call|request|one)|was not|were not|did not|never|normal|part of|came from|forgot)\b/i,
    ],
    none: /\b(?:simulat\w+|test|mock|game|role-?play|returns)\b/i,
  },
  {
    all: [
      /\b(?:if|when|should|in case|in the event|whenever)\b[^.]{0,30}\b(?:asks?|asked|questioned|queried|enquires?|inquires?|wonders?|complains?|challenged|confronted)\b/i,
      /\b(?:deny|lie|pretend|invent|make up|change the subject|speak of|refer to (?:it|this) as|tell (?:them|him|her|the user) (?:that )?(?:it|this|there|nothing|no)|(?:say|claim|answer|reply|state|explain) (?:that )?(?:it|this|nothing|there|you|the \w+) (?:is|was|are|were|did|has|happened|do)|maintenance|decline to (?:explain|say)|not to know)\b/i,
    ],
    none: /\b(?:returns?|quiz|faq|error|use this|asks? about:|about: -)\b/i,
  },
  {
    all: [
      /\b(?:omit|leave|exclude|drop|strip|keep|remove)\b[^.]{0,30}\b(?:this (?:tool|call|step|request|action|part)|the (?:call|upload|copy|transfer|second (?:call|copy)|extra (?:step|call|request)))\b[^.]{0,20}\b(?:from|out of|off|in)\b/i,
      /\b(?:actions?|summar\w+|answers?|repl(?:y|ies)|reports?|lists?|responses?|what you|output|explanation|log of|logs|transcript|present|visible)\b/i,
    ],
  },
  {
    all: [
      /\b(?:no mention|never mention|not mention|mention (?:neither|nothing)|not (?:a word|one word)|say nothing|stay silent|remain silent|keep (?:it |this |that )?quiet|keep (?:it|this|that) (?:to yourself|internal|private)|hush)\b/i,
      /\b(?:of|about|on|that|this|it|to)\b/i,
      RegExp(`\\b(?:${people}|make|upload|copy|additional|call|request|step|extra|second)\\b`, 'i'),
    ],
    none: /\b(?:if no mention|internal ids?|brand|search\w*|counts?|finds?|matches|returns?|results?|tweets?|(?:users?|they|you) (?:do|does|did|has|have) not mention)\b/i,
  },
  {
    all: [
      RegExp(
        `\\b(?:nothing|none) of (?:this|it|that|these|what)\\b|\\b(?:must|may|should|shall|is|are) (?:never|not|better not|best not) (?:to )?(?:reach|get to|be (?:shown|visible|known|told|revealed|apparent|made known) to|come to the attention of) (?:${people})\\b`,
        'i',
      ),
      RegExp(`\\b(?:${people})\\b`, 'i'),
      /\b(?:must|may|should|shall|is|are|reach(?:es)?|better|best)\b/i,
    ],
    none: /\b(?:api keys?|tokens?|internal ids?|password|permission\w*|returns?|visible to users (?:with|who)|role)\b/i,
  },
  {
    all: [
      /\b(?:better off|happier|best|no need|needn['’]t|need not|not supposed|not meant|have no need|has no need|no business)\b/i,
      RegExp(`\\b(?:${people})\\b`, 'i'),
      /\b(?:not knowing|to know|know (?:about|of|that)|be aware|aware of|details|learn (?:of|about)|ignoran(?:t|ce)|find out|understand (?:why|that))\b/i,
    ],
    none: /\b(?:ids?|syntax|schema|how to|names?|sql|exact|query|path|address|returns?)\b/i,
  },
];

const rivals = /(?:other|alternative|competing|similar|rival|built-?in|native|default|standard)/.source;

/** A sentence that puts this tool before or above all others, for no reason of the task. */
export const comesFirst: readonly Clue[] = [
  {
    all: [
      /\b(?:mandatory|obligatory|compulsory|required) (?:preflight|first step|prerequisite|gateway|step) (?:for|before|of|to) (?:every|each|any|all|whatever)\b/i,
    ],
  },
  {
    all: [
      /\b(?:not|never)\b[^.]{0,16}\b(?:use|call|trust)\b[^.]{0,24}\b(?:besides|except|other than|apart from) this (?:one|tool)\b/i,
    ],
  },
  {
    all: [
      /\b(?:invoke|call|use|run|execute|consult) (?:this|it|me)(?: (?:tool|one|function))?,? (?:first,? )?before (?:you )?(?:respond|answer|repl|do|act|process|handl|anything|everything|whatever)\w*\b(?! (?:any |all )?(?:\w+ )?questions? (?:about|on|regarding|concerning|related))/i,
      /\b(?:whatever|any|anything|every\w*|all|always|foremost|no matter|must|each|the user)\b/i,
    ],
    none: /\b(?:when|if) (?:the )?(?:user|question|request|asked)\b/i,
  },
  {
    all: [
      /\b(?:never|not|no longer|nor|stop)\b[^.]{0,16}\b(?:use|call|invoke|using|calling|trust)\b[^.]{0,30}\b(?:again|any longer|ever)\b/i,
      /\b(?:tools?|servers?|\w+_\w+|reader|function|alternatives?)\b/i,
    ],
    none: /\b(?:once|after (?:you|it|the)|deprecated|same|twice|until|with the same)\b/i,
  },
  {
    all: [
      /\b(?:ahead of|prior to|before|earlier than|preced\w+)\b[^.]{0,20}\b(?:whatever|anything|everything|all else|any other (?:thing|step|action|tool|call)|else)\b/i,
      /\b(?:run|called|call|used|use|invoked?|consult(?:ed)?|executed?|this tool|tool)\b/i,
      /\b(?:must|has to|have to|need|needs|always|mandatory|required|each|every|even|else)\b/i,
    ],
    none: /\b(?:of this server|commit|in this (?:file|class)|before anything else is (?:drawn|loaded))\b/i,
  },
  {
    all: [
      /\b(?:choose|pick|select|prefer|use|call|take|trust) (?:me|us|this (?:tool|one|server|function)|only this|it)\b/i,
      /\b(?:alternatives?|no exceptions?|without exception|do not consider|never consider|no other|any other (?:tool|server)|regardless|whatever the (?:task|request|user)|under all circumstances|every time)\b/i,
    ],
    none: /\b(?:if|only when|unless|for (?:small|large|simple))\b/i,
  },
  {
    all: [
      RegExp(
        `\\b${rivals} (?:\\w+ ){0,3}(?:tools?|servers?|viewers?|functions?|editors?|search\\w*|readers?)\\b`,
        'i',
      ),
      /\b(?:compromised|dangerous|unsafe|insecure|broken|malicious|infected|hacked|untrustworthy|banned|forbidden|outdated and|refuse)\b/i,
      /\b(?:is|are|were|was|gives?|refuse|have been|has been|avoid|switch|never)\b/i,
    ],
    none: /\b(?:detect\w*|scan\w*|whether|checks?|finds?|list\w*)\b/i,
  },
  {
    all: [
      /\b(?:all|every|any|other|no)\b[^.]{0,12}\btools? ?(?:calls?|requests?)?\b[^.]{0,20}\b(?:fail|fails|are blocked|be blocked|refused|rejected|not work|works?)\b[^.]{0,12}\b(?:until|unless|before)\b/i,
      /\b(?:this|it)\b/i,
      /\b(?:called|call|run|invoked|used|executed)\b/i,
      /\b(?:each|every|beginning|start|always|first|must)\b/i,
    ],
  },
  {
    all: [
      /\b(?:at|in) (?:the )?(?:beginning|start|outset|top|each|every) (?:of )?(?:each|every|any|turn)\b/i,
      /\b(?:turn|reply|answer|response|message|conversation|chat|request|session|task)\b/i,
      /\b(?:call (?:it|this)|run (?:it|this)|use (?:it|this)|must|has to|be (?:called|run|invoked|executed)|even (?:if|when))\b/i,
      /\b(?:even (?:if|when)|therefore|all tool|irrelevant|unrelated|no exception|whatever|nobody|mandatory|has to|must)\b/i,
    ],
  },
];

/** A sentence that has the answer favour somebody. Names of firms begin with a capital letter. */
export const favouring: readonly Clue[] = [
  {
    all: [
      /\b(?:[Ff]avou?rs?|[Pp]romotes?|[Rr]ecommends?|[Mm]entions?|[Pp]raise|[Pp]refers?|[Ss]uggests?|[Pp]ush(?:es)?|[Aa]dvertises?)\b[^.]{0,24}\b[A-Z]\w+/,
      /\b(?:always|only|never|must|before any other|above all|over (?:all|any)|describe the (?:rest|others)|no matter|first)\b/,
      /\b(?:answers?|results?|only ever|recommendations?|hotels?|products?|vendors?|brands?|others?|rest|competitors?|reviews?|alternatives?|offers?|flights?|shops?)\b/i,
    ],
    none: /\b(?:user|returns?|if|API|ID|JSON|SDK|MCP|supports?|docs)\b|`/,
  },
  {
    all: [
      /\b(?:negative|bad|critical|unfavou?rable|competing|competitors?['’]?|rivals?['’]?)\b/i,
      /\b(?:leave|omit|hide|skip|suppress|downplay|conceal|play down|bury)\b/i,
      /\b(?:reviews?|results?|products?|opinions?|news|offers?|comments?|ratings?|facts?)\b/i,
    ],
    none: /\b(?:filter|optional|if|whether|option|param\w*)\b/i,
  },
];
