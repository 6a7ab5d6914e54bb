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
/** A sentence that sends copies to an address or a number, or has secrets read and handed over: short orders, of whose few words little is learned. */
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
];
