import { z } from 'zod';
import type { Period, ServerChanges } from '../model/change.ts';
import type { Fault } from '../model/fault.ts';
import type { Reachability } from '../model/reachability.ts';
import type { RecordedServer } from '../model/recorded.ts';
import type {
  Inspection,
  LiveListing,
  PastDefinition,
  RemoteVisit,
  ServerListing,
  ToolListing,
} from '../model/server.ts';
import type { Verdict } from '../model/classification.ts';
import type { ToolDefinition } from '../model/tool.ts';

/** A tool of a server as the store knows it: the newest definition and the days it was seen and changed. */
export interface StoredTool {
  definition: ToolDefinition;
  hash: string;
  firstSeen: string;
  changed: string | null;
}

/** A definition that a tool no longer has, and the days from which and until which it had it. */
export type PastTool = Omit<PastDefinition, 'rating'>;

/** Everything known of one server, sources merged by identity. */
export interface StoredServer {
  id: string;
  /** Assigned when the server was first stored and never changed, so that its pages keep their addresses. */
  slug: string;
  listings: ServerListing[];
  inspection: Inspection | null;
  /** The source the tools rest on, when no visit has read them. */
  listed?: ToolListing;
  /** Whether this store's own crawl read the tools, or they were taken over from the published catalogue. */
  origin: 'live' | 'catalogue' | null;
  /** What each of its remote addresses answers. */
  reachability: Reachability[];
  /** When this store's own crawl last visited them. */
  visited: string | null;
  tools: StoredTool[];
  /** What its tools, those it no longer has included, were before. By tool and time, days as ISO dates. */
  past: PastTool[];
  faults: Fault[];
}

/** What a visit to the remote addresses of one server brought. */
export interface RemoteOutcome {
  /** The server's id. */
  server: string;
  /** When the visit ended. */
  at: string;
  /** Null when no address listed its tools. */
  listing: { inspection: RemoteVisit; tools: ToolDefinition[] } | null;
  reachability: Reachability[];
}

/** How far the walk of a source has come. Times are ISO 8601, UTC. */
export const WalkPlace = z.object({
  cursor: z.string().nullable(),
  /** True when the last walk reached the end. */
  done: z.boolean(),
  /** When the walk began. */
  began: z.string().optional(),
  /** Only what changed since then is walked; absent in a full walk. */
  since: z.string().optional(),
  /** The latest change the source has spoken of. */
  newest: z.string().optional(),
});
export type WalkPlace = z.infer<typeof WalkPlace>;

/** What a source said of one server's tools on a day (ISO date). */
export interface ListedTools {
  server: ServerListing;
  tools: readonly ToolDefinition[];
  on: string;
}

/** A batch of questions that a judge's endpoint was given to answer in its own time, and that is not read yet. */
export const OpenBatch = z.object({
  /** The address it was given to. */
  endpoint: z.string(),
  /** The version of the judge whose questions they are. */
  version: z.string(),
  /** The endpoint's name for the file of questions. */
  file: z.string(),
  /** The endpoint's name for the batch; null when a kill came before it was known. */
  id: z.string().nullable(),
  questions: z.array(
    z.object({
      name: z.string(),
      /** The secret word of the question. */
      boundary: z.string(),
      /** Tokens the question is expected to have. */
      input: z.number(),
      /** Where the verdicts on its tools are kept, in the order of the question. */
      keys: z.array(z.string()),
    }),
  ),
});
export type OpenBatch = z.infer<typeof OpenBatch>;

/** What a page of a source brought beside its listings. */
export interface PageYield {
  tools: readonly ListedTools[];
  /** Failures of single entries. */
  faults: readonly Fault[];
  /** Validators of the addresses the page was read from, for conditional requests (RFC 9110, 13). */
  etags: readonly { address: string; etag: string }[];
}

/**
 * The working state of crawl and judgement. Each call is one transaction: when its promise is fulfilled, everything is
 * there whatever is killed next; before that, nothing is half there. Text must be well-formed (model/json). What is
 * read as an iterable is read page by page and may see what is written meanwhile.
 */
export interface Store {
  /** What messages call it: its file, or its address without a password. */
  readonly name: string;
  /**
   * Saves one page of a source and the place after it, together, and forgets the older source faults whose subject is
   * the walk itself or one of these listings (`walk:name`). A list of tools is kept while no visit has read the
   * server's tools and no source before it in `SourceId` has listed them.
   */
  saveSourcePage(
    walk: string,
    listings: readonly ServerListing[],
    place: WalkPlace,
    yielded?: PageYield,
  ): Promise<void>;
  /** `walk` is a source's id, followed by an address when that is not the source's own. */
  walkPlace(walk: string): Promise<WalkPlace | null>;
  /** What came from an address in the last finished walk or since: its validator, and the cursor that followed on it. */
  etag(walk: string, address: string): Promise<{ etag: string; next: string | null } | null>;
  /**
   * Saves what a live server listed and forgets its older inspect faults. The same definitions under the same
   * launch and version keep the inspection they were first read with; what changed is dated with `at`. What a source
   * said of the tools before is forgotten, so that the days are those of visits.
   */
  saveLive(listing: LiveListing, faults: readonly Fault[]): Promise<void>;
  /**
   * Saves what the remote addresses of a known server answered, in place of what they answered before, and forgets its
   * older inspect faults. An answer that is the same keeps its date. A listing is kept as `saveLive` keeps it; without one, the last good listing stays.
   */
  saveRemoteVisit(outcome: RemoteOutcome, faults: readonly Fault[]): Promise<void>;
  /** Takes over a published server that this store has not seen. Returns false when it has. */
  takeOver(server: RecordedServer): Promise<boolean>;
  /** Replaces the subject's faults of that stage. The last good listing stays. */
  saveFault(fault: Fault): Promise<void>;
  /** Every listing, each source's word on one server. */
  listings(): AsyncIterable<ServerListing>;
  server(id: string): Promise<StoredServer | null>;
  /** Those of these servers that are known, in this order. */
  serversOf(ids: readonly string[]): Promise<StoredServer[]>;
  /** Every server, by id. */
  servers(): AsyncIterable<StoredServer>;
  /** Faults whose subject is no server, such as a registry walk's. */
  sourceFaults(): Promise<Fault[]>;
  /** Every definition that each tool of a server ever had, by tool and time. */
  periods(id: string): Promise<Period[]>;
  /** The server whose tools were last listed longest ago, and when (ISO 8601). */
  oldestListing(): Promise<{ server: string; at: string } | null>;
  /** What was added, removed and changed at that moment (ISO 8601) or later, by server. */
  changes(since: string): AsyncIterable<ServerChanges>;
  /** Those of the verdicts under these keys that there are, by key. */
  verdicts(keys: readonly string[]): Promise<Map<string, Verdict>>;
  saveVerdict(key: string, verdict: Verdict): Promise<void>;
  /** Every batch that was given away and not forgotten, oldest first. */
  openBatches(): Promise<OpenBatch[]>;
  /** Keeps a batch, in place of what was kept under its file's name. */
  saveBatch(batch: OpenBatch): Promise<void>;
  forgetBatch(file: string): Promise<void>;
  close(): Promise<void>;
}
