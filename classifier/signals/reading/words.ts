/**
 * A pattern that finds any term of a readable list: terms stand between commas, `?`, `|` and groups mean what they
 * mean in a regular expression, and a term matches whole words only.
 */
export function anyOf(list: string, flags = 'u'): RegExp {
  const terms = list
    .split(',')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter((term) => term !== '');
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${terms.join('|')})(?![\\p{L}\\p{N}_])`, flags);
}
