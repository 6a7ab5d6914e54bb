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

/** Adds the bytes from one place to another. */
export function addBytes(to: Memory, from: Buffer, start: number, end: number): void {
  to.end += from.copy(withRoom(to, end - start), to.end, start, end);
}

/** Rows of a table that can be added column by column. */
export interface Addable {
  rows: number;
  add: (to: Memory, column: Column, place: number) => void;
}

/** One memory for all, out of which what is made is copied. */
const memory: Memory = { bytes: Buffer.alloc(64 * 1024), end: 0 };

/** Tables as bytes: of each the number of rows, and each column behind its number of bytes. */
export function tableBytes(tables: readonly Table[], rowsOf: (table: Table) => Addable): Buffer {
  memory.end = 0;
  for (const table of tables) {
    const { rows, add } = rowsOf(table);
    memory.end = withRoom(memory, 4).writeUInt32LE(rows, memory.end);
    for (const [place, column] of Object.values(table.columns).entries()) {
      const start = memory.end;
      withRoom(memory, 4);
      memory.end += 4;
      add(memory, column, place);
      memory.bytes.writeUInt32LE(memory.end - start - 4, start);
    }
  }
  return Buffer.from(memory.bytes.subarray(0, memory.end));
}

function addCells(to: Memory, column: Column, cells: readonly Cell[]): void {
  withRoom(to, cells.length);
  if (column.isNullable === true)
    for (const cell of cells) to.end = to.bytes.writeUInt8(Number(cell !== null), to.end);
  for (const cell of cells) if (cell !== null) addValue(to, column, cell);
}

/** The rows of these tables as bytes. */
export const bytesOf = (tables: readonly Table[], rowsOf: (table: Table) => readonly Cells[]): Buffer =>
  tableBytes(tables, (table) => {
    const all = rowsOf(table);
    const cellsAt = (place: number): Cell[] => all.map((cells) => cells[place] ?? null);
    return {
      rows: all.length,
      add(to, column, place) {
        addCells(to, column, cellsAt(place));
      },
    };
  });

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
export function reader({ type }: Column, bytes: Buffer, first: number): () => string | number {
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
