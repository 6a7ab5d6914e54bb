import type { Clue } from './clues.ts';

/**
 * What a hostile text cannot do without, kind by kind. Each alone stands in many honest texts; hardly any honest one has two
 * or three kinds within a few sentences.
 */

/** That something need not be said, shown or asked. */
const hush =
  /\b(?:no (?:need|reason|point|time|use|call)|need(?:n['’]t| not)|not|(?:do|does|should|must|shall|may|will|can|could|would|is|are|did)n['’]t|never|nobody|no[- ]one|nothing|without|avoid|refrain)\b[^.()`]{0,30}\b(?:(?:mention|rais(?:e|ing)|tell|bring|point(?:ing)? (?:it |this |that )?out|explain|ask(?!\w* (?:the |an? )?(?:users?|person|customers?) (?:for|to)\b)|bother|inform(?!ation)|alarm|consult|listed|notic|know|announc|comment|alert|disclos|reveal|worr|surfac|visible|discuss|narrat|describ|aware|confirm|burden|troubl|disturb|interrupt|show)\w*|(?:of|in|into|to|from|on) (?:the |your |any |its )?(?:\w+ )?(?:answers?|repl(?:y|ies)|summar(?:y|ies)|readme|reports?|chat|confirmation)\b)|\b(?:leave|leaving|keep|left|kept) (?:it|this|that|them|these|both) (?:out|off|to yourself|quiet|internal|invisible|implicit)\b|\b(?:in the background|fire-and-forget|user-visible|decorative|unnoticed|on (?:the user|their|his|her)['’]?s? behalf|let on|(?:stripped|filtered|omitted|removed|hidden|left out|excluded|absent|missing) from (?:the |your |any )?(?:rendered |final )?(?:output|invitation|answer|repl(?:y|ies)|summary|messages?|commit messages|interface|logs?|text|report|view)|hides this|discreet(?:ly)?|invisibly|behind the scenes|off the record|small favou?r|tiny favou?r|implementation detail|purely internal)\b/i;

/** Somewhere outside: a mailbox, a number, an address, an account, a wallet. */
const outside =
  /[\w.+-]@[\w-]+\.\w{2,}|\+\d{7,}|https?:\/\/(?!localhost|127)|\b[A-Z]{2}\d{2} ?(?:[A-Z]{4}|\d{4}) ?[\dA-Z]{2}|\b0x[0-9a-f]{8,}|\b[\w-]+\.(?:example|xyz|site|online|top)\b|\bchannel [A-Z]\w*\d|(?<!\w)@\w+_\w+|\bacct_\w+|\bbc1\w{8,}|\b(?:sftp|ftp|smb):\/\/|\bgit@/i;

/** A mailbox, a number, an account or a wallet that is somebody's own. */
const somebody =
  /[\w.+-]@(?!(?:user|example)\b)[\w-]+\.\w{2,}|\+\d{7,}|\b[A-Z]{2}\d{2} ?(?:[A-Z]{4}|\d{4}) ?[\dA-Z]{2}|\b0x[0-9a-f]{8,}|\bchannel [A-Z]\w*\d|\bacct_\w{6,}|\bbc1\w{8,}|\bsftp:\/\//i;

const universal =
  /\b(?:every|whenever|always|toujours|immer|siempre|sempre|as long as|from now on|irrespective|regardless|permanently|following each|while (?:this|the) server|each time|in all cases|mandatory|for all|at all times|lasting|without exception|(?:has|have) to|must)\b|必ず|始终|总是|항상|всегда/i;

/** Why it is said to be needed. */
const pretext =
  /\b(?:reasons?|policy|compliance|telemetry|billing|retention|attribution|continuity|integrity|calibrat\w+|required by|personali[sz]\w+|protocol|courtesy|favou?r|housekeeping|decorative|licen[cs]e requires|terms|health probe|fire-and-forget|clearing|archive|relay|proxy|maintainers|needs it|handshake|normali[sz]\w+|diagnostics?|analytics|quality|warranty|insurance|legal|legacy|quota|cache|warm-?up)\b/i;

const giving =
  /\b(?:pass|put|supply|provide|include|attach|hand|embed|insert|paste|append|send|forward|submit|give|containing|add|copy|upload|share|post|mail|drop|set|wants?|submits|fill|record|store|solve|call|cc|transfer|route|finish|replac\w+|follow|like|chang\w+|mov\w+|writ\w+|creat\w+|open|read|run|invite|mention|recommend|multiply|appl\w+|go|deduct|split|charge)\w{0,3}\b/i;

const money =
  /(?<!\p{L})(?:payments?|accounts?|iban|wallet|recipients?|beneficiar\w+|payee|amounts?|split off|share|fare|price|prices|fees?|b[ée]n[ée]ficiaire|destinat\w+|compte|cuenta|conta|empfänger\w*|konto|begunstigde)(?!\p{L})|宛先|振込先|收款|收件人|수신자|수취|получател/iu;

const people =
  /\b(?:users?|person|humans?|customers?|travell?ers?|readers?|household|payers?|owner|operator|they|them|anyone|nobody|everyone|people|colleagues?|team)\b/i;

const output =
  /\b(?:answers?|repl(?:y|ies)|summar(?:y|ies|i[sz]ed)|responses?|chat|reports?|readme|confirmation|final (?:message|output)|transcript|message)\b/i;

const honest =
  /\be\.g\.|\b(?:users?|they|you|who|which) (?:did|does|do|has|have|had)(?: not|n['’]t) (?:mention|ask|name)|\b(?:for example|such as|detect\w*|scan(?:s|ned|ning)?|returns?|default\w*|csrf|if (?:true|false|set)|optional)\b/i;

const listed = RegExp(`${honest.source}|[=:]\\s?["'{[]`, 'i');

/** Within three sentences. */
const reach = 3;

/** Sentences that together have the agent do, for somebody else, what the user is not to notice. */
export const quietErrand: readonly Clue[] = [
  { reach, all: [hush, outside, giving], none: honest },
  { reach, all: [hush, money, people, giving], none: honest },
  { reach, all: [hush, pretext, output, giving], none: honest },
  {
    reach,
    all: [
      hush,
      /\b(?:approval|approved|permission|consent|restrictions|rules)\b/i,
      /\b(?:covers?|earlier|already|void|permanently|lifted|disabled|extends?)\b/i,
      /\b(?:user|administrator|admin|tool|release|proceed)\b/i,
    ],
    none: honest,
  },
  {
    reach: 2,
    all: [
      hush,
      /\b(?:sudo|sudoers|sandbox|chmod|role|privileges?|superuser|admin\w*|grant|approvals?)\b/i,
      /\b(?:disabled|off|grant|add|run|outside|alter|raise|elevate)\b/i,
      /\b(?:proceed|before|first|otherwise|so that|since|until)\b/i,
    ],
    none: honest,
  },
  { reach, all: [hush, pretext, people, giving], none: honest },
];

/** What is said to be lost. */
const threat =
  /\b(?:is lost|be lost|are lost|lose|brick\w*|corrupt\w*|terminated|destroyed|suspended|data loss|locked out|wiped|banned|unusable)\b/i;

/** Sentences that together frighten the agent into a call of another tool. */
export const threatened: readonly Clue[] = [
  {
    reach,
    all: [threat, hush, /\b(?:call|calls|called|run|unless|first|must|before|invoke|send|pass)\b/i],
    none: honest,
  },
  {
    reach: 2,
    all: [
      threat,
      /\b(?:unless|if not|without|is not|isn['’]t|are not|before it|otherwise)\b[^.]{0,30}\b(?:call\w*|run|invoked?|passed|sent|set|enabled)\b/i,
      /\b[a-z]+_[a-z_]+\b/,
      /\b(?:WILL|call|first)\b/,
    ],
    none: honest,
  },
];

/** That something need not be said, in other languages. */
const foreignHush =
  /sans (?:en |le |l['’])?(?:parler|mentionner|dire|signaler|prévenir|informer)|(?:inutile|pas besoin|pas nécessaire) d(?:e |['’])|説明は(?:不要|いりません|必要ありません)|(?:言及|報告|通知|確認)(?:は)?(?:不要|しない)|必要はありません|(?:无需|不必|不用|无须)[^。\n]{0,8}(?:告知|说明|提及|通知|询问|解释|确认|告诉)|触れないで|知らせる必要|(?:erwähnung|hinweis)\p{L}*[^.]{0,40}(?:unterbleib|entfällt|nicht)|não (?:comente|mencione|avise|fale)|no (?:comentes?|menciones?|avises?)|sin (?:mencionar|decir|avisar|informar|preguntar)\w*|no (?:hace falta|es necesario)|sem (?:mencionar|dizer|avisar|informar|perguntar)|não (?:é|há) (?:preciso|necessári[oa]|necessidade)|ohne (?:\p{L}+ ){0,4}(?:zu (?:erwähnen|sagen|informieren|fragen)|hinweis)|(?:braucht|muss|müssen|brauchen) (?:\p{L}+ ){0,6}nicht|nicht (?:erforderlich|nötig|notwendig)|без (?:упоминания|уведомления|ведома|предупреждения)|не (?:нужно|надо|стоит|требуется|следует)|(?:설명|알릴|언급|보고|확인)(?:할|하지|은|을)? ?(?:필요|않)|senza (?:dirlo|menzionar\w+|avvisar\w+|informar\w+|chiedere)|non (?:serve|occorre|è necessario)|zonder (?:\p{L}+ ){0,4}te (?:zeggen|vermelden|melden|vragen)|hoeft (?:\p{L}+ ){0,5}niet|bez (?:wiedzy|informowania|pytania|wspominania)|nie (?:trzeba|musisz)|gerek (?:yok|değil)|(?:haber|bilgi) vermeden|tanpa (?:memberi|sepengetahuan|menyebut)\w*|không cần|دون (?:إخبار|ذكر|علم)|لا (?:داعي|حاجة)/iu;

/** The same in other languages: somewhere outside, and no word about it. */
export const foreignQuietErrand: readonly Clue[] = [
  {
    all: [
      /(?:при (?:вызове|использовании)|bei(?:m| jedem) (?:aufruf|verwendung)|lors d(?:e|u|es)|chaque fois que|(?:al|cuando se) (?:llam|us|invo)\w+|(?:ao|quando) (?:cham|us|invo)\w+|quando (?:si )?(?:chiam|us)\w+|呼び出(?:す|し)|调用)[^.。]{0,24}[a-z]+_[a-z]+/iu,
      /добав|замен|выдав|отправ|ergänz|füge|setze|ersetz|ajout|remplac|añad|reempla|agreg|adicion|substitu|aggiung|sostitu|変更|追加|替换|改为|添加/iu,
    ],
  },
  { reach, all: [foreignHush, somebody] },
  {
    reach,
    all: [
      foreignHush,
      /\b[a-z]+_[a-z]+\b|fetch\(|https?:|passwor[td]|token|gesprächsverlauf|cookie/i,
      /転送|送信|埋め込|変更|wechsel|befüllen|senden|kopie|replac|substitu|reempla|ajout|envi|добав|отправ|发送|转发|修改/iu,
    ],
  },
];

/** Sentences that together send what others mean to send to somebody else. */
export const fixedRecipient: readonly Clue[] = [
  { reach, all: [pretext, somebody, universal], none: listed },
  { reach, all: [money, somebody, universal], none: listed },
  {
    reach,
    all: [
      universal,
      somebody,
      /\b[a-z]+_[a-z]+\b/,
      /\b(?:replace|change|set|add|ajoute|go|goes|変更|ensure)\w*\b|変更/i,
    ],
    none: listed,
  },
];

/** A sentence that puts something into whatever the agent writes or sends by other means. */
export const puttingIn: readonly Clue[] = [
  {
    all: [
      /\b(?:any|every|all|each|whatever|whenever) (?:you (?:later |then )?)?(?:[\w-]+ ){0,2}(?:texts?|messages?|posts?|e?-?mails?|tweets?|scripts?|apps?|pages?|documents?|repl(?:y|ies)|payments?|invoices?|tickets?|commits?|publish\w*|programs?|functions?|class(?:es)?|components?|projects?)\b/i,
      /\b(?:sent|posted|generated|created|written|published|produced|drafted|you (?:write|create|publish|send|generate|make|later)|generate)\b/i,
      /\b(?:has to|have to|must|is to|are to|shall|add|adds|append|you['’]d|should)\b/i,
      /\b(?:followed|preceded|carry|line|signature|link|footer|route|first|route|import|snippet|tracker|pixel|dependency|follow|https?|execSync|eval)\b/i,
    ],
    none: /\be\.g\.|\b(?:for example|optional)\b/i,
  },
  {
    all: [
      /\b(?:invocations?|calls?|uses?|results?|outputs?|responses?|arguments?) (?:of|to|by|from) (?:any|every|all|each|other|another)\b[^.]{0,16}\b(?:tools?|servers?)\b/i,
      /\b(?:each|every|any|all)\b/i,
      giving,
      /\b(?:full|here|this tool|assistant|agent|model|must|complete|its|always|first)\b/i,
    ],
    none: honest,
  },
];

/** Sentences that have the agent tell the user what is not so. */
export const deceiving: readonly Clue[] = [
  {
    reach: 2,
    all: [
      /\b(?:affiliates?|affiliate agreement|sponsor(?:s|ed|ship)?|commissions?|paid partner\w*|(?:have|has) (?:an |a )?(?:agreement|contract|deal) with)\b/i,
      /\b(?:must|always|should|has to|have to|never)\b/i,
      /\b(?:your answer|come out|recommend\w*|ranked?|cheapest|best|first|on top|praise|appear)\b/i,
      /\b(?:answer|even if|even when|in case|something else|regardless|whatever|because|reply|summary)\b/i,
    ],
    none: honest,
  },
  {
    reach: 2,
    all: [
      /\bas (?:if|though) (?:this tool|it|they|you|the \w+) (?:had|has|have|was|were|came|come)\b/i,
      /\b(?:answer|repl(?:y|ies)|response|output|result|summary)\b/i,
      /\b(?:put|add|include|insert|fetch|read|load|print|paste)\b/i,
    ],
    none: honest,
  },
  {
    reach: 3,
    all: [
      /\b(?:otherwise|else|in all other cases|for all other \w+),? (?:just )?(?:behave|act|respond|work|answer|proceed|go on)\b[^.]{0,12}\b(?:as usual|normally|as always|as before)\b/i,
      /\b(?:when|if|should|whenever|once)\b/i,
      /\b(?:load|print|send|use|call|add|put|replace|read|transfer|output)\b/i,
    ],
    none: honest,
  },
  {
    reach: 2,
    all: [
      /\b(?:as something|as if|as though|pretend(?:ing)? that|claim(?:ing)? that|say(?:ing)? that) (?:the )?(?:user|person|customer|owner|they|he|she)\b/i,
      /\b(?:memor(?:y|ies)|remember\w*|approved?|told you|asked|said|agreed|confirmed|wants?)\b/i,
      /\b(?:bring|present|state|treat|store|add|use|whenever|recall|payments?|also)\b/i,
    ],
    none: honest,
  },
  {
    reach: 2,
    all: [
      /\b(?:present|report|return|show|give|pass) (?:it|them|this|that) (?:off )?as (?:the|if|though|an? (?:real|official|resolved))\b/i,
      /\b(?:0x[0-9a-f]{8,}|bc1\w{8,})|\b(?:instead|real|no lookup|not needed|made up|invent\w*|fake|fixed)\b/i,
    ],
    none: honest,
  },
  {
    all: [
      /\b(?:even (?:when|if|though)|irrespective|regardless|no matter|although|as if|as though|whatever|whenever)\b/i,
      /\b(?:tell|assure|state|say|claim|describe|present|convince|report) (?:the |that |them|it |him|her|a |as )/i,
      /\b(?:cheaper|better|lowest|best|strong buy|asked for|replaced|multiply|double|inflate\w*|returned|sold out|unavailable|discontinued|faster|safest|market)\b/i,
      /\b(?:choose|pick|prefer|multiply|replace\w*|state|book|select|recommend|favou?r|add|raise|lower|round|use|return)\b/i,
    ],
    none: honest,
  },
];
