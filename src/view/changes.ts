import type { Category } from '../model/categories.ts';
import { changesOf, type Part, type ToolChange } from '../model/change.ts';
import { visible } from '../model/display.ts';
import { paths } from '../model/paths.ts';
import { type Recorded, recordedPeriods } from '../model/recorded.ts';
import { bars, type Risk } from '../model/risks.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import type { ToolDefinition } from '../model/tool.ts';
import type { EntryList, PagedList } from './paging.ts';
import { byText } from '../model/text-order.ts';

/** A rating before and after. */
export interface Rating {
  category: Category;
  risk: Risk;
}

/**
 * Something that became different in what servers list, on a day (ISO date). `listed`: a server’s tools were read for
 * the first time; then `tools` counts them.
 */
export interface Change<Server = CatalogueServer> {
  on: string;
  kind: 'listed' | ToolChange['kind'];
  server: Server;
  /** The tool’s name; null for `listed`. */
  tool: string | null;
  /** Null when the tool is not listed any more. */
  page: string | null;
  tools: number;
  parts: readonly Part[];
  /** Null where nothing was listed or nobody rated it. */
  before: Rating | null;
  after: Rating | null;
}

function definitionsOf({
  tools,
  past = [],
}: Pick<CatalogueServer, keyof Recorded>): (hash: string) => ToolDefinition {
  const found = new Map([...past, ...tools].map(({ hash, definition }) => [hash, definition]));
  return (hash) => found.get(hash) ?? { name: '' };
}

/** The rating a tool had on the side of a day where it stood: `until` that day, or from it on. */
function ratingsOf(
  { tools, past = [] }: Pick<CatalogueServer, keyof Recorded>,
  { tool, at }: ToolChange,
): [Rating | null, Rating | null] {
  const its = past.filter(({ definition }) => definition.name === tool);
  const now = tools.find(({ definition }) => definition.name === tool);
  const before = its.find(({ until }) => until === at)?.rating ?? null;
  const isStanding = now !== undefined && (now.changed ?? now.firstSeen) === at;
  const later = its.find(({ from }) => from === at)?.rating ?? null;
  return [before, isStanding ? now.classification : later];
}

/** The first day on which a tool of a server was listed; null when none ever was. */
export const listedSince = (server: Pick<CatalogueServer, keyof Recorded>): string | null =>
  recordedPeriods(server)
    .map(({ from }) => from)
    .sort()[0] ?? null;

/** What became of these tools, and how many of them were there on the first day. */
function changesSince<Server extends Pick<CatalogueServer, 'slug' | keyof Recorded>>(
  server: Server,
  first: string,
): { changes: Change<Server>[]; listed: number } {
  const slugs = new Map(server.tools.map(({ definition, slug }) => [definition.name, slug]));
  const all = changesOf(recordedPeriods(server), first, definitionsOf(server));
  const isFirst = ({ kind, at }: ToolChange): boolean => kind === 'added' && at === first;
  const later = all.filter((change) => !isFirst(change));
  const changes = later.map((change) => {
    const { at: on, kind, tool, parts } = change;
    const slug = slugs.get(tool);
    const [before, after] = ratingsOf(server, change);
    const page = slug === undefined ? null : paths.tool(server.slug, slug);
    return { on, kind, server, tool, page, tools: 1, parts, before, after };
  });
  return { changes, listed: all.length - later.length };
}

function changesIn(server: CatalogueServer): Change[] {
  const first = listedSince(server);
  if (first === null) return [];
  const { changes, listed } = changesSince(server, first);
  const nothing = { tool: null, page: null, parts: [], before: null, after: null };
  return [{ on: first, kind: 'listed', server, ...nothing, tools: listed }, ...changes];
}

/** As much of a server as says what became of one of its tools. `since`: as `listedSince` says. */
export interface ChangedTools extends Pick<CatalogueServer, 'id' | 'slug' | 'past'> {
  since: string | null;
}

/** What became of one tool since the tools of its server were first read. */
export function toolChanges(
  { id, slug, past = [], since }: ChangedTools,
  tool: CatalogueTool,
): Change<Pick<CatalogueServer, 'id' | 'slug'>>[] {
  if (since === null) return [];
  const its = past.filter(({ definition }) => definition.name === tool.definition.name);
  return changesSince({ id, slug, past: its, tools: [tool] }, since).changes;
}

const known = new WeakMap<CatalogueServer, readonly Change[]>();

/** What became of the tools of one server since they were first read, which is itself one change. Many ask, so it is worked out once. */
export function serverChanges(server: CatalogueServer): readonly Change[] {
  const changes = known.get(server) ?? changesIn(server);
  known.set(server, changes);
  return changes;
}

/** What decides the place of a change among others. */
export interface DatedChange extends Pick<Change, 'on' | 'kind'> {
  server: Pick<CatalogueServer, 'slug'>;
}

/** Of the changes of one day: which kind comes first. */
const kinds: Readonly<Record<Change['kind'], number>> = { removed: 0, changed: 1, added: 2, listed: 3 };

/** The same changes, newest first. Those of one day are sorted by themselves, because there are many of few days. */
export function newestFirst<Dated extends DatedChange>(changes: readonly Dated[]): Dated[] {
  const days = [...Map.groupBy(changes, ({ on }) => on)].sort(([a], [b]) => byText(b, a));
  return days.flatMap(([, its]) =>
    its.sort((a, b) => kinds[a.kind] - kinds[b.kind] || byText(a.server.slug, b.server.slug)),
  );
}

/** The list of changes that come newest first. What one server changed in one way on one day is told apart by number. */
export function changeList<Dated extends DatedChange>(entries: readonly Dated[]): PagedList<Dated> {
  const groupOf = ({ on, kind, server }: Dated): string => `${on}/${kind}/${server.slug}`;
  // Groups stand together. Only their numbers are held, because there may be as many changes as tools.
  const numbers = new Int32Array(entries.length);
  let group = '';
  for (const [place, entry] of entries.entries()) {
    const its = groupOf(entry);
    numbers[place] = its === group ? (numbers[place - 1] ?? 0) + 1 : 1;
    group = its;
  }
  const marks = {
    idOf: (entry: Dated, place: number) => `${groupOf(entry)}/${numbers[place] ?? 0}`,
    labelOf: ({ on }: Dated) => on,
    partOf: ({ on }: Dated) => on.slice(0, 'yyyy-mm'.length),
  };
  return { path: paths.changes, title: 'Changes', entries, marks };
}

/** The list of these changes, newest first. */
export const listOfChanges = <Dated extends DatedChange>(changes: readonly Dated[]): PagedList<Dated> =>
  changeList(newestFirst(changes));

/** The first day on which the tools of any server were read; null for an empty catalogue. */
export function watchedSince({ entries }: EntryList<DatedChange>): string | null {
  return entries.at(-1)?.on ?? null;
}

/** Whether a change made the tool graver, milder or neither; null where a rating is unknown. */
export function direction({
  before,
  after,
}: Pick<Change, 'before' | 'after'>): 'up' | 'down' | 'same' | null {
  if (before === null || after === null) return null;
  const levels = [bars(before.risk), bars(after.risk)] as const;
  if (levels.includes(0)) return null;
  return levels[1] > levels[0] ? 'up' : levels[1] < levels[0] ? 'down' : 'same';
}

/** The name of what changed, ready to show. */
export function subjectOf({ tool, server }: Change): string {
  return visible(tool ?? server.name);
}
