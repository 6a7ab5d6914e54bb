import { hiddenCharacters } from '../model/display.ts';
import type { Policy } from '../model/policy.ts';
import { policyJson } from '../policy/formats/policy-json.ts';

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');

/**
 * The policy as the text of policy.json. Characters a reader cannot see are written as JSON escapes: what is
 * shown is what is copied, and it still names the same tools.
 */
export function policyText(policy: Policy): string {
  const text = JSON.stringify(policyJson(policy), null, 2);
  return [...new Set(hiddenCharacters(text))].reduce(
    (safe, character) => safe.replaceAll(character, escaped(character)),
    text,
  );
}
