import { paths } from '../model/paths.ts';
import { SignalId, signals } from '../model/signals.ts';
import type { PagedList } from './paging.ts';
import { marksByGravity } from './marks.ts';
import type { Listed, Placed } from './tool-row.ts';

/** The tools whose definition shows a signal. */
export interface SignalList<Entry = Listed> extends PagedList<Entry> {
  id: SignalId;
  meaning: string;
}

function signalsOf(entry: Listed | Placed): Iterable<string> {
  if (!('tool' in entry)) return entry.traits.signals;
  return entry.traits?.signals ?? new Set(entry.tool.classification.signals.map(({ id }) => id));
}

/** One list for each signal of the vocabulary, in its order, empty ones included; tools in the order given. */
export function signalLists<Entry extends Listed | Placed>(tools: readonly Entry[]): SignalList<Entry>[] {
  const found = new Map<string, Entry[]>(SignalId.options.map((id) => [id, []]));
  for (const entry of tools) for (const id of signalsOf(entry)) found.get(id)?.push(entry);
  return SignalId.options.map((id) => ({
    id,
    path: paths.signal(id),
    title: signals[id].label,
    meaning: signals[id].meaning,
    marks: marksByGravity,
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
