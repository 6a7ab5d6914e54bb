import { WordMap } from './word-map.ts';
import { spacedVerbs, unspacedVerbs } from './verbs-foreign.ts';
import { type Act, nounish, verbs } from './verbs.ts';

/** One spelling of a verb. */
export interface Verb {
  act: Act;
  /** The base form, or the spelling itself in other languages. */
  lemma: string;
  form: 'base' | 'third' | 'gerund';
  /** Whether the spelling is a noun as often as a verb. */
  nounish: boolean;
}

const split = (text: string) => text.split(/\s+/).filter((word) => word !== '');

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
}

/** Both spellings where a last consonant may double: one of them is not a word, which harms nobody. */
function gerunds(base: string): string[] {
  const stem = /[^e]e$/.test(base) ? base.slice(0, -1) : base;
  return /[^aeiou][aeiou][bdgklmnprt]$/.test(base)
    ? [`${stem}ing`, `${stem}${stem.slice(-1)}ing`]
    : [`${stem}ing`];
}

function english(): [string, Verb][] {
  return Object.entries(verbs).flatMap(([act, text]) =>
    split(text).flatMap((lemma): [string, Verb][] => {
      const verb = { act: act as Act, lemma, nounish: nounish.has(lemma) };
      return [
        [lemma, { ...verb, form: 'base' }],
        ...(lemma === 'new' ? [] : ([[thirdPerson(lemma), { ...verb, form: 'third' }]] as [string, Verb][])),
        ...gerunds(lemma).map((word): [string, Verb] => [word, { ...verb, form: 'gerund' }]),
      ];
    }),
  );
}

const foreign = Object.entries(spacedVerbs).flatMap(([act, text]) =>
  split(text).map((lemma): [string, Verb] => [
    lemma,
    { act: act as Act, lemma, form: 'base', nounish: false },
  ]),
);

/** Every spelling of a verb in a language that puts spaces between words. English wins over other languages. */
export const verbForms = new WordMap([...foreign, ...english()]);

const unspaced = Object.entries(unspacedVerbs).flatMap(([act, text]) =>
  split(text).map((lemma): [string, Act] => [lemma, act as Act]),
);
const actOfUnspaced = new Map(unspaced);

/** Matches every verb of Chinese, Japanese and Korean in a text, the longer spelling first. */
export const unspacedPattern = new RegExp(
  [...actOfUnspaced.keys()].toSorted((a, b) => b.length - a.length).join('|'),
  'g',
);

/** The verb a match of `unspacedPattern` stands for. */
export function unspacedVerb(spelling: string): Verb | undefined {
  const act = actOfUnspaced.get(spelling);
  return act && { act, lemma: spelling, form: 'base', nounish: false };
}
