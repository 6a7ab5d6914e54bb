import { doesMoreThan, parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** A list without bound of the objects that a changing tool acts on. */
export const pBulkArray: Signal = parameter('p:bulk-array', {
  name: endingIn(`ids, keys, items, arns, names, users, emails, files, paths, records, recipients, messages,
    operations, actions, tasks, entities, relations, documents, rows, issues, events, objects, contacts,
    nodes, urls, numbers, members, wallets, uuids, entries, updates, requests, observations, resources,
    labels, transactions, orders, queries, statements, points, values, cells`),
  types: ['array'],
  also: (_, reading) => doesMoreThan(reading, ['look', 'fetch']),
});
