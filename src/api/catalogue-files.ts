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
import { categoryLists, crossedLists, riskLists, toolLists } from '../view/tool-lists.ts';
import { byName, gravestFirst } from '../view/tool-row.ts';
import { attackIndex, attackRecords } from './attack.ts';
import { placeOf, twins } from './entry.ts';
import { type ApiFile, fileOf } from './file.ts';
import { formatIndex, formatRecord } from './format.ts';
import { listTwins } from './list.ts';
import { contradictionIndex, ratingIndex, signalIndex, totals } from './overview.ts';
import { exposedText, exposedTools, type PlacedTool, type ServerPart } from './server-part.ts';

/** What measuring the judges gave: the twin of the page about the method. */
export const MethodRecord = z.object({ ...twins, measurements: z.array(Measurement) });
export type MethodRecord = z.infer<typeof MethodRecord>;

const methodRecord = (measurements: Measurement[]): MethodRecord => ({
  ...placeOf(paths.method),
  measurements,
});

const textOf = ({ text }: { text: string }): string => text;

function* ofServers(parts: readonly ServerPart[]): Generator<ApiFile> {
  const texts = new Map(parts.map(({ row, text }) => [row.row.path, text]));
  for (const list of serverLists(parts.map(({ row }) => row)))
    yield* listTwins(list, ({ path }) => texts.get(path) ?? '');
}

function* ofTools(tools: readonly PlacedTool[], named: readonly PlacedTool[]): Generator<ApiFile> {
  const lists = toolLists(tools);
  const [risks, categories, crossed] = [riskLists(lists), categoryLists(lists), crossedLists(lists)];
  yield fileOf(ratingIndex(paths.risks, tools.length, [...risks, ...crossed]));
  yield fileOf(ratingIndex(paths.categories, tools.length, [...categories, ...crossed]));
  for (const list of [...risks, ...categories, ...crossed, alphabetOf(named)]) yield* listTwins(list, textOf);
  const bySignal = signalLists(tools);
  yield fileOf(signalIndex(bySignal));
  for (const list of bySignal) yield* listTwins(list, textOf);
  const contradicted = listsByDirection(tools, ({ traits }) => traits.direction);
  yield fileOf(contradictionIndex(contradicted));
  for (const list of contradicted) yield* listTwins(list, ({ contradicting, text }) => contradicting ?? text);
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
    yield* attackRecords(attack, exposed.get(attack.id) ?? [], (tool) => exposedText(tool, attack.id));
}

/** Every file of the API that rests on the whole catalogue, from its servers. Those of one server or one tool are endpoints of the site. */
export function* catalogueFiles(
  parts: readonly ServerPart[],
  attacks: readonly Attack[],
  measurements: Measurement[],
): Generator<ApiFile> {
  const changes = listOfChanges(parts.flatMap((part) => part.changes));
  const named = byName(parts.flatMap((part) => part.tools));
  const tools = gravestFirst(named);
  const [rows, briefs] = [parts.map(({ row }) => row.row), tools.map(({ brief }) => brief)];
  yield fileOf(totals(rows, briefs, changes.entries));
  yield* listTwins(changes, textOf);
  yield* ofServers(parts);
  yield* ofTools(tools, named);
  yield* ofAttacks(attacks, tools);
  yield fileOf(formatIndex(formats));
  for (const format of formats) yield fileOf(formatRecord(format));
  yield fileOf(methodRecord(measurements));
}
