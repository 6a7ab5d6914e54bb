import type { Cells } from '../bulk/table.ts';
import { cellsOf, tables, vocabularyRows } from '../bulk/tables.ts';
import { paths } from '../model/paths.ts';
import { attackBase } from './attack-base.ts';
import { parquetFiles } from './parquet-files.ts';
import type { Publisher } from './publisher.ts';
import { sqliteFile } from './sqlite-file.ts';

/** The rows of a server, table by table. */
type Rows = readonly (readonly Cells[])[];

/** Writes both kinds of files in one pass over the rows. */
async function write(parts: Iterable<Rows>, placeOf: (path: string) => string): Promise<void> {
  const { attacks } = attackBase();
  const files = [
    sqliteFile(placeOf(paths.sqlite), tables),
    parquetFiles((table) => placeOf(paths.parquet(table)), tables),
  ];
  for (const [table, rows] of vocabularyRows(attacks)) for (const file of files) await file.add(table, rows);
  for (const rowsOf of parts)
    for (const [place, table] of tables.entries())
      for (const file of files) await file.add(table, rowsOf[place] ?? []);
  for (const file of files) await file.finish();
}

/**
 * The catalogue as tables: one SQLite file, and one Parquet file for each table. Their bytes rest on every row before, so that one
 * changed row has all of them made anew, from rows that are kept; when no row changed, they are left alone.
 */
export const bulk: Publisher<Rows> = {
  id: 'bulk',
  partOf: (server) =>
    tables.map((table) =>
      [...table.rowsOf(server, attackBase().exposuresOf)].map((row) => cellsOf(table, row)),
    ),
  publish: ({ parts, digest }, files) =>
    files.make([paths.sqlite, ...tables.map(({ name }) => paths.parquet(name))], digest, (placeOf) =>
      write(parts(), placeOf),
    ),
};
