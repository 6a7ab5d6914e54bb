import type { Category } from '../model/categories.ts';
import type { Risk } from '../model/risks.ts';

/** What is known of a tool without reading it. Places are in bytes. */
export interface ToolOutline {
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
  /** Digests of the whole tool, and of what pages of other tools show of it. */
  digest: string;
  row: string;
  /** The words that count for likeness, as `packTerms` writes them. */
  terms: string;
}

/** What is known of a server without reading it: where its line stands in the catalogue, and where its tools stand in it. */
export interface ServerOutline {
  id: string;
  slug: string;
  /** Digests of the line, of the server without its tools, of the signals that its tools show together and of their ratings. */
  digest: string;
  head: string;
  signals: string;
  ratings: string;
  shard: string;
  at: number;
  bytes: number;
  /** How many bytes of the line come before the first tool. */
  headBytes: number;
  tools: readonly ToolOutline[];
}
