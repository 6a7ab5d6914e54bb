import type { RiskLevel } from '../model/risks.ts';
import type { CatalogueServer } from '../model/server.ts';

/** What a site is published from. */
export interface Published {
  /** Every server of the catalogue, sorted by slug; read anew at each call, so that nobody has to hold them all. */
  servers(): Iterable<CatalogueServer>;
  /** The name and the text of each file of the catalogue, by name. */
  shards(): Iterable<readonly [name: string, text: string]>;
  /** The site's own address; without it nothing that needs absolute addresses is made. */
  site: URL | undefined;
  /** Up to which level servers are approved for the site's own registry; null: nobody has said so, and there is none. */
  ceiling: RiskLevel | null;
}

/**
 * Makes files of the site that rest on the whole catalogue and are no pages. A file that rests on one server or one tool is an
 * endpoint of `src/pages` instead, so that a build in parts can leave it alone.
 */
export interface Publisher {
  id: string;
  /** Writes its files below `folder`, the same bytes for the same catalogue. */
  publish(from: Published, folder: string): Promise<void>;
}
