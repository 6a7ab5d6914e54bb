import { effect, type Signal } from './reading/signal.ts';
import { anyOf, eitherOf } from './reading/words.ts';

const query = anyOf(
  `sql, cypher, sparql, graphql, kql, promql, logql, soql, hogql, dax, mql, bigquery,
    read-?only quer(?:y|ies), read only query, select queries, select query, select statement, dml, ddl,
    aggregation pipeline, database query`,
);

/** The text says that a query in a query language is carried. */
export const rawQuery: Signal = effect('raw-query', {
  action: ({ act, object, lemma }) =>
    (act === 'run' || lemma === 'query' || lemma === 'execute') && query.test(object.slice(0, 8).join(' ')),
  phrase: eitherOf(
    /\b(?:execut|run|perform|evaluat)(?:es?|s|ning|ing)? (?:(?:an?|any|the|arbitrary|custom|raw|single|multiple|read-?only|readonly|safe|select|given|your)\s+){0,4}(?:\w+\s+)?(?:sql|cypher|sparql|graphql|mql|kql|promql|logql|soql|hogql|dax|jql|bigquery|mongodb|clickhouse|postgresql|mysql|snowflake) (?:quer(?:y|ies)|statements?|commands?|aggregations?)\b/,
    /\b(?:sql|cypher|sparql|soql|kql) (?:quer(?:y|ies)|statements?)(?: to (?:execute|run))\b/,
    /执行\s?SQL/,
    /SQL\s?查询/,
    /SQL-запрос/,
    /\b(?:insert|update|delete|ddl|dml)\b[\w ,\/]{0,30}\b(?:query|queries|statements?)\b/,
  ),
});
