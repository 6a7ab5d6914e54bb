import type { Category } from '../model/categories.ts';
import type { Decision } from '../model/policy.ts';
import type { Risk } from '../model/risks.ts';

/**
 * What is known of a tool without reading it. Places are in bytes. `Traits` are what lists of the whole catalogue ask of a tool,
 * which only those who make pages know.
 */
export interface ToolOutline<Traits = unknown> {
  slug: string;
  name: string;
  /** 16 digits of the definition's hash. */
  hash: string;
  risk: Risk;
  category: Category;
  tokens: number;
  /** From the start of the server's line. */
  at: number;
  bytes: number;
  /**
   * Digests of the whole tool, of what its own files show of its server and of the other tools there, of the evidence for its signals, of its row in
   * lists, and of what pages of its server's other tools show of it.
   */
  digest: string;
  around: string;
  evidence: string;
  row: string;
  beside: string;
  /** The decision of the rule that is shown for it, and digests of that rule and of all that it lends the other tools of its server. */
  decision: Decision;
  rule: string;
  lends: string;
  /** Its row in lists, from the start of the server's rows. */
  rowAt: number;
  rowBytes: number;
  traits: Traits;
}

/** A change in the list of all: its day, its kind, and where its row stands from the start of the server's rows. */
export type ChangeOutline<Kind = string> = readonly [on: string, kind: Kind, at: number, bytes: number];

/** What is known of a server without reading it: where its line stands in the catalogue, and where its tools stand in it. */
export interface ServerOutline<Facts = unknown, Traits = unknown> {
  id: string;
  slug: string;
  name: string;
  /** Digests of the line, of the server without its tools, and of what its policies and its card say of the tools. */
  digest: string;
  head: string;
  rules: string;
  /** A digest of all that the tools lend each other: equal where the outline of a tool that did not change is the same. Null when names are not unique. */
  lent: string | null;
  shard: string;
  at: number;
  bytes: number;
  /** How many bytes of the line come before the first tool. */
  headBytes: number;
  /** Where its rows stand among those of the shard. */
  rowsAt: number;
  rowsBytes: number;
  /** What its tools lend the files of each other, as JSON, from the start of its rows. */
  lentAt: number;
  lentBytes: number;
  /** The words of its tools that count for likeness, one after the other, from there as well. */
  termsAt: number;
  termsBytes: number;
  /** What lists of servers ask of it. */
  facts: Facts;
  changes: readonly ChangeOutline[];
  tools: readonly ToolOutline<Traits>[];
}
