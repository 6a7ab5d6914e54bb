import { parameter, type Signal } from './reading/signal.ts';

/** A free string that is an SQL statement. */
export const pSql: Signal = parameter('p:sql', {
  name: /^(?:raw |custom |source )?(?:sql|sqls|statement|statements|sql query|query|queries|sql statement|query sql|sql text|sql command|psql)$|\bsql$/,
  types: ['string', 'array'],
  isFree: true,
  also: ({ words, passages }, { words: tool, prose }) =>
    words.some((word) => word.startsWith('sql')) ||
    passages.some(({ text }) => /\bsql\b|\bselect\b.{0,60}\bfrom\b/iu.test(text)) ||
    tool.includes('sql') ||
    (words.includes('query') &&
      prose.some(({ text }) => /\bsql (?:query|queries|statements?|select)\b/iu.test(text))),
});
