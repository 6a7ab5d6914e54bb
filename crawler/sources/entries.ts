import type { Json } from '../../src/model/json.ts';
import { isDeeperThan, wellFormed } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { Failure, messageOf } from '../failure.ts';
import type { EntryFailure, Source, SourceEntry, SourcePage } from './source.ts';
import { readListedTools } from './tool-names.ts';

/** A listing that says nothing but its name. */
export function bareListing(source: Source['id'], name: string): ServerListing {
  return {
    ...{ source, name, title: null, description: null, version: null, repository: null, homepage: null },
    ...{ packages: [], remotes: [], status: 'active' },
  };
}

/** What could be made of one entry. */
export interface Outcome {
  entry: SourceEntry | null;
  failures: EntryFailure[];
}

/** An entry with the tools its source lists, those that are none refused. `raws` null: the source does not say. */
export function entryOf(listing: ServerListing, raws: readonly unknown[] | null, limits: Limits): Outcome {
  if (raws === null) return { entry: { listing, tools: null }, failures: [] };
  const { tools, failures } = readListedTools(raws, limits);
  return {
    entry: { listing, tools: tools.length === 0 ? null : tools },
    failures: failures.map((failure) => ({ entry: listing.name, failure })),
  };
}

/** JSON of an entry with text that a store takes. @throws Failure `invalid-listing` when it is nested too deep. */
export function cleanEntry(raw: unknown, limits: Limits): Json {
  if (isDeeperThan(raw, limits.definitionDepth))
    throw new Failure('invalid-listing', `nested deeper than ${limits.definitionDepth} levels`);
  return wellFormed(raw as Json);
}

/** Reads one entry, and turns whatever is wrong with it into a failure that names it. */
export function attemptEntry(name: string, read: () => Outcome): Outcome {
  try {
    return read();
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure('invalid-listing', messageOf(error));
    return { entry: null, failures: [{ entry: name, failure }] };
  }
}

/** One page of these outcomes. */
export function pageOf(outcomes: readonly Outcome[], next: string | null = null): SourcePage {
  return {
    entries: outcomes.flatMap(({ entry }) => (entry === null ? [] : [entry])),
    failures: outcomes.flatMap(({ failures }) => failures),
    next,
  };
}

/** All of a catalogue as one page. @throws Failure `bad-response` when none of its entries can be used. */
export function catalogueOf(outcomes: readonly Outcome[]): SourcePage {
  const page = pageOf(outcomes);
  const [first] = page.failures;
  if (page.entries.length > 0 || first === undefined) return page;
  throw new Failure(
    'bad-response',
    `none of ${outcomes.length} entries can be used: ${first.entry}: ${first.failure.message}`,
  );
}
