/** A file of the API: the twin of a page, as text. */
export interface ApiFile {
  path: string;
  text: string;
}

/** A record as a file. */
export const fileOf = (record: { json: string }): ApiFile => ({
  path: record.json,
  text: JSON.stringify(record),
});

/** A record that ends with a list, as text, from the texts of the entries: each of them is made once, and stands in many lists. */
export const withTexts = (record: object, member: string, entries: readonly string[]): string =>
  `${JSON.stringify(record).slice(0, -1)},${JSON.stringify(member)}:[${entries.join(',')}]}`;

/** The text of a record with further members at its end. */
export const extended = (text: string, members: object): string =>
  `${text.slice(0, -1)},${JSON.stringify(members).slice(1)}`;
