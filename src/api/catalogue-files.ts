import { z } from 'zod';
import { type Attack, AttackGroup } from '../model/attack.ts';
import { Measurement } from '../model/measurement.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer } from '../model/server.ts';
import { formats } from '../policy/formats.ts';
import { alphabet } from '../view/alphabet.ts';
import { listOfChanges } from '../view/changes.ts';
import { contradictionLists } from '../view/contradictions.ts';
import { namedRow } from '../view/server-row.ts';
import { type ServerList as Servers, serverLists } from '../view/server-list.ts';
import { signalLists } from '../view/signal-lists.ts';
import { categoryLists, crossedLists, riskLists, toolLists } from '../view/tool-lists.ts';
import { byGravity, listed, type Listed } from '../view/tool-row.ts';
import { attackIndex, attackRecords } from './attack.ts';
import { placeOf, serverEntry, type ServerEntry, twins } from './entry.ts';
import { formatIndex, formatRecord } from './format.ts';
import { type LightCatalogue, lightCatalogue, type LightServer } from './light-catalogue.ts';
import { changesOf, contradictionsOf, listTwins, toolsOf } from './list.ts';
import { contradictionIndex, ratingIndex, signalIndex, totals } from './overview.ts';

/** What measuring the judges gave: the twin of the page about the method. */
export const MethodRecord = z.object({ ...twins, measurements: z.array(Measurement) });
export type MethodRecord = z.infer<typeof MethodRecord>;

/** The twin of a page, and where it stands. */
export interface ApiFile {
  json: string;
}

const methodRecord = (measurements: Measurement[]): MethodRecord => ({
  ...placeOf(paths.method),
  measurements,
});

function* ofServers(servers: readonly CatalogueServer[]): Iterable<ApiFile> {
  const entries = new Map(servers.map((server) => [paths.server(server.slug), serverEntry(server)]));
  const rowsOf = (list: Servers): ServerEntry[] =>
    list.entries.flatMap(({ path }) => entries.get(path) ?? []);
  for (const list of serverLists(servers.map(namedRow)))
    yield* listTwins({ ...list, entries: rowsOf(list) }, (entry) => entry);
}

function* ofTools(tools: readonly Listed[]): Iterable<ApiFile> {
  const lists = toolLists(tools);
  const [risks, categories, crossed] = [riskLists(lists), categoryLists(lists), crossedLists(lists)];
  yield ratingIndex(paths.risks, tools.length, [...risks, ...crossed]);
  yield ratingIndex(paths.categories, tools.length, [...categories, ...crossed]);
  for (const list of [...risks, ...categories, ...crossed, alphabet(tools)]) yield* toolsOf(list);
  const bySignal = signalLists(tools);
  yield signalIndex(bySignal);
  for (const list of bySignal) yield* toolsOf(list);
  const contradicted = contradictionLists(tools);
  yield contradictionIndex(contradicted);
  for (const list of contradicted) yield* contradictionsOf(list);
}

function* ofAttacks(attacks: readonly Attack[], { exposed }: LightCatalogue): Iterable<ApiFile> {
  yield attackIndex(paths.attacks, attacks, exposed);
  for (const id of AttackGroup.options) {
    const its = attacks.filter(({ group }) => group === id);
    if (its.length > 0) yield attackIndex(paths.attacksOfGroup(id), its, exposed);
  }
  for (const attack of attacks) yield* attackRecords(attack, exposed.get(attack.id) ?? []);
}

/** Every file of the API that rests on the whole catalogue. Those of one server or one tool are endpoints of the site. */
export function* catalogueFiles(
  parts: Iterable<LightServer>,
  attacks: readonly Attack[],
  measurements: Measurement[],
): Iterable<ApiFile> {
  const catalogue = lightCatalogue(parts, attacks);
  const changes = listOfChanges(catalogue.changes);
  yield totals(catalogue.servers, changes.entries);
  yield* changesOf(changes);
  yield* ofServers(catalogue.servers);
  yield* ofTools(byGravity(listed(catalogue.servers)));
  yield* ofAttacks(attacks, catalogue);
  yield formatIndex(formats);
  for (const format of formats) yield formatRecord(format);
  yield methodRecord(measurements);
}
