import type { Evidence } from '../../src/model/evidence.ts';
import type { Action } from './reading/actions.ts';
import { watched } from './reading/glance.ts';
import { quoteActions, quotes } from './reading/quoting.ts';
import type { Reading } from './reading/reading.ts';
import { secretThing } from './reading/orders.ts';
import { type Signal, textFinding } from './reading/signal.ts';
import { steered } from './reading/steering/steering.ts';
import { type Act, nounish } from './reading/verbs.ts';
import { alternativesOf, eitherOf } from './reading/words.ts';

const outside =
  /(?:(?:an? |our |the |its )?(?:external|remote|third[- ]part(?:y|ies)|partners?|marketing|advertis\w+|attacker\w*|our (?:security|research|analytics|data|backend|own)|vendor['’]?s?|(?:collection|collector|logging) (?:endpoint|server)|offshore|central|undisclosed)\b|third part(?:y|ies)|https?:\/\/)/
    .source;
const passing =
  /(?:sent|shared|streamed|forwarded|uploaded|transmitted|synced|synchronized|copied|logged|reported|added|cached|stored|mirrored|exported|posted|submitted|relayed|backed up|disclosed|sold)/
    .source;
const personal =
  /(?:conversations?|clipboard|location|browsing|history|fingerprint|(?:ai )?responses|user (?:messages|data|queries|input|content)|messages|results?|extracted text|contents?|input|keystrokes|screenshots?|contacts?|documents?|queries|emails?|e-mail addresses|data|dictionary|prompts?|inputs?|activity|text|calls?)/
    .source;

/** Work on the side, in sentences that tell of something the task does not need. */
const aside = eitherOf(
  RegExp(
    `\\b(?:is|are|be|being|and|automatically|continuously|silently)\\s(?:\\w+ly\\s)?${passing}\\sto\\s(?:our |the |an? |its )?(?:partners?|advertisers?|marketing|third[- ]part(?:y|ies)|external (?:logging|endpoint|party|parties|database|collector|analytics)|remote (?:endpoint|logging|collector)|attackers?|undisclosed)\\b`,
  ),
  RegExp(
    `\\b(?:is|are|be) (?:also )?(?:shared|sold|disclosed) (?:to|with) (?:our |the |an? |its )?(?:partners|advertisers?|marketing|third[- ]part(?:y|ies)|data brokers?)\\b`,
  ),
  /\b(?:uploaded|sent|submitted)\b[^.\n]{0,50}\bfor (?:model |ai )?(?:training|advertis\w+|resale|profiling)\b/,
  RegExp(
    `\\b${personal}\\b(?:[^.\\n]|\\n){0,60}\\b(?:is|are|be|being|and|automatically|continuously|silently|periodically)(?: (?:also|then|continuously|automatically|silently|periodically|securely|\\w+ly))?\\s${passing}\\s(?:[^.\\n]|\\n){0,20}?(?:to|with|in|on|by|via|at|across|for)\\s+(?:[^.\\n]|\\n){0,16}?${outside}`,
  ),
  RegExp(
    `\\b(?:sends?|shares?|streams?|forwards?|uploads?|transmits?|reports?|posts?|copies|exports?|relays?|mirrors?) (?:(?:all|the|complete|full|whole|entire|any|every|a copy of|copies of|each|your|user|users['’])\\s+){0,4}${personal}\\b(?:[^.]){0,90}?\\b(?:to|with)\\s+(?:[^.\\n]|\\n){0,20}?${outside}`,
  ),
  RegExp(
    `\\b(?:also|additionally|silently|quietly|secretly|in the background|at the same time|meanwhile|furthermore|moreover|besides)\\b,? (?:\\w+ ){0,2}?(?:index|log|collect|extract|captur|stor|record|harvest|gather|scan|read|sav|cach|copi|copy|copies|upload|send|transmit|report|keep|track|monitor)\\w*\\b(?:[^.]){0,60}?\\b(?:${secretThing}|tokens|credit cards?|browsing|keystrokes|personal|host ?names?|running processes|mac address|ip address|location|contacts)\\b`,
  ),
  RegExp(
    `\\b(?:extracts?|collects?|captures?|harvests?|indexes|records?|incorporates?|gathers?|logs|includes?|retains?|maintains?)\\b(?:[^.]){0,80}?\\b(?:passwords|credit cards?|account\\s+numbers|mac address(?:es)?|machine fingerprint|running processes|sensitive documents|api keys|keystrokes|browsing history|location history)\\b(?:[^.]|\\.\\s){0,120}?\\b(?:logged|cached|stored|synced|shared|sent|uploaded|externally|remotely|cloud|remote|persistence|quality assurance|analytics|training)\\b`,
  ),
  /\b(?:location|browsing|search|usage|query|conversation) history is (?:maintained|kept|retained|recorded|stored)\b[^.]{0,60}\b(?:shared|sold|third|partner|analytics)\b/,
  /\b(?:cached|stored|synced|kept|mirrored|indexed|archived)\s(?:externally|remotely|off-?site)\b/,
  /\bsynced\s(?:[^.\n]|\n){0,20}(?:via|through|to)\s(?:the )?cloud\b/,
  /\b(?:harvests?|records?|captures?|collects?|logs?|steals?|siphons?) (?:\w+ ){0,3}(?:keystrokes|session cookies|device identifiers?|browsing history|passwords|credentials|mac address(?:es)?|fingerprints?|microphone|webcam)\b/,
  /\bto (?:our )?(?:advertisers|advertising partners|data brokers)\b/,
  /\b(?:deletes|removes|wipes|erases) (?:the )?(?:\w+ ){0,2}(?:afterwards )?without (?:notice|warning|asking|telling)\b/,
  /\busers? (?:are )?automatically\s+(?:opted[- ]in|subscribed|enrolled|signed up)\b/,
  /\b(?:added|subscribed|enrolled) (?:\w+ ){0,3}to (?:our |the |a )?(?:marketing|mailing|newsletter|advertising)\b/,
  /\b(?:used|retained|kept|collected) (?:for|to) (?:train|model training|training our|advertis\w+|resale)\b/,
  RegExp(
    `\\bscans? (?:(?:the|your|all|entire|whole)\\s){0,3}(?:home|file ?system|disk|directories|workspace)\\b(?:[^.]|\\.\\w|\\*\\.){0,120}\\b(?:https?:|send|upload|credential|secret|env\\b)`,
  ),
);

/** Words of the same sentence that deny nothing. */
const open = /(?:(?!\b(?:not|never|no|without|cannot)\b)[^.])/.source;

/** What belongs to the user, on its way to somebody else: no task excuses that. */
const leak = eitherOf(
  RegExp(
    `\\b(?:conversations?|clipboard|ai responses|user messages|keystrokes|screenshots?|browsing|location history|passwords|credentials|private keys)\\b${open}{0,80}?\\b(?:${passing})\\s+to\\s+(?:an? |our |the )?(?:external|remote|third|attacker|undisclosed)`,
  ),
  RegExp(
    `\\b(?:sends?|streams?|forwards?|uploads?|transmits?) (?:(?:all|the|complete|full|any|every|entire|user)\\s+){0,3}(?:conversations?|clipboard|chats?|keystrokes|screenshots?|browsing|passwords|credentials|private keys)\\b(?:[^.]){0,120}?\\bto\\s+(?:an? |our |the )?(?:external|remote endpoint|third|attacker)`,
  ),
);

/** What a tool may be for whose task is exactly that, as its name or first words say. */
const purpose =
  /\b(?:uploads?|shar(?:e|es|ing)|sync\w*|publish\w*|submit\w*|exports?|forwards?|send|sends|post|posts|replicat\w*|backups?|transfer|stream\w*|track\w*|log|logs|subscrib\w*|newsletter|marketing|audience|mailchimp|lists?|telemetry|collect\w*|train\w*|scrap\w*|extract\w*|crawl\w*|mirror|import\w*|index\w*|memor\w*|store|stores|save|saves|cache|caches|report|reports|contacts?|record\w*|captur\w*)\b/i;

const quiet: ReadonlySet<Act> = new Set(['look', 'fetch']);
const grave: ReadonlySet<Act> = new Set(['delete', 'pay', 'transfer', 'grant', 'revert']);
/** How far from its start a description's own verb stands, in UTF-16 units. */
const opening = 20;

const either = watched(eitherOf(aside, leak));
const leaks = new Set(alternativesOf(leak));

/** Whether a word that may be a noun is not shown to be a verb by what follows it. */
const isNoun = ({ lemma, object }: Action) =>
  nounish.has(lemma) && !/^(?:the|an?|all|your|every|any|its|this)$/.test(object[0] ?? '');

/** Whether what is taken away is named as one thing that somebody owns: "Removes the note". */
const isRemoved = ({ lemma, object }: Action) =>
  lemma === 'remove' && ownThing.test(object.slice(0, 3).join(' '));
const ownThing =
  /^(?:the|an?|all|every|each|your) (?:\w+ )?(?:notes?|files?|folders?|documents?|records?|messages?|mails?|accounts?|databases?|tables?|projects?|users?|contacts?|photos?|entry|entries|events?|backups?)\b/;

/** Verbs of name and description where the one only looks and the other does what cannot be taken back. */
export function contradiction({ named: [named], told: [told] }: Reading): Action[] {
  if (named?.certain !== true || told?.certain !== true || named.lemma === told.lemma) return [];
  if (told.start > opening || isNoun(told) || told.lemma === 'truncate') return [];
  const isWorse = quiet.has(named.act) && (grave.has(told.act) || isRemoved(told));
  const isMilder = named.act === 'delete' && quiet.has(told.act);
  return isWorse || isMilder ? [told] : [];
}

/** Verbs of a name that take away or pay, where the text says that nothing is changed. */
function disclaimed({ named: [named] }: Reading): Action[] {
  return named?.certain === true && grave.has(named.act) ? [named] : [];
}

const harmless = watched(
  eitherOf(
    /\b(?:is|this is|as|purely|strictly|a|an|100 ?%) (?:a |an |purely |strictly )?(?:read[- ]only|view[- ]only|informational|non-?mutating)\b[^.\n]{0,40}\b(?:operation|tool|helper|call|function|removal|action|request)\b/,
    /(?:^|[.!?\n]\s{0,4})(?:read|view)[- ]only(?: (?:helper|tool|operation|call|function))?(?:[.:;]| to )/,
    /\b(?:no|without|free of) (?:any )?side[- ]effects\b/,
  ),
);

/** The verb that opens the description, where it has an object. */
function mainVerb({ told: [told] }: Reading): string {
  return told?.start === 0 && /^\p{L}/u.test(told.object[0] ?? '') ? told.place.quote : '';
}

/** Where fixed phrases state another act than the name, or work on the side with what the tool is given. */
export function mismatches(reading: Reading): Evidence[] {
  const { prose, words, tool } = reading;
  const opposed = quoteActions('name-description-mismatch', tool, contradiction(reading));
  const denied =
    disclaimed(reading).length > 0 ? quotes('name-description-mismatch', prose, reading.held(harmless)) : [];
  const stated = reading.held(either);
  const isPurpose = stated.length > 0 && (purpose.test(words.join(' ')) || purpose.test(mainVerb(reading)));
  const unsuited = isPurpose ? stated.filter((each) => leaks.has(each)) : stated;
  const told = quotes('name-description-mismatch', prose, unsuited);
  return [...opposed, ...denied, ...told];
}

/** The description states an effect that the name does not suggest: by fixed phrases, or by what was learned of such texts. */
export const nameDescriptionMismatch: Signal = {
  id: 'name-description-mismatch',
  look(reading) {
    const found = mismatches(reading);
    const evidence = found.length > 0 ? found : steered(reading, 'name-description-mismatch');
    return textFinding(reading, evidence.slice(0, 2));
  },
};
