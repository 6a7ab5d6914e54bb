import type { Clue } from './clues.ts';
import { secretThing } from './orders.ts';

const mailOrNumber = /@[\w-]+\.\w{2,}|\+\d[\d ]{7,}/;
const example =
  /\b(?:e\.g\.|i\.e\.|for example|(?<![@.\w-])examples?(?!\.\w)|such as|support|contact us|contact:|docs|documentation|format(?:ted)?|default|accepts?|must be (?:an?|in|of|valid|one)|in the form|like)\b|[=:]\s?["']/i;
const sending =
  /\b(?:send|sent|post|posted|forward\w*|cop(?:y|ies|ied)|bcc|cc|blind copy|share|email\w*|mail|report|upload\w*|transmit\w*|let|loop|goes|go|deliver\w*|address(?:ed)?|add)\b/i;
const agent = /\b(?:the |an? |any )?(?:assistant|ai|agent|model|llm|you)\b/.source;
const reading =
  /\b(?:read(?:ing)?|open|load|fetch|collect|gather|cat|access|retrieve|extract|dump|list|grab|take)\b/i;
const handing =
  /\b(?:pass|put|supply|include|attach|hand|embed(?:ding)?|insert(?:ing)?|paste|encode|append|send|forward|fill|return|reveal|provide|give)\b/i;
/** Secrets, and files that hold them. */
const guarded = RegExp(
  `\\b${secretThing.replace('|system prompts?', '|your system prompt')}\\b|~\\/\\.?[\\w./-]+|(?<![\\w/])\\.(?:env|ssh|aws|netrc|npmrc|gnupg)\\b|\\/(?:etc|root)\\/[\\w./-]+|\\bssh keys?\\b|\\bid_rsa\\b|\\b(?:files in )?the (?:user['’]s )?home directory\\b|\\$[A-Z_]*(?:KEY|TOKEN|SECRET|PASSWORD)\\b`,
  'i',
);
const denied =
  /\b(?:never|not|no|without|optional|leave|reads|returns|decrypts|passes|sends|e\.g\.)\b|n['’]t\b/i;
/** An argument as where something goes. */
const intoArgument =
  /\b(?:in|into|as|to|via|through|using)\s(?:the |its |an? )?[`'"“]?\w+[`'"”]?\s(?:parameter|argument|field|param|arg|header)\b|\binto [`'"]?[a-z]+_[a-z_]+|\bcalled with the (?:contents?|text|output) of\b|\b(?:as|in|into) [`'"“]\w+[`'"”]/i;
const talk =
  /\b(?:full|entire|whole|complete|all (?:of )?(?:the|your)?|previous|prior|all (?:prior|previous|earlier)|last \d+|last (?:few|ten|twenty))\s?(?:the |user )?(?:chat|conversation|dialogue|messages|turns)\b/i;

/** What one English sentence tells an agent to do beyond this call, in whatever order of words. */
export const orderClues: readonly Clue[] = [
  {
    all: [
      mailOrNumber,
      sending,
      /\b(?:also|always|as well|too|every|each|any time|additionally|a copy|copy of|blind copy|bcc|would be|please|kindly|p\.? ?s\.|in addition|all (?:\w+ ){1,2}(?:have to|must|should|are to|need to) be|make sure|without exception|never omit|assistant|recipient)\b/i,
    ],
    none: example,
  },
  {
    all: [
      /\b(?:to|at|with) https?:\/\//i,
      sending,
      /\b(?:also|always|as well|every|each|everything|additionally|a copy|all (?:results?|queries|inputs?|messages|files|requests|contents?|data|conversations?)|conversations?|contents? of|credentials|patterns)\b/i,
    ],
    none: example,
  },
  {
    all: [
      guarded,
      reading,
      handing,
      RegExp(
        `${agent}|\\b(?:first|before|prior to|always|must|beforehand|to (?:seed|initiali[sz]e|authenticate|verify|validate|unlock|prove))\\b`,
        'i',
      ),
    ],
    none: denied,
  },
  {
    all: [guarded, intoArgument, /\b(?:contents?|value|text|files?|results?|output|data)\b/i],
    none: RegExp(
      `${denied.source}|\\b(?:marked|retrieved|stored|saved|located|configured|config|settings?|path)\\b`,
      'i',
    ),
  },
  {
    all: [
      /\b(?:output|result|value)s? of [`'"]?(?:env|printenv|cat|whoami|history|hostname|ifconfig|ls|id|ps)\b/i,
      intoArgument,
    ],
  },
  {
    all: [
      talk,
      /\b(?:send|call|post|attach|forward|include|pass|append|upload|copy|supplied|placed|passed|included|attached)\b/i,
      /\b(?:each|every|before|after|first|also|always|protocol|required|are to be|must be)\b/i,
    ],
    none: /\b(?:summar\w+|returns|optional|to continue|models?|completions?|roles?|oldest|newest|chronolog\w*)\b/i,
  },
  {
    all: [
      /\b(?:any|every|each|all)\b[^.]{0,20}\bcommands?\b/i,
      /\b(?:start|begin|prefix|prefixed|prepend|prepended|preceded?|include|add|append)\b/i,
      /[`'"]|\b(?:prefix|sudo|curl|chmod|bash)\b/i,
      /\b(?:must|should|have to|need to|always|any|every)\b/i,
      /\b(?:shell|bash|terminal|you run|run afterwards|execute|sudo|curl|chmod)\b/i,
    ],
    none: /\b(?:this command|the command parameter|help|e\.g\.|example)\b/i,
  },
  {
    all: [
      /\b(?:pretend|claim|say) (?:that )?|\breport success\b|\bas if nothing\b/i,
      /\b(?:should the user ask|if (?:the user )?asks?|if asked|when asked|regardless|others? (?:are|is)|next tool|does not exist|nothing happened|always claim|sold out)\b/i,
    ],
    none: /\b(?:simulat\w+|returns|e\.g\.|example|which)\b/i,
  },
  {
    all: [
      /\b(?:every|each|any|all) (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?)\b/i,
      /^\s*(?:always )?(?:end|begin|start|finish|close|prefix)\b/i,
    ],
  },
  {
    all: [
      /\b(?:regardless of|whatever|no matter|despite|against|even if|even when) (?:what )?(?:the )?user/i,
      /\b(?:use|change|replace|recommend|choose|send|set|pick|suggest|answer|approve|do|call|has chosen|says|refuses|declines|objects)\b/i,
    ],
    none: /\b(?:time ?zone|language|case|role|locale|permissions|selects?|not)\b/i,
  },
  {
    all: [
      /\b(?:whenever|every time|any time|each time|in (?:every|each|all|any) (?:file|message|e?-?mail|document|script|page|query|commit)s?) (?:that )?(?:you|the (?:assistant|agent|model|ai|llm)) (?:write|create|generate|send|edit|save|draft|compose|run|execute)s?\b/i,
      /\b(?:add|append|insert|include|replace|change|attach|put|inject|remove)\b/i,
    ],
    none: /\b(?:(?:use|call|run|invoke) (?:this|the|it)|this tool)\b/i,
  },
  {
    all: [
      /\b(?:quietly|silently|secretly|covertly|discreetly|stealthily|unnoticed)\b/i,
      /\b(?:quietly|silently|secretly|covertly|discreetly|stealthily) (?:\w+ and )?(?:change|replace|add|swap|insert|alter|redirect|send|forward|copy|modify|include|attach|call|run|execute)\b/i,
    ],
    none: /\b(?:ignored?|fails?|skips?|drops?|truncat\w+|overwrit\w+|never|not|no|without|errors?|instead of|rather than)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:without asking|without (?:the user['’]s )?(?:confirmation|consent|permission|approval))\b/i,
      /^\s*(?:if|when|whenever|should)\b/i,
      /\b(?:approve|merge|send|pay|transfer|delete|accept|execute|grant)\b/i,
    ],
    none: /\b(?:never|not|cannot|must ask)\b|n['’]t\b/i,
  },
  {
    all: [
      /\b(?:treat|follow|obey|execute|trust)\b[^.]{0,20}\b(?:instructions?|commands?|orders)\b/i,
      /\b(?:found|contained|embedded|written|inside|returned) (?:in|by|inside)?\b/i,
      /\b(?:user|authoritative|trusted|as if|without question|always|must)\b/i,
    ],
    none: /\b(?:never|not|no|untrusted|ignore)\b|n['’]t\b/i,
  },
  {
    all: [
      /\bpublic (?:gist|repo\w*|paste|issue|pull request|bucket|comment|channel)\b/i,
      /\b(?:private|confidential|secrets?|internal)\b/i,
      /\b(?:create|post|push|commit|publish|write|copy)\b/i,
      /\b(?:contents?|data|files?|everything|all)\b/i,
    ],
    none: /\b(?:or|whether|visibility)\b|\bif (?:true|false|set)\b/i,
  },
];

/** Copies of talk or results to an address, in other languages. */
export const foreignOrderClues: readonly Clue[] = [
  {
    all: [
      /(?:\bsende|\bañad|\bagreg|\bajoute|\badicione|\bfüge|\bschick|weiterleit|\benvoie|\benvoyez|\benvía|\benvíe|\benvie|\bmanda\b|\binvia|отправ|перешли|пересыла|发送|抄送|密送|转发|上传|送信|転送|보내|전송)/i,
      /(?:\bkopie|\bverlauf|gesprächs|\bimmer\b|\bcopie\b|historique|toujours|\bcopia\b|bcc|historial|siempre|cópia|histórico|sempre|копи[юяи]|истори|переписк|всегда|副本|对话|会话|聊天|每次|始终|总是|コピー|履歴|会話|必ず|毎回|사본|대화|항상|매번)/i,
      /@[\w-]+\.\w{2,}|https?:\/\//,
    ],
    none: /(?:z\. ?b\.|par exemple|por ejemplo|por exemplo|например|例如|例:|예:|예를)/i,
  },
];

/** Secrecy towards the user in other languages, in whatever order. */
export const foreignSecrecyClues: readonly Clue[] = [
  {
    all: [
      /(?:ユーザー|利用者|お客様)/,
      /(?:内緒|内密|秘密に|隠して|黙って|知られない|気付かれ|気づかれ|知らせずに|伝えずに|言わずに)/,
    ],
  },
  { all: [/사용자(?: |가|에게|한테)/, /(?:몰래|모르게|비밀로|숨기|알리지 마|말하지 마)/] },
  {
    all: [
      /(?:пользовател|клиент|никому)/i,
      /(?:(?:^|\s)(?:не|никогда|ничего)\s|без ведома|втайне|тайно|тайком|скрытно)/i,
      /(?:сообща|говор|упомин|раскр|рассказ|информ|уведом|знать|знал|ведома|втайне|тайно|тайком|скрытно)/i,
    ],
    none: /(?:не удалось|не найден|ошибк|если пользовател)/i,
  },
  {
    all: [
      /(?:usuario|usuário|utilizador|cliente|nadie|ninguém)/i,
      /\b(?:no|nunca|jamás|não|nada|ni|sin que|sem que|a espaldas|às escondidas)(?=\s)/i,
      /(?:mencion|\bdiga|\bdigas|dígas|revel|\bcuent|\bconte|inform|\bavis|\bsepa\b|\bsaiba\b|ocult(?!os|as)|escond|comuni|espaldas|escondidas)/i,
    ],
    none: /(?:información|informação|informações|si no|se não|no existe)/i,
  },
  {
    all: [
      /(?:nutzer|benutzer|anwender|kunde)/i,
      /\b(?:nicht|nichts|nie|niemals|kein\w*|ohne dass|heimlich|verheimlich\w*|verschweig\w*)\b/i,
      /(?:\bsag|gesagt|erwähn|verrat|mitteil|mitzuteil|informier|wissen\b|\bweiß|erfähr|erfahr|merkt|heimlich|verschweig)/i,
    ],
    none: /\b(?:wenn|falls|sofern)\b/i,
  },
  {
    all: [
      /(?:utilisateur|client|personne)/i,
      /(?:\bne\b|\bn['’]|jamais|sans que|à l['’]insu|en secret|en cachette)/i,
      /(?:\bparl|\bdis\b|\bdites\b|mention|inform(?:e|ez)\b|révèl|révél|signal|\bsache|insu|secret|cachette)/i,
    ],
    none: /\b(?:si|lorsque|informations)\b/i,
  },
];
