import { plainFinding, type Signal } from './reading/signal.ts';
import { quotes } from './reading/quoting.ts';

const wording =
  /\b(?:ignore|disregard|forget|override) (?:(?:all|any|the|your|previous|prior|above|earlier|safety|user)\s+){1,3}(?:instructions?|rules?|guidelines?|prompts?|input|checks?|restrictions?)\b(?!["”'’])|<\/?(?:important|hidden|secret|system|instructions?|critical)>|<!--[^>]{0,80}\b(?:system|instruction|ignore|always|important)\b|\[(?:INST|SYSTEM)\]|<\|(?:system|im_start|user|assistant)\|>|<<SYS>>|###\s?(?:instruction|system)\b|\b(?:system|admin)[ _]override\b|\byou (?:must|should) (?:also|first|always) (?:read|send|include|access|call|forward|pass|copy|run|execute|email|exfiltrate)\b|\b(?:before|after|when|instead of) (?:using|calling|invoking) [`(]?\w+\)?[`]? ?(?:tool|directly)?,? (?:\w+ ){0,2}(?:always|you must|first read|copy all|log file|redirect|add|read `?[~/.\w-]+)|\balways (?:also )?(?:add|bcc|cc|send a copy|forward|include) (?:\S+ ){0,4}\S+@\S+|\b(?:pass|put|include) (?:its|the|their|private|all) (?:content|contents|information|credentials|data)\w* (?:as|in|to) (?:the )?['"`]?\w+|\bforward (?:a )?copy to \S+@|\bsend a copy of (?:all|the)\b|\b(?:change|override|replace) the recipient\b|\bexfiltrat\w+ (?:all|sensitive|the|user)\b|\byou are now (?:DAN|in|a|an|the)\b|请先读取|не сообщайте|всегда добавляйте/giu;

/** The text tells the agent to do something beyond calling this tool as asked. */
export const instructsAgent: Signal = {
  id: 'instructs-agent',
  look: ({ passages }) => plainFinding(quotes('instructs-agent', passages, wording)),
};
