import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tables, vocabularyRows } from '../bulk/tables.ts';
import { readAttacks } from '../catalogue/attacks.ts';
import { exposures } from '../model/exposure.ts';
import { locations } from '../model/locations.ts';
import { paths } from '../model/paths.ts';
import { parquetFiles } from './parquet-files.ts';
import type { Publisher } from './publisher.ts';
import { sqliteFile } from './sqlite-file.ts';

/** The catalogue as tables: one SQLite file, and one Parquet file for each table, in one pass over the servers. */
export const bulk: Publisher = {
  id: 'bulk',
  async publish(from, folder) {
    const fileOf = (table: string): string => join(folder, paths.parquet(table));
    mkdirSync(dirname(fileOf('')), { recursive: true });
    const files = [sqliteFile(join(folder, paths.sqlite), tables), parquetFiles(fileOf, tables)];
    const attacks = readAttacks(locations.attacks);
    const exposuresOf = exposures(attacks);
    for (const [table, rows] of vocabularyRows(attacks))
      for (const file of files) await file.add(table, rows);
    for (const server of from.servers())
      for (const table of tables) {
        const rows = [...table.rowsOf(server, exposuresOf)];
        for (const file of files) await file.add(table, rows);
      }
    for (const file of files) await file.finish();
  },
};
