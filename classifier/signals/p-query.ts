import { pSql } from './p-sql.ts';
import { parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** An argument that is a search or filter expression and no SQL. */
export const pQuery: Signal = parameter('p:query', {
  name: endingIn(
    `query, q, jql, promql, logql, kql, cql, soql, sosl, filter, filters, where, search, search query, search term, search terms, keyword, keywords,
    filter expression, query string, odata filter, graphql query, lucene query`,
  ),
  except: endingIn('is query, has filter'),
  types: ['string', 'object', 'array'],
  isFree: true,
  also: ({ at }, reading) => !pSql.look(reading).evidence.some((each) => each.at === at),
});
