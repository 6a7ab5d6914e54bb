import type { Cell, Cells, Column, Table } from './table.ts';

/**
 * Where the cells of one column stand in the bytes of their table: where it may have nulls, a byte for each row that is 1 where there is
 * a value; and from `start` to `end` the values one after the other: integers as four bytes, reals as eight, truth values as one, texts
 * after their number of bytes. But for truth values, Parquet has them so, too.
 */
export interface ColumnPlace {
  present: number | null;
  start: number;
  end: number;
}

/** Rows of a table, column by column. */
export interface TableBytes {
  rows: number;
  bytes: Buffer;
  columns: readonly ColumnPlace[];
}

/** A memory that grows. */
export interface Memory {
  bytes: Buffer;
  end: number;
}

/** Makes room for so many bytes more. */
export function withRoom(memory: Memory, bytes: number): Buffer {
  if (memory.end + bytes > memory.bytes.length)
    memory.bytes = Buffer.concat([memory.bytes], 2 * (memory.end + bytes));
  return memory.bytes;
}

function addText(memory: Memory, text: string): void {
  const into = withRoom(memory, 4 + 3 * text.length);
  const bytes = into.write(text, memory.end + 4);
  memory.end = into.writeUInt32LE(bytes, memory.end) + bytes;
}

function addValue(memory: Memory, { type }: Column, cell: Cell): void {
  if (type === 'integer') memory.end = withRoom(memory, 4).writeInt32LE(Number(cell), memory.end);
  else if (type === 'real') memory.end = withRoom(memory, 8).writeDoubleLE(Number(cell), memory.end);
  else if (type === 'boolean') memory.end = withRoom(memory, 1).writeUInt8(Number(cell), memory.end);
  else addText(memory, type === 'text' && typeof cell === 'string' ? cell : JSON.stringify(cell));
}

function addColumn(memory: Memory, column: Column, cells: readonly Cell[]): void {
  const start = memory.end;
  withRoom(memory, 4 + cells.length);
  memory.end += 4;
  if (column.isNullable === true)
    for (const cell of cells) memory.end = memory.bytes.writeUInt8(Number(cell !== null), memory.end);
  for (const cell of cells) if (cell !== null) addValue(memory, column, cell);
  memory.bytes.writeUInt32LE(memory.end - start - 4, start);
}

/** The rows of these tables as bytes. */
export function bytesOf(tables: readonly Table[], rowsOf: (table: Table) => readonly Cells[]): Buffer {
  const memory = { bytes: Buffer.allocUnsafe(16 * 1024), end: 0 };
  for (const table of tables) {
    const rows = rowsOf(table);
    memory.end = withRoom(memory, 4).writeUInt32LE(rows.length, memory.end);
    for (const [place, column] of Object.values(table.columns).entries())
      addColumn(
        memory,
        column,
        rows.map((cells) => cells[place] ?? null),
      );
  }
  return Buffer.from(memory.bytes.subarray(0, memory.end));
}

/** What `bytesOf` made bytes of, table by table; those without rows are left out. */
export function* tablesIn(tables: readonly Table[], bytes: Buffer): Generator<[Table, TableBytes]> {
  let at = 0;
  for (const table of tables) {
    const rows = bytes.readUInt32LE(at);
    at += 4;
    const its = Object.values(table.columns);
    if (rows === 0) at += 4 * its.length;
    if (rows === 0) continue;
    const columns = its.map(({ isNullable }): ColumnPlace => {
      const from = at + 4;
      at = from + bytes.readUInt32LE(at);
      if (isNullable === true) return { present: from, start: from + rows, end: at };
      return { present: null, start: from, end: at };
    });
    yield [table, { rows, bytes, columns }];
  }
}

/** A cell as SQLite takes it: JSON as text, truth values as 0 and 1. */
export type Bound = string | number | null;

/** Reads values of a column from its first one on, the next one at each call. */
function reader({ type }: Column, bytes: Buffer, first: number): () => string | number {
  let at = first;
  if (type === 'integer') return () => bytes.readInt32LE((at += 4) - 4);
  if (type === 'real') return () => bytes.readDoubleLE((at += 8) - 8);
  if (type === 'boolean') return () => bytes.readUInt8(at++);
  return () => {
    const start = at + 4;
    at = start + bytes.readUInt32LE(at);
    return bytes.toString('utf8', start, at);
  };
}

/** The rows of a table, one after the other. */
export function* boundRows(table: Table, { rows, bytes, columns }: TableBytes): Generator<Bound[]> {
  const all = Object.values(table.columns);
  const cells = columns.map(({ present, start }, place): ((row: number) => Bound) => {
    const [column] = all.slice(place, place + 1);
    const next = column === undefined ? () => '' : reader(column, bytes, start);
    return (row) => (present !== null && bytes[present + row] === 0 ? null : next());
  });
  for (let row = 0; row < rows; row += 1) yield cells.map((cell) => cell(row));
}
