import { oneLine } from '../../src/model/display.ts';
import type { Store } from '../../src/store/store.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { count } from '../../src/terminal/progress.ts';
import { Failure, faultOf } from '../failure.ts';
import { fetchJson } from './fetch-json.ts';
import type { Web } from './fetch-json.ts';
import type { Source, SourcePage } from './source.ts';

/** What a walk works with. */
export interface WalkParts {
  store: Store;
  web: Web;
  progress: Progress;
  /** The registry's address. */
  base: string;
}

/** What a walk brought. */
export interface WalkCounts {
  pages: number;
  listings: number;
  faults: number;
}

function savePage(source: Source, page: SourcePage, { store, web }: WalkParts): void {
  store.saveSourcePage(source.id, page.listings, { cursor: page.next, done: page.next === null });
  const at = web.now().toISOString();
  for (const { entry, failure } of page.failures) {
    store.saveFault(faultOf(failure, { stage: 'source', subject: `${source.id}:${entry}`, at }));
  }
}

/** Forgets the place, because going on from it would run into the same again. */
function startOver(source: Source, store: Store): void {
  store.saveSourcePage(source.id, [], { cursor: null, done: false });
}

/** Registries forget cursors: a place that is refused on its own account is worth nothing. */
function isUnknownCursor({ status }: Failure): boolean {
  return status !== undefined && [400, 404, 410, 422].includes(status);
}

async function walkFrom(
  start: string | null,
  source: Source,
  parts: WalkParts,
  { counts, signal }: { counts: WalkCounts; signal: AbortSignal },
): Promise<void> {
  const { web, progress, base } = parts;
  const seen = new Set<string | null>([start]);
  let cursor = start;
  do {
    if (counts.pages > 0) await web.sleep(web.limits.requestMilliseconds);
    const page = source.readPage(await fetchJson(source.pageAddress(base, cursor), web, signal), web.limits);
    counts.pages += 1;
    counts.listings += page.listings.length;
    counts.faults += page.failures.length;
    savePage(source, page, parts);
    progress(`${source.id}: page ${counts.pages}, ${count(counts.listings, 'server')}`);
    if (page.next !== null && (seen.has(page.next) || counts.pages >= web.limits.registryPages)) {
      startOver(source, parts.store);
      const why = seen.has(page.next)
        ? `the cursor "${page.next}" came back`
        : `${counts.pages} pages and no end`;
      throw new Failure('endless-listing', why);
    }
    cursor = page.next;
    seen.add(cursor);
  } while (cursor !== null);
}

/**
 * Walks a registry to its end and keeps each page with the place after it. A walk that was cut off goes on where it was;
 * one that fails leaves a fault and what it has brought so far.
 * @throws the signal's reason when it aborts.
 */
export async function walk(source: Source, parts: WalkParts, signal: AbortSignal): Promise<WalkCounts> {
  const { store, web, progress } = parts;
  const counts: WalkCounts = { pages: 0, listings: 0, faults: 0 };
  const place = store.walkPlace(source.id);
  const start = place?.done === false ? place.cursor : null;
  if (start !== null) progress(`${source.id}: going on after "${oneLine(start)}"`);
  try {
    await walkFrom(start, source, parts, { counts, signal });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (start !== null && counts.pages === 0 && isUnknownCursor(error)) startOver(source, store);
    counts.faults += 1;
    const at = web.now().toISOString();
    store.saveFault(faultOf(error, { stage: 'source', subject: source.id, at }));
    progress(`${source.id}: ${error.message}`);
  }
  return counts;
}
