import { zstdCompressSync } from 'node:zlib';
import type { ColumnMetaData, SchemaElement } from 'hyparquet';
import {
  type BasicType,
  ByteWriter,
  fileWriter,
  ParquetWriter,
  schemaFromColumnData,
} from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { addBytes, type Memory, type TableBytes } from '../bulk/row-bytes.ts';
import type { ColumnType, Table } from '../bulk/table.ts';
import type { TableFile } from './sqlite-file.ts';

const parquetTypes: Readonly<Record<ColumnType, BasicType>> = {
  text: 'STRING',
  json: 'JSON',
  integer: 'INT32',
  boolean: 'BOOLEAN',
  real: 'DOUBLE',
};

/** Rows from which on a row group is written. */
const groupRows = 20_000;

/** Bytes of values from which on a page of a column is compressed. */
const pageBytes = 1024 * 1024;

function schemaOf({ columns }: Table): SchemaElement[] {
  return schemaFromColumnData({
    columnData: Object.entries(columns).map(([name, { type, isNullable }]) => ({
      ...{ name, type: parquetTypes[type], nullable: isNullable === true, data: [] },
    })),
  });
}

/** What waits for the next page of a column: a copy, because what it comes from is part of a file that nobody should have to hold. */
interface Waiting {
  rows: number;
  present: Memory;
  values: Memory;
}

/** A column of the row group that is being written. */
interface OpenColumn {
  element: SchemaElement;
  waiting: Waiting;
  pages: ByteWriter;
  uncompressed: number;
}

const emptyMemory = (): Memory => ({ bytes: Buffer.alloc(0), end: 0 });

const openColumn = (element: SchemaElement): OpenColumn => ({
  ...{ element, waiting: { rows: 0, present: emptyMemory(), values: emptyMemory() } },
  ...{ pages: new ByteWriter(), uncompressed: 0 },
});

const bytesIn = ({ bytes, end }: Memory): Buffer => bytes.subarray(0, end);

/** Truth values with eight in a byte, the first one lowest. */
function packed(values: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(values.length / 8));
  for (const [place, value] of values.entries())
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (value << (place & 7));
  return bits;
}

/** Makes a page of what waits. Its layout is DATA_PAGE_V2 of the format: which rows have a value, then the values, compressed. */
function closePage(open: OpenColumn): void {
  const { element, waiting, pages } = open;
  const present = bytesIn(waiting.present);
  const levels = new ByteWriter();
  if (present.length > 0) writeRleBitPackedHybrid(levels, present, 1);
  const values = bytesIn(waiting.values);
  const plain = element.type === 'BOOLEAN' ? packed(values) : values;
  const compressed = zstdCompressSync(plain);
  const start = pages.offset;
  writePageHeader(pages, {
    type: 'DATA_PAGE_V2',
    uncompressed_page_size: levels.offset + plain.length,
    compressed_page_size: levels.offset + compressed.length,
    data_page_header_v2: {
      ...{ num_values: waiting.rows, num_rows: waiting.rows, encoding: 'PLAIN', is_compressed: true },
      num_nulls: present.reduce((nulls, its) => nulls + 1 - its, 0),
      ...{ definition_levels_byte_length: levels.offset, repetition_levels_byte_length: 0 },
    },
  });
  open.uncompressed += pages.offset - start + levels.offset + plain.length;
  pages.appendBytes(levels.getBytes());
  pages.appendBytes(compressed);
  [waiting.rows, waiting.present.end, waiting.values.end] = [0, 0, 0];
}

/** Where a column of a row group stands and what it holds, as the footer says it. */
function metadataOf({ element, pages, uncompressed }: OpenColumn, rows: number, at: number): ColumnMetaData {
  return {
    type: element.type ?? 'BYTE_ARRAY',
    encodings: ['PLAIN', 'RLE'],
    path_in_schema: [element.name],
    codec: 'ZSTD',
    num_values: BigInt(rows),
    total_uncompressed_size: BigInt(uncompressed),
    total_compressed_size: BigInt(pages.offset),
    data_page_offset: BigInt(at),
  };
}

/** One new file of a table. Of a row group only its compressed pages are in memory. */
function parquetFile(file: string, table: Table): { add: (rows: TableBytes) => void; finish: () => void } {
  const schema = schemaOf(table);
  const open = (): OpenColumn[] => schema.slice(1).map(openColumn);
  const to = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: 'Placard' });
  let group = { rows: 0, columns: open() };
  const closeGroup = (): void => {
    const start = to.writer.offset;
    const columns = group.columns.map((column) => {
      if (column.waiting.rows > 0) closePage(column);
      const at = to.writer.offset;
      to.writer.appendBytes(column.pages.getBytes());
      return { file_offset: BigInt(at), meta_data: metadataOf(column, group.rows, at) };
    });
    const uncompressed = group.columns.reduce((sum, column) => sum + column.uncompressed, 0);
    to.row_groups.push({
      ...{ columns, num_rows: BigInt(group.rows), total_byte_size: BigInt(uncompressed) },
      total_compressed_size: BigInt(to.writer.offset - start),
    });
    to.num_rows += BigInt(group.rows);
    group = { rows: 0, columns: open() };
  };
  return {
    add({ rows, bytes, columns }) {
      group.rows += rows;
      for (const [place, { present, start, end }] of columns.entries()) {
        const column = group.columns[place];
        if (column === undefined) continue;
        const { waiting } = column;
        waiting.rows += rows;
        addBytes(waiting.values, bytes, start, end);
        if (present !== null) addBytes(waiting.present, bytes, present, start);
        if (waiting.values.end >= pageBytes) closePage(column);
      }
      if (group.rows >= groupRows) closeGroup();
    },
    finish() {
      if (group.rows > 0) closeGroup();
      void to.finish();
    },
  };
}

/** One new Parquet file for each of these tables, in row groups, compressed with Zstandard. */
export function parquetFiles(fileOf: (table: string) => string, tables: readonly Table[]): TableFile {
  const files = new Map(tables.map((table) => [table, parquetFile(fileOf(table.name), table)]));
  return {
    add(table, rows) {
      files.get(table)?.add(rows);
    },
    finish() {
      for (const file of files.values()) file.finish();
    },
  };
}
