import type { Evidence } from '../model/evidence.ts';
import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueTool } from '../model/server.ts';
import { SignalId, type SignalKind, signals } from '../model/signals.ts';
import { type EvidenceRow, evidenceRow } from './evidence-row.ts';
import type { Crumb } from './json-ld.ts';
import { type ListPage, listPage, type PagedList, type PageOf } from './paging.ts';
import { contradictionMeanings, contradictionTitles } from './sentences/contradictions.ts';
import { held, pageTitle, span } from './sentences/lists.ts';
import { marksByGravity } from './marks.ts';
import { type Listed, placed, type Placed } from './tool-row.ts';
import { hints, type Quote, quoted } from './why.ts';
import { paragraph, sentence, shortened } from './wording.ts';

/** How a hint and the definition disagree: it claims less than the definition shows, or more, or hints deny each other. */
export type Direction = 'less' | 'more' | 'both';

/** The value of each hint that makes a tool look harmless. */
const harmless: Readonly<Record<string, boolean>> = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};

/** A tool whose author claims something else than its definition shows. */
export interface Contradiction extends Listed {
  direction: Direction;
}

export interface ContradictionList<Entry = Contradiction> extends PagedList<Entry> {
  direction: Direction;
}

/** A contradiction in a list. */
export interface ContradictionRow extends EvidenceRow {
  claims: { hint: string; claim: string; quote: Quote }[];
  /** The judge's reason, for a tool whose definition has no words to quote beside the hint. */
  rationale: string | null;
}

function directionOf(values: readonly (readonly [name: string, value: unknown])[]): Direction | null {
  if (values.length === 0) return null;
  const milder = values.filter(([name, value]) => harmless[name] === value).length;
  if (milder === values.length) return 'less';
  return milder === 0 ? 'more' : 'both';
}

/** The hints that take part in a contradiction, in the order of the definition. */
function contradictoryHints(tool: CatalogueTool): [name: string, value: unknown][] {
  const { signals: evidence, category } = tool.classification;
  const quotedHints = evidence
    .filter(({ id }) => id === ('annotation-conflict' satisfies SignalId))
    .map(({ at }) => at.slice('/annotations/'.length));
  const denied = hints(tool, category).filter(({ disagreement }) => disagreement !== null);
  const wanted = new Set([...quotedHints, ...denied.map(({ name }) => name.split(':', 1)[0] ?? '')]);
  return Object.entries(tool.definition.annotations ?? {}).filter(([name]) => wanted.has(name));
}

/** How the author’s hints disagree with what the definition shows, and which; null when none does. */
export function contradiction(tool: CatalogueTool): { direction: Direction; hints: string[] } | null {
  const values = contradictoryHints(tool);
  const direction = directionOf(values);
  return direction === null ? null : { direction, hints: values.map(([name]) => name) };
}

/** Every contradiction of these tools, in their order: those the rules found and those with our category. */
export function contradictions(tools: readonly Listed[]): Contradiction[] {
  return tools.flatMap((entry) => {
    const { direction } = entry.traits ?? contradiction(entry.tool) ?? { direction: null };
    return direction === null ? [] : [Object.assign(placed(entry), { direction })];
  });
}

/** One list for each direction, empty ones included. */
export function listsByDirection<Entry extends Listed | Placed>(
  entries: readonly Entry[],
  directionOf: (entry: Entry) => Direction | null,
): ContradictionList<Entry>[] {
  return (['less', 'more', 'both'] as const).map((direction) => ({
    direction,
    path: paths.contradictionsOf(direction),
    title: contradictionTitles[direction],
    marks: marksByGravity,
    entries: entries.filter((entry) => directionOf(entry) === direction),
  }));
}

/** The same of these tools. */
export const contradictionLists = (tools: readonly Listed[]): ContradictionList[] =>
  listsByDirection(contradictions(tools), ({ direction }) => direction);

/** The evidence of what a call does; where there is none, of what a caller may pass. */
function effects(evidence: readonly Evidence[]): Evidence[] {
  const ofKind = (kind: SignalKind): Evidence[] =>
    evidence.filter(({ id }) => {
      const known = SignalId.safeParse(id);
      return known.success && signals[known.data].kind === kind;
    });
  const found = ofKind('effect');
  return found.length > 0 ? found : ofKind('parameter');
}

/** A contradiction with both quotes. */
export function contradictionRow(one: Contradiction): ContradictionRow {
  const { definition, classification } = one.tool;
  const row = evidenceRow(one, effects(classification.signals));
  const known = hints(one.tool, classification.category);
  const claims = contradictoryHints(one.tool).map(([name]) => {
    const hint = `${name}: ${String(definition.annotations?.[name])}`;
    const claim = known.find((candidate) => candidate.name === hint)?.claim ?? '';
    const quote = `"${name}": ${JSON.stringify(definition.annotations?.[name])}`;
    return { hint, claim, quote: quoted({ at: `/annotations/${name}`, quote }) };
  });
  const reason = shortened(sentence(classification.rationale), limits.rationale);
  return { ...row, claims, rationale: row.quotes.length === 0 ? reason : null };
}

/** Exactly what one page of contradictions shows. Text is ready to show. */
export interface ContradictionPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  heading: string;
  meaning: string;
  span: string;
  list: ListPage<ContradictionRow>;
}

/** Everything that a page of a list of contradictions shows. */
export function contradictionPage(place: PageOf<ContradictionList>): ContradictionPage {
  const of = place.list;
  const { entries, ...page } = listPage(place);
  const list = { ...page, entries: entries.map(contradictionRow) };
  const heading = pageTitle(of.title, page.range);
  const meaning = contradictionMeanings[of.direction];
  return {
    title: heading,
    meta: paragraph(held(heading, page.total, 'MCP tool'), meaning),
    crumbs: [
      { label: 'Contradictions', path: paths.contradictions },
      { label: of.title, path: of.path },
    ],
    heading,
    meaning,
    span: span(list, 'tool'),
    list,
  };
}
