import { oneLine } from '../../src/model/display.ts';
import type { PageYield, Store, WalkPlace } from '../../src/store/store.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { count } from '../../src/terminal/progress.ts';
import { Failure, faultOf } from '../failure.ts';
import { openReach, walkName } from './reach.ts';
import type { Given, Trail } from './reach.ts';
import type { Web } from './request.ts';
import type { Source, SourcePage } from './source.ts';

/** What a walk works with. */
export interface WalkParts {
  store: Store;
  web: Web;
  progress: Progress;
  given: Given;
}

/** What a walk brought. */
export interface WalkCounts {
  pages: number;
  /** Pages that were as they had been. */
  unchanged: number;
  listings: number;
  /** Tools that the source says its servers have. */
  tools: number;
  faults: number;
}

/** A walk under way. */
interface Walk {
  name: string;
  place: WalkPlace;
  counts: WalkCounts;
}

function yieldOf({ entries, failures }: SourcePage, { etags }: Trail, walk: Walk, now: Date): PageYield {
  const on = now.toISOString().slice(0, 10);
  const about = (entry: string) => ({ stage: 'source' as const, subject: `${walk.name}:${entry}` });
  return {
    tools: entries.flatMap(({ listing: server, tools }) => (tools === null ? [] : [{ server, tools, on }])),
    faults: failures.map(({ entry, failure }) =>
      faultOf(failure, { ...about(entry), at: now.toISOString() }),
    ),
    etags,
  };
}

/** The later of two times that may be missing. */
function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

/** The place after a page. What changes while the walk is under way is left to the next one. */
function placeAfter(
  { next, newest: seen }: Pick<SourcePage, 'next' | 'newest'>,
  place: WalkPlace,
): WalkPlace {
  const newest = later(place.newest, seen);
  const { began = '' } = place;
  if (next !== null) return { ...place, cursor: next, ...(newest === undefined ? {} : { newest }) };
  const bound = newest === undefined ? {} : { newest: newest < began ? newest : began };
  return { cursor: null, done: true, began, ...bound };
}

function tally(counts: WalkCounts, page: SourcePage | null): void {
  counts.pages += 1;
  if (page === null) counts.unchanged += 1;
  counts.listings += page?.entries.length ?? 0;
  counts.tools += page?.entries.reduce((sum, { tools }) => sum + (tools?.length ?? 0), 0) ?? 0;
  counts.faults += page?.failures.length ?? 0;
}

/** Forgets the cursor, because going on from it would run into the same again. */
async function startOver({ name, place }: Walk, store: Store): Promise<void> {
  await store.saveSourcePage(name, [], { ...place, cursor: null });
}

/** Registries forget cursors: a place that is refused on its own account is worth nothing. */
function isUnknownCursor({ status }: Failure): boolean {
  return status !== undefined && [400, 404, 410, 422].includes(status);
}

async function walkOn(walk: Walk, source: Source, parts: WalkParts, signal: AbortSignal): Promise<void> {
  const { store, web, progress, given } = parts;
  const { counts, name } = walk;
  const since = walk.place.since ?? null;
  const { reach, begin } = openReach(source, { given, since, walk: name }, parts, signal);
  const seen = new Set<string | null>([walk.place.cursor]);
  while (!walk.place.done) {
    signal.throwIfAborted();
    const trail = begin();
    const read = await source.page(walk.place.cursor, reach);
    const page = read ?? { entries: [], failures: [], next: trail.next };
    tally(counts, read);
    const listings = page.entries.map(({ listing }) => listing);
    walk.place = placeAfter(page, walk.place);
    await store.saveSourcePage(name, listings, walk.place, yieldOf(page, trail, walk, web.now()));
    progress(`${name}: page ${counts.pages}, ${count(counts.listings, 'server')}`);
    const isRound = seen.has(page.next);
    if (page.next !== null && (isRound || counts.pages >= web.limits.registryPages)) {
      await startOver(walk, store);
      const why = isRound ? `the cursor "${page.next}" came back` : `${counts.pages} pages and no end`;
      throw new Failure('endless-listing', why);
    }
    seen.add(page.next);
  }
}

/** Where to begin: where the last walk was cut off, else anew, with what has changed since the last one. */
function startOf(last: WalkPlace | null, { web, given }: WalkParts): WalkPlace {
  if (last !== null && !last.done && !given.again) return last;
  const start = { cursor: null, done: false, began: web.now().toISOString() };
  if (last?.newest === undefined || given.again) return start;
  const since = new Date(Date.parse(last.newest) - web.limits.updateOverlapMilliseconds).toISOString();
  return { ...start, since, newest: last.newest };
}

/**
 * Walks a source to its end and keeps each page with the place after it. A walk that was cut off goes on where it was;
 * one that fails leaves a fault and what it has brought so far.
 * @throws the signal's reason when it aborts.
 */
export async function walk(source: Source, parts: WalkParts, signal: AbortSignal): Promise<WalkCounts> {
  const { store, web, progress, given } = parts;
  const name = walkName(source, given);
  const counts: WalkCounts = { pages: 0, unchanged: 0, listings: 0, tools: 0, faults: 0 };
  const place = startOf(await store.walkPlace(name), parts);
  const current: Walk = { name, place, counts };
  if (place.cursor !== null) progress(`${name}: going on after "${oneLine(place.cursor)}"`);
  if (place.since !== undefined) progress(`${name}: what changed since ${place.since}`);
  try {
    await walkOn(current, source, parts, signal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (place.cursor !== null && counts.pages === 0 && isUnknownCursor(error))
      await startOver(current, store);
    counts.faults += 1;
    await store.saveFault(faultOf(error, { stage: 'source', subject: name, at: web.now().toISOString() }));
    progress(`${name}: ${error.message}`);
  }
  return counts;
}
