import { sharedCopy } from './shared-memory.ts';

/** What the records of a table have: whole numbers, digests of 16 hexadecimal digits, texts, and words of a list. */
export type Layout = Readonly<Record<string, 'number' | 'digest' | 'text' | readonly string[]>>;

export type RecordOf<Its extends Layout> = {
  readonly [Name in keyof Its]: Its[Name] extends 'number'
    ? number
    : Its[Name] extends readonly (infer Word)[]
      ? Word
      : string;
};

/** Records of one layout as bytes, in memory that threads share. */
export interface Packed {
  records: Uint8Array;
  texts: Uint8Array;
}

interface Member {
  name: string;
  kind: Layout[string];
  /** Where it begins in a record, in bytes. */
  at: number;
}

/** The members of a record, and its bytes: a digest has eight, a text has where it begins and how long it is, and all else is a number. */
function membersOf(layout: Layout): { members: readonly Member[]; width: number } {
  let width = 0;
  const members = Object.entries(layout).map(([name, kind]): Member => {
    const at = width;
    width += kind === 'digest' || kind === 'text' ? 8 : 4;
    return { name, kind, at };
  });
  return { members, width };
}

/** Bytes that grow. */
class Growing {
  bytes = Buffer.alloc(64 * 1024);
  #end = 0;
  /** Makes room for so many more. Returns where they begin. */
  room(size: number): number {
    const at = this.#end;
    this.#end += size;
    if (this.#end > this.bytes.length) this.bytes = Buffer.concat([this.bytes], 2 * this.#end);
    return at;
  }
  shared(): Uint8Array {
    return sharedCopy<Uint8Array>(this.bytes.subarray(0, this.#end));
  }
}

/** Where a text stands. */
interface Placed {
  text: string;
  at: number;
  bytes: number;
}

/** A table that is filled record by record. */
export class Packing<Its extends Layout> {
  readonly #layout: ReturnType<typeof membersOf>;
  readonly #records = new Growing();
  readonly #texts = new Growing();
  /** The last texts of each member; neighbours often have the same. */
  readonly #last = new Map<string, Placed>();
  constructor(layout: Its) {
    this.#layout = membersOf(layout);
  }

  add(record: RecordOf<Its>): void {
    const { members, width } = this.#layout;
    const start = this.#records.room(width);
    const { bytes } = this.#records;
    let before: Placed | undefined;
    for (const { name, kind, at } of members) {
      const value: unknown = record[name];
      if (kind === 'digest') bytes.write(String(value), start + at, 'hex');
      else if (kind === 'text') {
        before = this.#place(name, String(value), before);
        bytes.writeInt32LE(before.at, start + at);
        bytes.writeInt32LE(before.bytes, start + at + 4);
      } else bytes.writeInt32LE(kind === 'number' ? Number(value) : kind.indexOf(String(value)), start + at);
    }
  }

  /** Finds room for a text of a record. One that is equal to that before it, or to that of the record before, needs none. */
  #place(name: string, text: string, before: Placed | undefined): Placed {
    const same = [before, this.#last.get(name)].find((its) => its?.text === text);
    const bytes = Buffer.byteLength(text);
    const placed = same ?? { text, at: this.#texts.room(bytes), bytes };
    if (same === undefined) this.#texts.bytes.write(text, placed.at);
    this.#last.set(name, placed);
    return placed;
  }

  packed(): Packed {
    return { records: this.#records.shared(), texts: this.#texts.shared() };
  }
}

/** A table that is looked into. */
export interface Unpacked<Its extends Layout> {
  size: number;
  /** The record at a place, from 0: no more than its place, until a member is looked at. */
  at: (place: number) => RecordOf<Its>;
}

/** The way to read a member of the record that begins at a byte. */
function readerOf({ kind, at }: Member, records: Buffer, texts: Buffer): (start: number) => number | string {
  if (kind === 'number') return (start) => records.readInt32LE(start + at);
  if (kind === 'digest') return (start) => records.toString('hex', start + at, start + at + 8);
  if (kind !== 'text') return (start) => kind[records.readInt32LE(start + at)] ?? '';
  return (start) => {
    const from = records.readInt32LE(start + at);
    return texts.toString('utf8', from, from + records.readInt32LE(start + at + 4));
  };
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length);

/** Opens a table for looking. */
export function unpacked<Its extends Layout>(layout: Its, packed: Packed): Unpacked<Its> {
  const { members, width } = membersOf(layout);
  const [records, texts] = [viewOf(packed.records), viewOf(packed.texts)];
  class At {
    readonly start: number;
    constructor(start: number) {
      this.start = start;
    }
  }
  for (const member of members) {
    const read = readerOf(member, records, texts);
    Object.defineProperty(At.prototype, member.name, {
      get(this: At) {
        return read(this.start);
      },
    });
  }
  return { size: records.length / width, at: (place) => new At(place * width) as unknown as RecordOf<Its> };
}
