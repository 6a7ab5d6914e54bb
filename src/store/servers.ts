import type { DatabaseSync } from 'node:sqlite';
import { canonical } from '../model/canonical.ts';
import type { Json } from '../model/json.ts';
import { Inspection, ServerListing } from '../model/server.ts';
import { freeSlug } from '../model/slug.ts';
import { parseRecord } from './database.ts';
import type { StoredServer } from './store.ts';

/** The listings, inspections and slugs of servers. */
export function serverTable(database: DatabaseSync, path: string) {
  const ids = database.prepare('SELECT id FROM server ORDER BY id');
  const slug = database.prepare('SELECT slug FROM server WHERE id = ?');
  const slugTaken = database.prepare('SELECT 1 FROM server WHERE slug = ?');
  const add = database.prepare('INSERT INTO server VALUES (?, ?)');
  const addListing = database.prepare('INSERT OR REPLACE INTO listing VALUES (?, ?, ?, ?)');
  const listings = database.prepare('SELECT record FROM listing WHERE server = ? ORDER BY source, name');
  const inspection = database.prepare('SELECT origin, record FROM inspection WHERE server = ?');
  const setInspection = database.prepare('INSERT OR REPLACE INTO inspection VALUES (?, ?, ?)');
  const isTaken = (wanted: string): boolean => slugTaken.get(wanted) !== undefined;

  return {
    ids: (): string[] => ids.all().map(({ id }) => String(id)),
    slug(id: string): string | null {
      const row = slug.get(id);
      return row === undefined ? null : String(row.slug);
    },
    add(id: string, wanted?: string): void {
      if (slug.get(id) !== undefined) return;
      add.run(id, wanted !== undefined && !isTaken(wanted) ? wanted : freeSlug(id, isTaken));
    },
    addListing(id: string, listing: ServerListing): void {
      addListing.run(id, listing.source, listing.name, canonical(listing as Json));
    },
    listings: (id: string): ServerListing[] =>
      listings
        .all(id)
        .map(({ record }) => parseRecord(ServerListing, record, { path, row: `a listing of ${id}` })),
    inspection(id: string): Pick<StoredServer, 'inspection' | 'origin'> {
      const row = inspection.get(id);
      if (row === undefined) return { inspection: null, origin: null };
      const record = parseRecord(Inspection, row.record, { path, row: `the inspection of ${id}` });
      return { inspection: record, origin: row.origin === 'live' ? 'live' : 'catalogue' };
    },
    setInspection(id: string, origin: 'live' | 'catalogue', record: Inspection): void {
      setInspection.run(id, origin, canonical(record));
    },
  };
}
