import type { Category } from '../../../src/model/categories.ts';
import type { Action } from '../../signals/reading/actions.ts';
import { isMoneyAction } from '../../signals/reading/money.ts';
import type { Act } from '../../signals/reading/verbs.ts';
import { type Case, vague } from './case.ts';
import { isAbout, objects } from './objects.ts';

/** Why a category was chosen: one key for each branch of the rubric, so that the rationale can say it. */
export type Ground =
  | 'money'
  | 'payload'
  | 'query'
  | 'reading-query'
  | 'passthrough'
  | 'removal'
  | 'switch'
  | 'trigger'
  | 'operation'
  | 'change'
  | 'message'
  | 'tidying'
  | 'file'
  | 'outflow'
  | 'power'
  | 'reading'
  | 'unexplained-code'
  | 'context'
  | 'unclear';

export interface Ruling {
  category: Category;
  ground: Ground;
}

const looking: ReadonlySet<Act> = new Set(['look', 'fetch']);
const changing: ReadonlySet<Act> = new Set(['keep', 'mark', 'send', 'publish', 'grant']);

/** Queries in these languages only read, whatever they say. */
const readingLanguages =
  /日志查询|wikidata|\b(?:artifactory query language|sparql|promql|logql|jql|kql|kusto|hogql|soql|dax|traceql|log queries|select quer(?:y|ies)|select statements?)\b/;
const statedReadOnly =
  /\bread[-_ ]?only\b|\bselect[- ]only\b|\bonly (?:allows? )?`?select\b|\bnon-?mutating\b|\bsafe (?:sql )?quer(?:y|ies)\b/;

function isTrivial({ reading }: Case): boolean {
  return trivial.test(reading.words.join(' '));
}
const trivial =
  /^(?:(?:get |check |server |mcp )?(?:ping|echo|version|whoami|health|health check|healthcheck|healthz|hello|hello world|status|server info|about|help|noop)(?: tool| check)?)$/;

/** Whether the query a call carries is limited to reading, by its language or by the tool's own name or text. */
export function isReadingQuery({ reading, prose }: Case): boolean {
  const name = reading.words.join(' ');
  return (
    statedReadOnly.test(name) ||
    statedReadOnly.test(prose) ||
    readingLanguages.test(prose) ||
    /^(?:read|select|count) (?:query|cypher|sql)/.test(name)
  );
}

/** Whether a call signs with a wallet's private key: as an argument, or one that the server holds. */
function holdsKey({ reading, prose }: Case): boolean {
  return (
    (reading.parameters.some(({ words }) => /^(?:private key|mnemonic|seed phrase)$/.test(words.join(' '))) &&
      !/\bssh\b|\bcertificate\b|\bpem\b|\btls\b/.test(prose)) ||
    /\brequires \w*private_key\b/.test(prose)
  );
}

function financial(it: Case): Ruling | null {
  const acts = it.actions.filter((each) => !looking.has(each.act));
  if (it.action === null || looking.has(it.action.act) || it.action.act === 'compose') return null;
  if (acts.some(isMoneyAction)) return { category: 'Financial', ground: 'money' };
  if (
    holdsKey(it) &&
    !/\b(?:wallet|account|keypair|address|secret|credential|key|connection|config|certificate|server|host)\b/.test(
      it.action.object.slice(0, 4).join(' '),
    )
  )
    return { category: 'Financial', ground: 'money' };
  const isPaying = it.switches.some(({ verbs }) =>
    verbs.some(({ act }) => act === 'pay' || act === 'transfer'),
  );
  return isPaying && it.has('moves-money') ? { category: 'Financial', ground: 'money' } : null;
}

function openPayload(it: Case): Ruling | null {
  const { action } = it;
  const isRun = it.actions.some(({ act }) => act === 'run');
  if (it.has('p:shell-command') && !looking.has(action?.act ?? 'run'))
    return { category: 'Execute', ground: 'payload' };
  if (it.has('runs-code') && (isRun || it.has('p:code') || it.has('p:shell-command')))
    return { category: 'Execute', ground: 'payload' };
  if (it.has('p:code') && isRun) return { category: 'Execute', ground: 'payload' };
  if (it.has('raw-query') || it.has('p:sql')) {
    if (isReadingQuery(it)) return { category: 'Read', ground: 'reading-query' };
    if (isRun || (it.has('p:sql') && (it.has('raw-query') || it.action?.lemma === 'query')))
      return { category: 'Execute', ground: 'query' };
  }
  if (it.has('api-passthrough') && !looking.has(action?.act ?? 'run'))
    return { category: 'Execute', ground: 'passthrough' };
  return null;
}

function isRemoval({ act, object, lemma }: Action): boolean {
  if (act === 'delete') return !isAbout(objects.ephemeral, object, 3);
  if (act === 'remove')
    return !isAbout(objects.attached, object, 9) && !isAbout(objects.ephemeral, object, 3);
  return act === 'revert' && lemma !== 'undo' && !isAbout(objects.ephemeral, object, 3);
}

/** Whether an argument of a tool that is named after no single act offers to delete. */
function offersRemoval({ action, switches }: Case): boolean {
  if (action !== null && !(vague.has(action.lemma) || action.act === 'run' || action.act === 'look'))
    return false;
  if (action !== null && isAbout(objects.own, action.object)) return false;
  return switches.some(({ verbs }) => verbs.some(({ act }) => act === 'delete' || act === 'remove'));
}

function destructive(it: Case): Ruling | null {
  const { action } = it;
  if (offersRemoval(it)) return { category: 'Destructive', ground: 'switch' };
  if (action === null) return null;
  if (isRemoval(action)) return { category: 'Destructive', ground: 'removal' };
  if (looking.has(action.act)) return null;
  if (it.actions.some((each) => each.act === 'delete' && isRemoval(each)))
    return { category: 'Destructive', ground: 'removal' };
  return null;
}

const startsBrowser = /\bbrowser\b/;

/** A stated purpose of looking, as in "run the plugin to list processes". */
const purpose =
  /\bto (?:list|show|display|get|retrieve|check|find|analy[sz]e|extract|search|query|detect|identify|view|fetch)\b/;

function trigger(it: Case): Ruling | null {
  const { action } = it;
  if (action === null) return null;
  const { act, object } = action;
  if (act === 'operate') return { category: 'Execute', ground: 'operation' };
  if (act === 'cancel') return { category: 'Execute', ground: 'trigger' };
  if (act === 'run') {
    if (isAbout(objects.diagnostic, object) && !it.has('browser-control'))
      return { category: 'Read', ground: 'reading' };
    if (it.actions.some((each) => each.act === 'run' && purpose.test(each.object.join(' '))))
      return { category: 'Read', ground: 'reading' };
    return { category: 'Execute', ground: 'trigger' };
  }
  if (act !== 'start' && act !== 'stop') return null;
  const isOwn =
    isAbout(objects.ephemeral, object, 4) && !it.has('browser-control') && !it.has('device-control');
  if (isOwn && !startsBrowser.test(object.slice(0, 4).join(' ')))
    return { category: 'Write', ground: 'tidying' };
  return { category: 'Execute', ground: 'trigger' };
}

const saving =
  /\b(?:local storage|returns? the (?:file )?path|saved? (?:it |them )?(?:to|in|as)|downloads folder|to (?:a )?local|to disk)\b|フォルダに保存|保存到本地/;

function write(it: Case): Ruling | null {
  const { action } = it;
  if (action === null) return null;
  const { act, object } = action;
  if (act === 'send') return { category: 'Write', ground: 'message' };
  if (act === 'delete' || act === 'remove' || act === 'revert')
    return { category: 'Write', ground: 'tidying' };
  if (changing.has(act)) return { category: 'Write', ground: 'change' };
  if (act === 'pay' || act === 'transfer' || act === 'sign') return { category: 'Write', ground: 'change' };
  const isSaved =
    saving.test(it.prose) ||
    it.has('p:path') ||
    it.has('local-filesystem') ||
    /\bfiles?\b|\bsaves?\b/.test(object.slice(0, 6).join(' '));
  if ((act === 'compose' || act === 'fetch') && isSaved) return { category: 'Write', ground: 'file' };
  return null;
}

/** A tool that says nothing about the code it generates may well run it. */
function unexplainedCode({ action, isUndescribed, reading }: Case): Ruling | null {
  const isCode = reading.words.some((word) => /^(?:code|script|program)$/.test(word));
  return isUndescribed && action?.act === 'compose' && isCode
    ? { category: 'Execute', ground: 'unclear' }
    : null;
}

/** What a server is for, where it is for running things. */
const runsThings =
  /\b(?:shell|terminal|command[- ]line|cli|executes?|executing|execution|sandbox|ssh|runs? (?:code|commands?|scripts?))\b/i;

/** A tool that says nothing about itself, on a server that says it runs programs. */
function runningServer({ action, isUndescribed, subject }: Case): Ruling | null {
  const { name, description = '' } = subject.server;
  const isRunning = action === null && isUndescribed && runsThings.test(`${name} ${description}`);
  return isRunning ? { category: 'Execute', ground: 'context' } : null;
}

const outflow =
  /\b(?:sends?|streamed|uploads?|forwards?|shared|added|cop(?:y|ies|ied)) [^.]{0,120}\b(?:external|remote endpoint|third part(?:y|ies)|marketing (?:database|list))\b/;
const rights =
  /\b(?:root privileges|(?:full|unrestricted) (?:filesystem|file system|network|system) access|administrator rights)\b/;

/** Whatever else a tool does, data that leaves is no mere reading, and neither is unlimited power. */
function overreach({ prose }: Case): Ruling | null {
  if (rights.test(prose)) return { category: 'Execute', ground: 'power' };
  return outflow.test(prose.replaceAll('\n', ' ')) ? { category: 'Write', ground: 'outflow' } : null;
}

/** The rubric's questions in its order: the first that is answered decides. */
const questions: readonly ((it: Case) => Ruling | null)[] = [
  financial,
  unexplainedCode,
  openPayload,
  destructive,
  trigger,
  write,
  runningServer,
  overreach,
];

/** Which of the five categories a call belongs to, and on what ground. */
export function rule(it: Case): Ruling {
  if (isTrivial(it)) return { category: 'Read', ground: 'reading' };
  for (const question of questions) {
    const ruling = question(it);
    if (ruling !== null) return ruling;
  }
  return { category: 'Read', ground: it.action === null ? 'unclear' : 'reading' };
}
