/** A file of the API: the twin of a page. */
export interface ApiFile {
  path: string;
  /** Text, or the bytes of one, which are good until the next file is made. */
  content: string | Uint8Array;
}

/** A record as a file. */
export const fileOf = (record: { json: string }): ApiFile => ({
  path: record.json,
  content: JSON.stringify(record),
});

const [comma, close] = [Buffer.from(','), Buffer.from(']}')];

/** Says of which pieces the text of an entry consists, one after the other. */
export type Pieces<Entry> = (entry: Entry, add: (piece: Buffer) => void) => void;

/** Where files are put together, one after the other: memory of their own for each would have all of it cleared up again and again. */
let sheet = Buffer.alloc(0);

/** Puts bytes one after the other, in place of those of the call before. */
function joined(pieces: readonly Buffer[]): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length > sheet.length) sheet = Buffer.alloc(2 * length);
  let at = 0;
  for (const piece of pieces) {
    sheet.set(piece, at);
    at += piece.length;
  }
  return sheet.subarray(0, length);
}

/**
 * A record that ends with a list, as bytes, from the texts of the entries, each in pieces: they are written once, and stand in many
 * lists. The bytes are good until the next call.
 */
export function withEntries<Entry>(
  record: object,
  member: string,
  { entries, pieces }: { entries: readonly Entry[]; pieces: Pieces<Entry> },
): Buffer {
  const open = `${JSON.stringify(record).slice(0, -1)},${JSON.stringify(member)}:[`;
  const all: Buffer[] = [Buffer.from(open)];
  const add = (piece: Buffer): void => {
    all.push(piece);
  };
  for (const entry of entries) {
    if (all.length > 1) all.push(comma);
    pieces(entry, add);
  }
  all.push(close);
  return joined(all);
}

/** The members of a record, as they stand at the end of another one: with the comma before them, and without its opening brace. */
export const further = (members: object): string => `,${JSON.stringify(members).slice(1)}`;

/** Adds the pieces of a record and of further members at its end. */
export function addExtended(add: (piece: Buffer) => void, record: Buffer, members: Buffer): void {
  add(record.subarray(0, -1));
  add(members);
}
