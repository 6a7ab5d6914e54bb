import { type Memory, type TableBytes, withRoom } from './row-bytes.ts';
import type { ColumnType, Table } from './table.ts';

/** Where one record after the other is put together: what its cells are, in front of the values. */
interface Desk extends Memory {
  kinds: Buffer;
  kindsEnd: number;
}

/** Bytes that a whole number from 0 below 2 to the power of 28 takes: seven bits in each (“varint” of the format). */
export const bytesOfNumber = (number: number): number =>
  number < 0x80 ? 1 : number < 0x4000 ? 2 : number < 0x200000 ? 3 : 4;

/** Writes such a number, highest bits first. Returns its end. */
export function writeNumber(into: Buffer, number: number, at: number): number {
  const end = at + bytesOfNumber(number);
  let rest = number;
  for (let place = end - 1; place >= at; place -= 1) {
    into[place] = (rest & 127) | (place === end - 1 ? 0 : 128);
    rest >>>= 7;
  }
  return end;
}

/** What the format calls each kind of cell; a text is that of nothing plus twice its bytes. */
const kinds = { none: 0, integer: 4, real: 7, zero: 8, text: 13 } as const;

/** Adds the value at a place of a column. Returns the place of the next one. */
function addValue(desk: Desk, type: ColumnType, values: Buffer, at: number): number {
  const note = (kind: number): void => {
    desk.kindsEnd = writeNumber(desk.kinds, kind, desk.kindsEnd);
  };
  if (type === 'boolean') {
    note(kinds.zero + (values[at] ?? 0));
    return at + 1;
  }
  if (type === 'integer') {
    note(kinds.integer);
    desk.end = withRoom(desk, 4).writeInt32BE(values.readInt32LE(at), desk.end);
    return at + 4;
  }
  if (type === 'real') {
    note(kinds.real);
    desk.end = withRoom(desk, 8).writeDoubleBE(values.readDoubleLE(at), desk.end);
    return at + 8;
  }
  const next = at + 4 + values.readUInt32LE(at);
  note(kinds.text + 2 * (next - at - 4));
  desk.end += values.copy(withRoom(desk, next - at), desk.end, at + 4, next);
  return next;
}

/** Puts what its cells are in front of the values of a record, and how long that is in front of both. Returns where it begins. */
function close({ bytes, kinds, kindsEnd }: Desk, room: number): number {
  const length = kindsEnd + (kindsEnd < 127 ? 1 : 2);
  writeNumber(bytes, length, room - length);
  kinds.copy(bytes, room - kindsEnd, 0, kindsEnd);
  return room - length;
}

/** Takes a record: it stands in these bytes, from `start` to `end`, until the next one does. */
export type TakeRecord = (bytes: Buffer, start: number, end: number) => void;

/** Reads rows of a table and hands them over as SQLite has them in its files (“record format”), one after the other. */
export function sqliteRecords(table: Table): (rows: TableBytes, take: TakeRecord) => void {
  const types = Object.values(table.columns).map(({ type }) => type);
  const room = 4 * (types.length + 1);
  const desk = { bytes: Buffer.allocUnsafe(64 * 1024), kinds: Buffer.allocUnsafe(room), kindsEnd: 0, end: 0 };
  return ({ rows, bytes, columns }, take) => {
    const places = Uint32Array.from(columns, ({ start }) => start);
    const addCell = (row: number, place: number, present: number | null): void => {
      if (present !== null && bytes[present + row] === 0) desk.kinds[desk.kindsEnd++] = kinds.none;
      else places[place] = addValue(desk, types[place] ?? 'text', bytes, places[place] ?? 0);
    };
    for (let row = 0; row < rows; row += 1) {
      [desk.kindsEnd, desk.end] = [0, room];
      for (let place = 0; place < columns.length; place += 1)
        addCell(row, place, columns[place]?.present ?? null);
      take(desk.bytes, close(desk, room), desk.end);
    }
  };
}
