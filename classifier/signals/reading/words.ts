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

/** One global pattern, blind to case, out of alternatives that each have a line of their own. */
export function eitherOf(...alternatives: readonly RegExp[]): RegExp {
  return new RegExp(alternatives.map(({ source }) => source).join('|'), 'gi');
}
