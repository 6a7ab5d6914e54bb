import type { Reachability } from '../../model/reachability.ts';
import { reachabilityLabels } from '../sentences.ts';
import type { KnownBy } from '../server-row.ts';

export type ServerOrder = 'name' | 'risk' | 'tools';

export type ServerFilter = KnownBy | `remote-${Reachability['state']}`;

/** How the tools of a server are known, in a word or two. */
export const knownLabels: Readonly<Record<KnownBy, string>> = {
  started: 'started here',
  asked: 'asked at its address',
  heard: 'a source’s word',
  unknown: 'not known yet',
};

const remoteLabels = Object.fromEntries(
  Object.entries(reachabilityLabels).map(([state, label]) => [`remote-${state}`, label]),
) as Record<`remote-${Reachability['state']}`, string>;

/** What each filter lets through, in a word or two. */
export const filterLabels: Readonly<Record<ServerFilter, string>> = { ...knownLabels, ...remoteLabels };

export const orderLabels: Readonly<Record<ServerOrder, string>> = {
  name: 'Name',
  risk: 'Risk',
  tools: 'Number of tools',
};

/** How a list in that order is sorted. */
export const orderPhrases: Readonly<Record<ServerOrder, string>> = {
  name: 'by name',
  risk: 'those with the gravest tools first',
  tools: 'those with the most tools first',
};

/** "Servers", "Servers by risk", "Servers by risk: started here". */
export function serverListTitle(order: ServerOrder, filter: ServerFilter | null): string {
  const by = { name: 'Servers', risk: 'Servers by risk', tools: 'Servers by number of tools' }[order];
  return filter === null ? by : `${by}: ${filterLabels[filter]}`;
}
