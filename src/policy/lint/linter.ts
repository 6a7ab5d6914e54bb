import type { Decision } from '../../model/policy.ts';

/**
 * ignored: the program does not do what the entry says. open: it lets more through than the file reads like.
 * unknown: the server has no such tool. missing: a tool that the file does not name. note: worth knowing, no mistake.
 */
export type FindingKind = 'ignored' | 'open' | 'unknown' | 'missing' | 'note';

/** Where something stands in the document, as keys and places from its root. */
export type Place = readonly (string | number)[];

export interface Finding {
  kind: FindingKind;
  at: Place;
  /** One sentence or two, for people. It may hold outside text, made visible. */
  message: string;
}

/** A name or pattern that a file writes for a tool of one server. */
export interface NamedTool {
  name: string;
  at: Place;
}

/** The document that a linter reads: whatever JSON, TOML or YAML said. */
export type Document = Readonly<Record<string, unknown>>;

/** What one program makes of its own file: one file under linters/, one line in linters.ts, its cases. */
export interface Linter {
  /** Id of the format in ../formats.ts, or of its own where nothing is exported to it. */
  id: string;
  /** As its owners write it. */
  name: string;
  recognises(document: Document): boolean;
  /** The entries that the program ignores or reads otherwise than a person would. */
  traps(document: Document): Finding[];
  /** The tools of a server that the file names one by one, without patterns; the server is the user's own key. */
  named(document: Document, server: string): NamedTool[];
  /** The program's own name for a tool, as `named` gives them. */
  spell(server: string, tool: string): string;
  /** What becomes of a call whose arguments meet every condition; null: no entry is about the tool. */
  decide(document: Document, server: string, tool: string): Decision | null;
  /** What becomes of a tool that no entry is about. */
  otherwise(document: Document, server: string): Decision;
}
