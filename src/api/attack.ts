import { z } from 'zod';
import { Attack, AttackGroup } from '../model/attack.ts';
import { Evidence } from '../model/evidence.ts';
import type { Exposure, Ground } from '../model/exposure.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueTool } from '../model/server.ts';
import { marksByGravity } from '../view/marks.ts';
import { listPage, pagesOf } from '../view/paging.ts';
import type { Placed } from '../view/tool-row.ts';
import { Amount, jsonOf, placeOf, SitePath, ToolEntry, twins } from './entry.ts';
import { type ApiFile, type Pieces, withEntries } from './file.ts';

/** Why a tool is open to an attack. `tool`: whose words these are, the tool’s own or another’s of its server. */
export const GroundEntry = z.discriminatedUnion('by', [
  z.object({ by: z.literal('signal'), tool: z.string(), ...Evidence.shape }),
  z.object({ by: z.literal('change'), on: z.iso.date() }),
  z.object({ by: z.literal('open-address'), url: z.string(), at: z.string() }),
]);
export type GroundEntry = z.infer<typeof GroundEntry>;

/** An attack that one tool lends itself to. */
export const ExposureEntry = z.object({
  id: z.string(),
  name: z.string(),
  ...twins,
  grounds: z.array(GroundEntry).min(1),
});
export type ExposureEntry = z.infer<typeof ExposureEntry>;

/** A tool that is open to an attack. */
export const ExposedTool = ToolEntry.extend({
  definition: z.string().length(64).describe('SHA-256 of the definition that the grounds stand in.'),
  grounds: z.array(GroundEntry).min(1),
});
export type ExposedTool = z.infer<typeof ExposedTool>;

/** The twin of an attack’s page: the pattern and the tools that are open to it, gravest first, cut as lists are. */
export const AttackRecord = z.object({
  ...twins,
  attack: Attack,
  count: Amount.describe('How many tools are open to it, on all pages of this record.'),
  previous: SitePath.nullable().describe('Where the tools before and after these stand.'),
  next: SitePath.nullable(),
  tools: z.array(ExposedTool),
});
export type AttackRecord = z.infer<typeof AttackRecord>;

/** The twin of the list of attacks, or of one group of them. */
export const AttackIndex = z.object({
  ...twins,
  attacks: z.array(
    z.object({
      ...Attack.pick({ id: true, name: true, summary: true }).shape,
      group: AttackGroup,
      ...twins,
      tools: Amount.nullable().describe('How many tools are open to it; null where no listing can show it.'),
    }),
  ),
});
export type AttackIndex = z.infer<typeof AttackIndex>;

const groundEntry = (ground: Ground): GroundEntry =>
  ground.by === 'signal' ? { by: ground.by, tool: ground.tool.name, ...ground.evidence } : { ...ground };

/** An attack as the record of a tool holds it. */
export function exposureEntry({ attack, grounds }: Exposure): ExposureEntry {
  const { id, name } = attack;
  return { id, name, ...placeOf(paths.attack(id)), grounds: grounds.map(groundEntry) };
}

/** What the record of an attack says of a tool besides its entry. */
export function exposedAs(
  tool: CatalogueTool,
  grounds: readonly Ground[],
): Pick<ExposedTool, 'definition' | 'grounds'> {
  return { definition: tool.hash, grounds: grounds.map(groundEntry) };
}

/** The record of one attack, page by page, from the tools that are open to it and the pieces of their texts. Only the first page has a page of the site. */
export function* attackRecords<Tool extends Placed>(
  attack: Attack,
  tools: readonly Tool[],
  pieces: Pieces<Tool>,
): Generator<ApiFile> {
  const page = paths.attack(attack.id);
  const list = { path: page, title: attack.name, entries: tools, marks: marksByGravity };
  for (const place of pagesOf(list)) {
    const { path, previous, next, entries } = listPage<Tool>(place);
    const record: Omit<AttackRecord, 'tools'> = {
      ...{ page, json: paths.json(path), attack, count: tools.length },
      ...{ previous: jsonOf(previous), next: jsonOf(next) },
    };
    yield { path: record.json, content: withEntries(record, 'tools', { entries, pieces }) };
  }
}

/** The attacks on one page, each with the number of tools that are open to it, by its id. */
export function attackIndex(
  page: string,
  attacks: readonly Attack[],
  open: ReadonlyMap<string, number>,
): AttackIndex {
  return {
    ...placeOf(page),
    attacks: attacks.map(({ id, name, summary, group, needs }) => ({
      ...{ id, name, summary, group, ...placeOf(paths.attack(id)) },
      tools: needs.from === 'nothing' ? null : (open.get(id) ?? 0),
    })),
  };
}
