import { withKept } from '../bulk/kept-rows.ts';
import { bytesOf, tablesIn } from '../bulk/row-bytes.ts';
import { cellsOf, tables, vocabularyRows } from '../bulk/tables.ts';
import { paths } from '../model/paths.ts';
import { attackBase } from './attack-base.ts';
import { parquetFiles } from './parquet-files.ts';
import { asBytes, type Publisher } from './publisher.ts';
import { sqliteFile } from './sqlite-file.ts';

/** Writes both kinds of files in one pass over the rows. */
function write(parts: Iterable<Buffer>, placeOf: (path: string) => string): void {
  const vocabulary = vocabularyRows(attackBase().attacks);
  const files = [
    sqliteFile(placeOf(paths.sqlite), tables),
    parquetFiles((table) => placeOf(paths.parquet(table)), tables),
  ];
  const add = (part: Buffer): void => {
    for (const [table, rows] of tablesIn(tables, part)) for (const file of files) file.add(table, rows);
  };
  add(bytesOf(tables, (table) => vocabulary.get(table) ?? []));
  for (const part of parts) add(part);
  for (const file of files) file.finish();
}

/**
 * The catalogue as tables: one SQLite file, and one Parquet file for each table. Their bytes rest on every row before, so that one
 * changed row has all of them made anew, from rows that are kept; when no row changed, they are left alone.
 */
export const bulk: Publisher<Buffer> = {
  id: 'bulk',
  kept: asBytes((server, before) => {
    const places = before?.isLentAlike === true ? before.places : [];
    const others = server.tools.filter((_, number) => (places[number] ?? -1) < 0);
    const fresh = bytesOf(tables, (table) =>
      [...table.rowsOf(server, attackBase().exposuresOf, others)].map((row) => cellsOf(table, row)),
    );
    const isWhole = before === undefined || others.length === server.tools.length;
    return isWhole ? fresh : withKept(server, fresh, { part: before.part(), places });
  }),
  publish: ({ parts, digest }, files) =>
    files.make([paths.sqlite, ...tables.map(({ name }) => paths.parquet(name))], digest, (placeOf) => {
      write(parts(), placeOf);
    }),
};
