import { z } from 'zod';
import { type Attack, AttackGroup } from '../model/attack.ts';
import { Measurement } from '../model/measurement.ts';
import { paths } from '../model/paths.ts';
import { formats } from '../policy/formats.ts';
import { alphabetOf } from '../view/alphabet.ts';
import { listOfChanges } from '../view/changes.ts';
import { listsByDirection } from '../view/contradictions.ts';
import { serverLists } from '../view/server-list.ts';
import { signalLists } from '../view/signal-lists.ts';
import type { ServerRow } from '../view/server-row.ts';
import { categoryLists, crossedLists, riskLists, toolLists } from '../view/tool-lists.ts';
import { byName, gravestFirst } from '../view/tool-row.ts';
import { attackIndex, attackRecords } from './attack.ts';
import { placeOf, twins } from './entry.ts';
import { type ApiFile, addExtended, fileOf, type Pieces } from './file.ts';
import { formatIndex, formatRecord } from './format.ts';
import { listTwins } from './list.ts';
import { type Counted, contradictionIndex, ratingIndex, signalIndex, totals } from './overview.ts';
import { exposedPieces, exposedTools, type PlacedTool, serverIn, toolsIn } from './server-part.ts';

/** What measuring the judges gave: the twin of the page about the method. */
export const MethodRecord = z.object({ ...twins, measurements: z.array(Measurement) });
export type MethodRecord = z.infer<typeof MethodRecord>;

const methodRecord = (measurements: Measurement[]): MethodRecord => ({
  ...placeOf(paths.method),
  measurements,
});

/** Bytes of every server, as `serverPart` made them; read anew at each call, so that nobody has to hold them all. */
export type Parts = () => Iterable<Buffer>;

const whole: Pieces<{ entry: Buffer }> = ({ entry }, add) => {
  add(entry);
};

const contradicting: Pieces<PlacedTool> = ({ entry, hints }, add) => {
  if (hints === null) add(entry);
  else addExtended(add, entry, hints);
};

function* ofServers(parts: Parts): Generator<ApiFile, Omit<Counted, 'tools'>> {
  const placed = Array.from(parts(), serverIn);
  const changes = listOfChanges(placed.flatMap((its) => its.changes));
  yield* listTwins(changes, whole);
  const servers = placed.map(({ server }) => server);
  const entries = new Map(servers.map(({ row, entry }) => [row, entry]));
  const pieces: Pieces<ServerRow> = (row, add) => {
    const entry = entries.get(row);
    if (entry !== undefined) add(entry);
  };
  for (const list of serverLists(servers)) yield* listTwins(list, pieces);
  return {
    servers: servers.map(({ row: { knownBy } }) => ({ knownBy })),
    changes: { total: changes.entries.length, newest: changes.entries[0]?.on ?? null },
  };
}

function* ofTools(tools: readonly PlacedTool[], named: readonly PlacedTool[]): Generator<ApiFile> {
  const lists = toolLists(tools);
  const [risks, categories, crossed] = [riskLists(lists), categoryLists(lists), crossedLists(lists)];
  yield fileOf(ratingIndex(paths.risks, tools.length, [...risks, ...crossed]));
  yield fileOf(ratingIndex(paths.categories, tools.length, [...categories, ...crossed]));
  for (const list of [...risks, ...categories, ...crossed, alphabetOf(named)]) yield* listTwins(list, whole);
  const bySignal = signalLists(tools);
  yield fileOf(signalIndex(bySignal));
  for (const list of bySignal) yield* listTwins(list, whole);
  const contradicted = listsByDirection(tools, ({ traits }) => traits.direction);
  yield fileOf(contradictionIndex(contradicted));
  for (const list of contradicted) yield* listTwins(list, contradicting);
}

function* ofAttacks(attacks: readonly Attack[], tools: readonly PlacedTool[]): Generator<ApiFile> {
  const exposed = exposedTools(tools);
  const open = new Map([...exposed].map(([id, its]) => [id, its.length]));
  yield fileOf(attackIndex(paths.attacks, attacks, open));
  for (const id of AttackGroup.options) {
    const its = attacks.filter(({ group }) => group === id);
    if (its.length > 0) yield fileOf(attackIndex(paths.attacksOfGroup(id), its, open));
  }
  for (const attack of attacks)
    yield* attackRecords(attack, exposed.get(attack.id) ?? [], exposedPieces(attack.id));
}

/**
 * Every file of the API that rests on the whole catalogue, from its servers. Those of one server or one tool are endpoints of the site.
 * Servers with their changes are held first, and tools when these are let go.
 */
export function* catalogueFiles(
  parts: Parts,
  attacks: readonly Attack[],
  measurements: Measurement[],
): Generator<ApiFile> {
  const counted = yield* ofServers(parts);
  const named = byName(Array.from(parts(), toolsIn).flat());
  const tools = gravestFirst(named);
  yield fileOf(totals({ ...counted, tools: tools.map(({ brief }) => brief) }));
  yield* ofTools(tools, named);
  yield* ofAttacks(attacks, tools);
  yield fileOf(formatIndex(formats));
  for (const format of formats) yield fileOf(formatRecord(format));
  yield fileOf(methodRecord(measurements));
}
