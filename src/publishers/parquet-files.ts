import type { BasicType, ColumnSource } from 'hyparquet-writer';
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Cells, ColumnType, Table } from '../bulk/table.ts';
import type { TableFile } from './sqlite-file.ts';

const parquetTypes: Readonly<Record<ColumnType, BasicType>> = {
  text: 'STRING',
  json: 'JSON',
  integer: 'INT32',
  boolean: 'BOOLEAN',
  real: 'DOUBLE',
};

/** Rows from which on a row group is written: what is in memory at a time. */
const groupRows = 20_000;

function columnData({ columns }: Table, rows: readonly Cells[]): ColumnSource[] {
  return Object.entries(columns).map(([name, column], place) => ({
    name,
    type: parquetTypes[column.type],
    nullable: column.isNullable === true,
    data: rows.map((cells) => cells[place] ?? null),
  }));
}

interface OpenFile {
  writer: ParquetWriter;
  waiting: Cells[];
}

async function flush(table: Table, { writer, waiting }: OpenFile): Promise<void> {
  if (waiting.length === 0) return;
  await writer.write({ columnData: columnData(table, waiting), rowGroupSize: waiting.length });
  waiting.length = 0;
}

/** One new Parquet file for each of these tables, in row groups, compressed with Snappy. */
export function parquetFiles(fileOf: (table: string) => string, tables: readonly Table[]): TableFile {
  const files = new Map(
    tables.map((table): [Table, OpenFile] => {
      const schema = schemaFromColumnData({ columnData: columnData(table, []) });
      const writer = new ParquetWriter({
        writer: fileWriter(fileOf(table.name)),
        schema,
        createdBy: 'Placard',
      });
      return [table, { writer, waiting: [] }];
    }),
  );
  return {
    async add(table, rows) {
      const file = files.get(table);
      if (file === undefined) return;
      file.waiting.push(...rows);
      if (file.waiting.length >= groupRows) await flush(table, file);
    },
    async finish() {
      for (const [table, file] of files) {
        await flush(table, file);
        await file.writer.finish();
      }
    },
  };
}
