import { paths } from '../model/paths.ts';
import { SignalId, signals } from '../model/signals.ts';
import type { EntryList } from './paging.ts';
import type { Listed } from './tool-row.ts';

/** The tools whose definition shows a signal. */
export interface SignalList extends EntryList<Listed> {
  id: SignalId;
  meaning: string;
}

/** One list for each signal of the vocabulary, in its order, empty ones included; tools in the order given. */
export function signalLists(tools: readonly Listed[]): SignalList[] {
  const found = new Map<string, Listed[]>(SignalId.options.map((id) => [id, []]));
  for (const entry of tools) {
    const ids = entry.traits?.signals ?? new Set(entry.tool.classification.signals.map(({ id }) => id));
    for (const id of ids) found.get(id)?.push(entry);
  }
  return SignalId.options.map((id) => ({
    id,
    path: paths.signal(id),
    title: signals[id].label,
    meaning: signals[id].meaning,
    entries: found.get(id) ?? [],
  }));
}

/** The signals that most of these tools show, most frequent first. */
export function frequentSignals(tools: readonly Listed[], number: number): SignalList[] {
  return signalLists(tools)
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => b.entries.length - a.entries.length)
    .slice(0, number);
}
