import type { Fault } from '../model/fault.ts';
import type { Reachability } from '../model/reachability.ts';
import type { LiveListing, RemoteVisit, ServerListing, SourceId } from '../model/server.ts';
import type { CatalogueServer, Inspection } from '../model/server.ts';
import type { Verdict } from '../model/classification.ts';
import type { ToolDefinition } from '../model/tool.ts';

/** A tool of a server as the store knows it: the newest definition and the days it was seen and changed. */
export interface StoredTool {
  definition: ToolDefinition;
  hash: string;
  firstSeen: string;
  changed: string | null;
}

/** Everything known of one server, sources merged by identity. */
export interface StoredServer {
  id: string;
  /** Assigned when the server was first stored and never changed, so that its pages keep their addresses. */
  slug: string;
  listings: ServerListing[];
  inspection: Inspection | null;
  /** Whether this store's own crawl read the tools, or they were taken over from the published catalogue. */
  origin: 'live' | 'catalogue' | null;
  /** What each of its remote addresses answers. */
  reachability: Reachability[];
  /** When this store's own crawl last visited them. */
  visited: string | null;
  tools: StoredTool[];
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

/** How far a registry walk has come. */
export interface WalkPlace {
  cursor: string | null;
  /** True when the last walk reached the end. */
  done: boolean;
}

/**
 * The working state of crawl and judgement. Each call is one transaction: after a kill, everything
 * a call had returned from is there, and nothing is half there. Text must be well-formed (model/json).
 */
export interface Store {
  /**
   * Saves one registry page and the place after it, together, and forgets the older source faults whose subject is
   * the source itself or one of these listings (`source:name`).
   */
  saveSourcePage(source: SourceId, listings: readonly ServerListing[], place: WalkPlace): void;
  walkPlace(source: SourceId): WalkPlace | null;
  /**
   * Saves what a live server listed and forgets its older inspect faults. The same definitions under the same
   * launch and version keep the inspection they were first read with; what changed is dated with `at`.
   */
  saveLive(listing: LiveListing, faults: readonly Fault[]): void;
  /**
   * Saves what the remote addresses of a known server answered, in place of what they answered before, and forgets its
   * older inspect faults. An answer that is the same keeps its date. A listing is kept as `saveLive` keeps it; without one, the last good listing stays.
   */
  saveRemoteVisit(outcome: RemoteOutcome, faults: readonly Fault[]): void;
  /** Takes over a published server that this store has not seen. Returns false when it has. */
  takeOver(server: CatalogueServer): boolean;
  /** Replaces the subject's faults of that stage. The last good listing stays. */
  saveFault(fault: Fault): void;
  server(id: string): StoredServer | null;
  servers(): IterableIterator<StoredServer>;
  /** Faults whose subject is no server, such as a registry walk's. */
  sourceFaults(): Fault[];
  verdict(key: string): Verdict | null;
  saveVerdict(key: string, verdict: Verdict): void;
  close(): void;
}
