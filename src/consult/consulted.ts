import type { ChangeEntry } from '../api/change.ts';
import { toldByWord } from '../clients/told.ts';
import { findServers, type ReadShard } from '../lookup/find.ts';
import { keysOf } from '../lookup/keys.ts';
import type { Category } from '../model/categories.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';

/** A tool that a search found. Names are outside text. */
export interface FoundTool {
  /** The slug of its server. */
  server: string;
  tool: string;
  category: Category;
  risk: Risk;
  /** The address of its page on the site. */
  page: string;
}

/** What a search looks for: words, and only tools of these risks or categories where any are named. */
export interface Query {
  words: string;
  risks: readonly Risk[];
  categories: readonly Category[];
  most: number;
}

/** A published catalogue that answers questions, wherever it lies. Every method throws UserError when it cannot be read. */
export interface Consulted {
  /** The folder or address, for people. */
  origin: string;
  /** Whether questions go over a network. */
  isRemote: boolean;
  /** The servers that a package, address, repository, image, id, slug or name stands for, at most `limits.lookupServers`. */
  find(sought: string): Promise<CatalogueServer[]>;
  /** Tools that the search finds, as the site does, the best first. */
  search(query: Query): Promise<FoundTool[]>;
  /** What changed, newest first, on `since` (ISO date) or later. */
  changes(since: string, most: number): Promise<ChangeEntry[]>;
}

/** The slugs of the servers that a word stands for. */
export async function slugsOf(sought: string, readShard: ReadShard): Promise<readonly string[]> {
  const word = sought.trim().replace(/^remote:(?=https?:)/, '');
  const found = await findServers(keysOf(toldByWord(word)), readShard);
  return found?.servers ?? [];
}
