import type { SignalId } from '../../../src/model/signals.ts';
import type { Disguise } from './disguise.ts';
import { watched } from './glance.ts';
import { quotes } from './quoting.ts';
import { type Signal, textFinding } from './signal.ts';
import { steered } from './steering/steering.ts';

/** Talk about hostile texts, right before a quotation mark: what follows is an example. */
const example =
  /(?:\be\.g\.|\b(?:detect\w*|find\w*|finds|flag\w*|block\w*|check\w*|scan\w*|filter\w*|prevent\w*|reject\w*|recogni[sz]\w*|phrases?|patterns?|attempts?|attacks?|injections?|such as|like|for example|strings?|secrecy|poisoning|jailbreaks?|wording|instance|examples?|include)\b)[^.\n{]{0,90}(?:["'“‘”’`«]|(?<![^\s(])["'“‘`«][^"'“‘”’`«»\n]{0,80})$|\b(?:injections?|poisoning|jailbreaks?|hidden instructions)\b[^.\n]{0,20}\([^)\n]{0,100}$|(?:检测|识别|拦截|过滤|例如|比如|検出|検知|例えば|탐지|감지|예를 들)[^。\n]{0,24}["'“‘「『«]$/iu;

/** Whether a match is quoted as an example of what such a tool looks for, as in: finds "ignore all previous rules". */
function isExample(text: string, start: number): boolean {
  const isQuote = /["'“‘”’`«]/.test(text.charAt(start));
  return example.test(text.slice(Math.max(0, start - 140), isQuote ? start + 1 : start));
}

/**
 * A signal on how the definition is written: a global pattern, looked for in every string there is and in what is hidden or
 * encoded in one, and what was learned of such texts. Hidden text is quoted as it stands, not as it reads.
 */
export function wording(id: SignalId, pattern: RegExp): Signal {
  watched(pattern);
  const covered = (disguises: readonly Disguise[]) =>
    disguises
      .filter(({ held }) => held(pattern).length > 0)
      .slice(0, 2)
      .map(({ at, quote }) => ({ id, at, quote }));
  return {
    id,
    look(reading) {
      const { passages, held, disguises } = reading;
      const open = quotes(id, passages, held(pattern), isExample);
      const found = open.length > 0 || disguises.length === 0 ? open : covered(disguises);
      return textFinding(reading, found.length > 0 ? found : steered(reading, id));
    },
  };
}
