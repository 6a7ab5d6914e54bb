import { type Signal, wording } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text tells the agent to do something beyond calling this tool as asked. */
export const instructsAgent: Signal = wording(
  'instructs-agent',
  eitherOf(
    /\b(?:ignore|disregard|forget|override) (?:(?:all|any|the|your|previous|prior|above|earlier|safety|user)\s+){1,3}(?:instructions?|rules?|guidelines?|prompts?|input|checks?|restrictions?)\b(?!["”'’])/,
    /<(?:important|hidden|system|instructions?|critical)>/,
    /<\/(?:important|hidden|secret|system|instructions?|critical)>/,
    /<!--[^>]{0,80}\b(?:system|instruction|ignore|always|important)\b/,
    /\[(?:INST|SYSTEM)\]/,
    /<\|(?:system|im_start|user|assistant)\|>/,
    /<<SYS>>/,
    /###\s?(?:instruction|system)\b/,
    /\b(?:system|admin)[ _]override\b/,
    /\byou (?:must|should) (?:also|first|always) (?:(?:read|access) (?:the )?(?:system|confidential|secret|contents? of)|also (?:send|call|forward|include|access|read)|send|forward|copy|email|exfiltrate|include (?:the|its|your) (?:master|secret|password|key|content))/,
    /\b(?:before|after|when|instead of) (?:using|calling|invoking) [`(]?\w+\)?[`]? ?(?:tool|directly)?,? (?:\w+ ){0,2}(?:always (?:add|bcc|send|include|read|pass|log|copy|forward)|first,? read|copy all|log file|redirect|(?:you must )?(?:add|bcc|forward|exfiltrate)|read (?:the file )?[`'"]?[~/.]?[\w-]+[./])/,
    /\balways bcc\b/,
    /\balways (?:also )?(?:add|bcc|cc|send a copy|forward|include) (?:\S+ ){0,4}\S+@\S+/,
    /\b(?:pass|put|include) (?:its|the|their|private|all) (?:content|contents|information|credentials|data)\w* (?:as|in|to) (?:the )?['"`]?\w+/,
    /\bforward (?:a )?copy to \S+@/,
    /\bsend a copy of (?:all|the)\b/,
    /\b(?:change|override|replace) the recipient\s+(?:to|and)\b/,
    /\bexfiltrat\w+ (?:all|sensitive|the|user)\b/,
    /\byou are now (?:DAN|in|a|an|the)\b/,
    /\bpass the \w+ environment variable\b/,
    /请先读取/,
    /не сообщайте/,
    /всегда добавляйте/,
  ),
);
