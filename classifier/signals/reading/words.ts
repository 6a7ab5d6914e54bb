import { wordSet } from './word-map.ts';

/** Scripts that put no spaces between words. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** The terms of a list in a file: they stand between commas, and line breaks are spaces. */
function termsOf(list: string): string[] {
  return list
    .split(',')
    .map((term) =>
      term
        .trim()
        .replace(/(?<=\|)\s*\n\s*/g, '')
        .replace(/\s+/g, ' '),
    )
    .filter((term) => term !== '');
}

/**
 * A pattern that finds any term of a readable list. In a term `?`, `|` and groups mean what they mean in a regular
 * expression, and lines may break after `|`. A term matches whole words only, but for scripts that put no spaces between them.
 */
export function anyOf(list: string, flags = 'u'): RegExp {
  const terms = termsOf(list);
  const whole = terms.filter((term) => !unspaced.test(term)).join('|');
  const parts = terms.filter((term) => unspaced.test(term));
  if (whole !== '') parts.unshift(`(?<![\\p{L}\\p{N}_])(?:${whole})(?![\\p{L}\\p{N}_])`);
  return new RegExp(parts.join('|'), flags);
}

/** A pattern that fits a parameter whose words are exactly one term of the list. */
export function exactly(list: string): RegExp {
  return new RegExp(`^(?:${termsOf(list).join('|')})$`);
}

/** A pattern that fits a parameter whose last words are one term of the list. */
export function endingIn(list: string): RegExp {
  return new RegExp(`(?:^| )(?:${termsOf(list).join('|')})$`);
}

const alternatives = new WeakMap<RegExp, readonly RegExp[]>();

/** One global pattern, blind to case, out of alternatives that each have a line of their own. */
export function eitherOf(...each: readonly RegExp[]): RegExp {
  const pattern = new RegExp(each.map(({ source }) => source).join('|'), 'gi');
  alternatives.set(
    pattern,
    each.flatMap((one) => alternatives.get(one) ?? [new RegExp(one.source, 'gi')]),
  );
  return pattern;
}

/** The alternatives that a pattern was made of, each global; itself where it was made of none. */
export function alternativesOf(pattern: RegExp): readonly RegExp[] {
  return alternatives.get(pattern) ?? [new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)];
}

/** Words that end what a verb is done to and open where, how or by what it is done. */
const bounds = wordSet(
  `for from in on at with against without to into onto by via using associated identified available based specified that which where when
  so then within under belonging named called together plus including and or als per as if and/or`
    .split(/\s+/)
    .concat(['.', ',', ';', ':', '!', '?', '\n', '/', '|', '(', ')']),
);
/** Quantities and views of a thing: what counts is what they are of. */
const measures =
  /^(?:lists?|details?|listing|number|all|any|one|some|many|more|multiple|each|contents?|set|series|page|instance|information|version|history)$/;

/**
 * The thing that a verb is done to, from the words after it: `a cron job identified by its uid` is a cron job, and
 * `the settings of the website` are settings. In a name, a version at the end says nothing.
 */
export function thingOf(object: readonly string[]): readonly string[] {
  const bound = object.findIndex((word, index) => index > 0 && bounds.has(word));
  const near = (bound < 0 ? object : object.slice(0, bound)).filter(
    (word) => !(word.startsWith('v') && /^v\d+$/.test(word)),
  );
  const of = near.indexOf('of');
  if (of < 0) return near;
  return measures.test(near[of - 1] ?? '') ? thingOf(near.slice(of + 1)) : near.slice(0, of);
}
