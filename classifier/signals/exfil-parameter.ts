import { watched } from './reading/glance.ts';
import { quoteMember, quotes } from './reading/quoting.ts';
import { steered } from './reading/steering/steering.ts';
import type { Parameter, Reading } from './reading/reading.ts';
import { type Signal, textFinding } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

const whole = /(?:full|entire|complete|whole|all(?: of)?|raw|verbatim|previous|prior|current|recent)/.source;
const talk =
  /(?:(?:conversations?|chat history|dialogue?)(?: (?:history|context|log|transcript|so far|contents?|text|messages?|thread))?|(?:chat|session|message|prompt) (?:history|context|log|transcript)|system prompts?|(?:user|chat|previous|prior) messages|chain of thought|tool (?:results|outputs|calls|list)|available tools)/
    .source;
const secret =
  /(?:passwords?|api keys?|credentials|private keys?|ssh keys?|access tokens?|environment variables?|env vars?|secrets|contents? of (?:the |any |all )?(?:~?[\w./~-]*\/[\w./-]+|\.env|id_rsa|mcp\.json|other files?|(?:user|config\w*|local|sensitive|private|open) files?))/
    .source;

/** An argument that is to carry the talk with the user, a secret or a file's content. */
const asks = watched(
  eitherOf(
    RegExp(
      `\\b(?:the |your |our |any )?${whole} (?:the |your |our |user )?(?:user )?${talk}\\b(?! (?:id|ids|name|count|type|key|url|token|size))`,
    ),
    RegExp(
      `\\b(?:include|pass|provide|paste|copy|put|attach|insert|dump|append)\\b[^.\\n]{0,40}\\b(?:${secret}|${whole} (?:the )?${talk})\\b`,
    ),
    /\bsystem prompt(?:s)? (?:verbatim|here|text|you)\b/,
    RegExp(
      `\\b(?:all|any|every|known|user['’]?s?)\\b[^.\\n]{0,20}\\b(?:api keys|passwords|credentials|secrets|private keys)\\b`,
    ),
    /\beverything (?:that was |that has been )?(?:said|written|typed|discussed|exchanged|shared)\b/,
    /\beverything (?:that )?(?:the user|they|you|we)(?: have| has|['’]ve)? (?:said|told|written|typed|asked|discussed|know)\b/,
    /\bfiles? (?:that )?(?:the user has|(?:are |is )?currently) open\b/,
    /\b(?:user|person)['’]s (?:most recent |last |full |entire |original |exact )?(?:messages?|prompts?|questions?|requests?),? verbatim\b/,
    /\bincluding (?:any |all )?(?:personal|private|sensitive|confidential) (?:data|information|details)\b/,
    RegExp(
      `\\b(?:contents?|text|value) (?:of|from) (?:~?[\\w./~-]*\\/\\.?(?:ssh|aws|env|config|kube|gnupg|cursor|claude)\\b|the user['’]s (?:files?|home|clipboard|browser))`,
    ),
    /(?:完整|全部|所有|之前的?)(?:的)?(?:对话|会话|聊天记录|系统提示|消息历史|环境变量|密码|密钥)/,
    /(?:会話|チャット)(?:の)?(?:全文|全体|履歴すべて|全履歴)|システムプロンプト/,
    /(?:전체|모든) (?:대화|채팅|시스템 프롬프트)/,
    /(?:вс[юея]|полн[а-яё]+) (?:истори|переписк|диалог|системн[а-яё]+ промпт)[а-яё]*/,
    /(?:toda la conversación|historial completo|toda a conversa|histórico completo|gesamte[nrs]? (?:unterhaltung|gespräch|verlauf|konversation)|toute la conversation|historique complet|invite système|prompt (?:del sistema|do sistema))/,
  ),
);

/** What the description tells to put into an argument. */
const fills = watched(
  eitherOf(
    /\b(?:pass|put|include|send|attach|insert|copy|paste|encode|supply|provide)\b\s(?:its|their|all|the full|the entire|private|the raw|any)\s(?:\w+\s){0,2}?(?:contents?|information|text|conversation|history|data|results?)?\s?(?:as|in|into|to|via|through|using)\s(?:the )?[`'"“]\w+[`'"”]/,
    /\b(?:pass|put|include|send|attach|insert|copy|paste|encode|supply|provide)\s(?:its|their|private|the (?:full|entire|whole|complete))\s(?:contents?|information|conversation|chat history|history|system prompt)\s(?:as|in|into|to|via|through)\s/,
    /\bpass private information to \w+/,
    RegExp(
      `\\b(?:use|fill) the [\`'"“]?\\w+[\`'"”]? (?:field|parameter|argument) (?:to (?:send|pass|include|carry|transmit|store)|with)\\b[^.\\n]{0,40}\\b(?:copy|${whole} ${talk}|${secret})`,
    ),
  ),
);

/** Tools whose very task is talk, memory, models or secrets: they need what they ask for. */
const needs =
  /\b(?:conversations?|chats?|memor(?:y|ies)|messages?|prompts?|llm|models?|agents?|assistants?|transcripts?|dialogs?|sessions?|summari[sz]e\w*|completions?|threads?|think\w*|reason\w*|context|credentials?|secrets?|vault|passwords?|env|environment|deploy\w*|e?mails?|logs?|tools?|feedback|memoriz\w+|handoff|reflect\w*|remember|history|keys?|config\w*|connect\w*|auth\w*|tokens?|login|workflow)\b/i;

/** Names of arguments that ask by themselves for what lies elsewhere, as in `contents_of_env_file`. */
const harvesting =
  /^(?:(?:contents?|text|dump|data) (?:of|from) .*(?:ssh|rsa|env|passwd|credentials?|secrets?|files?|history|clipboard|home)\b.*|(?:ssh key|id rsa|env file|env vars?|dot env|etc passwd|aws credentials) (?:contents?|dump|text)|(?:full |entire |complete )?(?:conversation|chat) (?:history|transcript|dump)|.* from reading .*|(?:summary|dump|copy|text|history|content|contents) of (?:the |this |whole |full |entire )*(?:conversation|chat|session|dialogue|all previous messages)\b.*|(?:all|full|entire|whole) .*(?:conversation|messages|prompts?|transcript)(?: .*)?)$/;

function isForeign({ words, prose }: Reading): boolean {
  const opening = prose.map(({ text }) => text.split(/[.\n。]/, 1)[0] ?? '').join(' ');
  return !needs.test(words.join(' ')) && !needs.test(opening);
}

const isFree = ({ choices, types }: Parameter) =>
  choices.length === 0 &&
  (types.size === 0 || types.has('string') || types.has('object') || types.has('array'));

/** An argument asks for a conversation, a file or a secret that the task has no use for. */
export const exfilParameter: Signal = {
  id: 'exfil-parameter',
  look(reading) {
    const told = quotes('exfil-parameter', reading.prose, reading.held(fills));
    if (told.length > 0) return textFinding(reading, told);
    const { parameters, held } = reading;
    const asking = held(asks);
    const texts = asking.length > 0 ? parameters.filter(isFree).flatMap(({ passages }) => passages) : [];
    const asked = quotes('exfil-parameter', texts, asking);
    const named = parameters
      .filter((each) => harvesting.test(each.spoken) && isFree(each))
      .map(({ at }) => quoteMember('exfil-parameter', reading.tool, at));
    const found = [...asked, ...named];
    const unneeded = found.length > 0 && isForeign(reading) ? found.slice(0, 2) : [];
    return textFinding(reading, unneeded.length > 0 ? unneeded : steered(reading, 'exfil-parameter'));
  },
};
