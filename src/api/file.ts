/** A file of the API: the twin of a page, as text or as the bytes of one. */
export interface ApiFile {
  path: string;
  content: string | Uint8Array;
}

/** A record as a file. */
export const fileOf = (record: { json: string }): ApiFile => ({
  path: record.json,
  content: JSON.stringify(record),
});

const [comma, close] = [Buffer.from(','), Buffer.from(']}')];

/**
 * A record that ends with a list, as bytes, from the texts of the entries, each in pieces: they are written once, and stand in many
 * lists.
 */
export function withEntries(record: object, member: string, entries: readonly (readonly Buffer[])[]): Buffer {
  const open = Buffer.from(`${JSON.stringify(record).slice(0, -1)},${JSON.stringify(member)}:[`);
  const pieces = entries.flatMap((its) => [...its, comma]);
  return Buffer.concat([open, ...pieces.slice(0, -1), close]);
}

/** The members of a record, as they stand at the end of another one: with the comma before them, and without its opening brace. */
export const further = (members: object): string => `,${JSON.stringify(members).slice(1)}`;

/** The pieces of a record and of further members at its end. */
export const extended = (record: Buffer, members: Buffer): readonly Buffer[] => [
  record.subarray(0, -1),
  members,
];
