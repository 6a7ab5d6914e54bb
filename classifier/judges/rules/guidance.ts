import type { Action } from '../../signals/reading/actions.ts';
import type { Act } from '../../signals/reading/verbs.ts';
import type { Case } from './case.ts';

const passive: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose']);

const guidance =
  /^(?:(?:the|this) )?(?:mcp )?(?:tool )?(?:provides?|returns?|gives?|offers?|retrieves?|gets?|fetch(?:es)?|shows?)\b[^.]{0,90}\b(?:documentation|guidance|guidelines|guides?|instructions|best practices|how[- ]to|tutorials?)\b/;

/** Whether a call only tells how something is done, whatever verb its name takes from there. */
export function tellsHow({ description, reading, subject }: Case): boolean {
  if (!guidance.test(description)) return false;
  const isOwnDeed = ({ act, certain, place: { quote }, start }: Action) =>
    certain &&
    !passive.has(act) &&
    !/ing$/i.test(quote) &&
    !/\bto\s+$/i.test((subject.tool.description ?? '').slice(0, start));
  return !reading.told.some(isOwnDeed);
}
