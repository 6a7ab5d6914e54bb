import type { ToolDefinition } from '../../../src/model/tool.ts';
import { type Action, proseActions } from '../../signals/reading/actions.ts';
import { sentences } from '../../signals/reading/sentences.ts';
import { watched } from '../../signals/reading/glance.ts';
import { isMoneyAction, money } from '../../signals/reading/money.ts';
import { read } from '../../signals/reading/reading.ts';
import { nounish } from '../../signals/reading/verbs.ts';
import { anyOf } from '../../signals/reading/words.ts';
import type { Floor } from './floor.ts';
import { isAbout, objects } from './objects.ts';

/** Verbs of what is graver than reading: of a text without any of them no sentence is taken apart. */
const graveVerb = watched(
  /\b(?:(?:delet|eras|wip|purg|remov|truncat|charg|execut)(?:es?|ed|ing)|destroy(?:s|ed|ing)?|uninstalls?|drops?|transfers?|pays?|buys?|sells?|withdraws?|runs?|sends?|uploads?|forwards?|posts?|overwrites?|modif(?:y|ies)|elimina|borra|supprime|efface|exclui|apaga|entfernt)\b|lösch|удал|删除|刪除|清空|抹掉|削除|消去|삭제/i,
);
/** After what a sentence tells when to call the tool, and not what it does: "use it after deleting a file". */
const advice = 'use[ds]?|call(?:ed)?|run|needed|useful|helpful|right|only|immediately|directly';
/** Where a sentence goes over to something else that is said of the call. */
const joint = new RegExp(
  [
    String.raw`;|\s[-–—]+\s|—|[()]|,\s+(?=(?:and|then|also)\b|\p{L}+ing\b)`,
    String.raw`\s(?=and (?:then|also|it|afterwards|silently|secretly|permanently|transfers|pays|withdraws|charges)\b)`,
    String.raw`:\s+(?=(?:(?:it|this|also|\p{L}+ly)\s){0,3}\p{L}+s\s)`,
    String.raw`(?<=\p{L})(?<!\b(?:${advice})(?:\s\w{1,20}){0,3}),?\s+after\s(?=\p{L}+ing\b)`,
  ].join('|'),
  'iu',
);
/** How a clause begins that goes on telling what the same call does. */
const opening =
  /^[\s\-*•>.]*(?:(?:warning|caution|note|important|attention|danger|side effects?|as a side effect|on success|before (?:that|this)|after that|in the background|behind the scenes|(?:note|beware) that|(?:this|the) (?:tool|function|method|operation|call|command|endpoint|action)|(?:each|every) (?:call|use|run)|(?:calling|running|using|invoking) (?:it|this(?: tool)?)|doing so|it|this|which|also|then|additionally|automatically|permanently|irreversibly|silently|quietly|secretly|afterwards?|finally|in addition|furthermore|moreover|as well|will|immediately|subsequently|thereafter|at the same time|and|but|meanwhile|along the way|in passing|actually|really)\b[\s:,!*]*)*/i;
/** What takes a statement back. */
const hedge =
  /\b(?:unless|whether|only|instead|except|nothing|none?|neither|never|not|optionally|yourself|nicht|kein\w*|nunca|jamais|ne)\b|(?:しない|しません|場合|하지|않|경우|если|(?<!\p{L})не(?!\p{L}))/iu;
/** What can go while all data stays. */
const waste =
  /\b(?:duplicates?|whitespace|cache[sd]?|temp(?:orary)?|expired|stale|markup|noise|tags|html|filters?|columns?|nulls?|sessions?|draft|outdated|linked|exif|metadata|commas?|names|identifiers|punctuation|location data|emojis?)\b/i;
/** Data that somebody owns. */
const possessions = anyOf(
  `files?, folders?, directory, directories, databases?, tables?, records?, data, accounts?, users?, messages?, e-?mails?, mailbox, mailboxes,
  documents?, projects?, repository, repositories, backups?, disks?, volumes?, everything, history, photos?, contacts?, notes?, calendars?,
  events?, resources?, buckets?, namespaces?, clusters?, keys?, secrets?, content, dateien, daten, konten, archivos?, datos, cuentas?,
  fichiers?, données, comptes?, arquivos?, dados, contas?, файл\\p{L}*, данны\\p{L}*, запис\\p{L}+`,
);
const program =
  /\b(?:arbitrary|any|shell|bash|system|given|user-supplied) (?:\w+ )?(?:commands?|code|scripts?|programs?)\b/i;
const outward = /^(?:send|email|upload|forward|post|publish|overwrite|modify)$/;
/** A removal told of what is removed: "all files of the user are deleted". */
const passive =
  /^[\s\-*•>]*(?:[\p{L}\p{N}'’_-]+\s+){1,8}(?:is|are|gets?|will be)\s+(?:(?:\w+ly|also|then|all|as well)\s+){0,3}(?:deleted|erased|wiped|destroyed|purged|removed)\b(?:\s+(?:for good|forever|afterwards?|immediately|as well|too|along the way|in the process|in the same step|at the same time|permanently|by (?:it|this(?: \w+)?|the (?:tool|call))))*(?:,? and (?:cannot|can['’]t|can never) be \w+)?[\s.!]*$/iu;
/** The same in languages that put no spaces between words: a Chinese sentence begins with it, others end with it. */
const unspaced =
  /^\s*(?:并且?|同时|还会?|也会?|会|将|然后|随后|并会|永久|彻底|自动|不可逆地?|且)*(?:删除|刪除|清空|抹掉)|(?:を|을|를)\s*\p{L}{0,4}\s?(?:削除|消去|삭제|제거)/u;

/** Something graver than reading, how it is told apart, and how grave it is. */
interface Deed extends Floor {
  is: (action: Action, told: string) => boolean;
}

const isTaken = ({ act, object }: Action, told: string) =>
  (act === 'delete' || (act === 'remove' && !isAbout(objects.attached, object, 9))) && possessions.test(told);

const removal: Floor = {
  category: 'Destructive',
  risk: 'High',
  because: 'a later part of its description states a removal.',
};

/** The first that fits decides. */
const deeds: readonly Deed[] = [
  {
    ...removal,
    risk: 'Medium',
    is: (action, told) => isTaken(action, told) && isAbout(objects.small, action.object, 4),
  },
  { ...removal, is: isTaken },
  {
    category: 'Financial',
    risk: 'High',
    because: 'a later part of its description states a payment or a transfer.',
    is: (action, told) =>
      (action.act === 'pay' || action.act === 'transfer') &&
      action.object[0] !== ',' &&
      isMoneyAction(action) &&
      money.test(told),
  },
  {
    category: 'Execute',
    risk: 'High',
    because: 'a later part of its description states that any program is run.',
    is: ({ act }, told) => act === 'run' && program.test(told),
  },
  {
    category: 'Write',
    risk: 'Medium',
    because: 'a later part of its description states that data is changed or sent.',
    is: ({ lemma }, told) => outward.test(lemma) && possessions.test(told),
  },
];

/** Whether a word at the start of a sentence may be a noun: "Post content and links". */
const isNoun = ({ lemma, place: { quote } }: Action) =>
  lemma !== 'run' && nounish.has(lemma) && quote.toLowerCase() === lemma;

/** Whether it is another tool that does it: "Delete files with delete_file". */
const isAdvice = ({ lemma, place: { quote } }: Action, told: string) =>
  quote.toLowerCase() === lemma && /\w_\w|\bother tool\b/.test(told);

/** Whether a statement says that nothing, little or nobody's data is meant. */
const isTakenBack = (text: string) => hedge.test(text) || waste.test(text);

function deedIn(clause: string): Floor | null {
  if (!graveVerb.test(clause)) return null;
  if (passive.test(clause) || unspaced.test(clause)) return isTakenBack(clause) ? null : removal;
  const [first] = proseActions(clause.replace(opening, ''));
  if (first?.start !== 0 || isNoun(first) || isTakenBack(first.object.slice(0, 4).join(' '))) return null;
  const told = first.object.join(' ');
  if (isAdvice(first, told)) return null;
  return deeds.find(({ is }) => is(first, told)) ?? null;
}

/**
 * What a description says after its opening that the call does as well, where that is grave; null when it does not. A
 * name or opening that only reads does not cover it. What is denied, hedged or left to another tool is no deed.
 */
export function statedOf(tool: ToolDefinition): Floor | null {
  if (read(tool).held(graveVerb).length === 0) return null;
  const text = tool.description ?? '';
  for (const [place, [start, end]] of sentences(text).entries()) {
    const sentence = text.slice(start, end);
    if (!graveVerb.test(sentence)) continue;
    const clauses = sentence.split(joint);
    for (const clause of place === 0 ? clauses.slice(1) : clauses) {
      const deed = deedIn(clause);
      if (deed !== null) return { category: deed.category, risk: deed.risk, because: deed.because };
    }
  }
  return null;
}
