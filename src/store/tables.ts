/** What the two engines write differently in a definition of tables. */
export interface Dialect {
  /** Text that is compared byte by byte. */
  text: string;
  /** What follows on the columns of a table. */
  end: string;
  /** The same for a table that is read by its key alone. */
  endByKey: string;
  /** A last column that counts rows in the order they came, where the engine has no `rowid` of its own. */
  rowid: string;
}

const firstTables = ({ text, end, endByKey, rowid }: Dialect): string => `
  CREATE TABLE server     (id ${text} PRIMARY KEY, slug ${text} NOT NULL UNIQUE)${end};
  CREATE TABLE listing    (server ${text} NOT NULL, source ${text} NOT NULL, name ${text} NOT NULL, record ${text} NOT NULL,
                           PRIMARY KEY (server, source, name))${endByKey};
  CREATE TABLE inspection (server ${text} PRIMARY KEY, origin ${text} NOT NULL, record ${text} NOT NULL)${end};
  CREATE TABLE reachability (server ${text} PRIMARY KEY, visited ${text}, record ${text} NOT NULL)${end};
  CREATE TABLE definition (hash ${text} PRIMARY KEY, record ${text} NOT NULL)${end};
  CREATE TABLE period     (server ${text} NOT NULL, tool ${text} NOT NULL, at ${text} NOT NULL, hash ${text}, version ${text},
                           last ${text}, last_version ${text}, until ${text},
                           PRIMARY KEY (server, tool, at))${endByKey};
  CREATE TABLE sighting   (server ${text} PRIMARY KEY, at ${text} NOT NULL, version ${text})${end};
  CREATE TABLE fault      (stage ${text} NOT NULL, subject ${text} NOT NULL, record ${text} NOT NULL${rowid})${end};
  CREATE INDEX fault_of   ON fault (subject, stage);
  CREATE TABLE listed     (server ${text} PRIMARY KEY, record ${text} NOT NULL)${end};
  CREATE TABLE walk       (name ${text} PRIMARY KEY, record ${text} NOT NULL)${end};
  CREATE TABLE etag       (walk ${text} NOT NULL, address ${text} NOT NULL, etag ${text} NOT NULL, next ${text}, began ${text} NOT NULL,
                           PRIMARY KEY (walk, address))${endByKey};
  CREATE TABLE verdict    (key ${text} PRIMARY KEY, record ${text} NOT NULL)${end};
`;

/** Stores of version 1 have it too, when they were opened after there were batches. */
const batchTable = ({ text, end, rowid }: Dialect): string => `
  CREATE TABLE IF NOT EXISTS batch (file ${text} PRIMARY KEY, record ${text} NOT NULL${rowid})${end};
`;

/**
 * What makes a store of each version out of the one before, the first one out of nothing. A step that has been
 * published is never changed: a new one is added.
 *
 * `period` has one row for each time a tool began to have a definition (model/change); what stands has no `until`.
 * A null hash is a definition that only a catalogue's days tell of. `sighting` is each server's newest whole list.
 * Definitions are kept once, whichever servers send them, and never removed.
 */
export const steps: readonly ((dialect: Dialect) => string)[] = [firstTables, batchTable];

/** The version of the tables that this program reads. Older ones are brought up to it, newer ones are refused. */
export const tablesVersion = steps.length;

/** Brings a store of `version` up to this program's. @throws Error when it is of a version that only a later one reads. */
export async function migrate(
  version: number,
  dialect: Dialect,
  apply: (statements: string, version: number) => Promise<unknown>,
): Promise<void> {
  if (version > tablesVersion)
    throw new Error(`it has version ${version}, this program reads ${tablesVersion} and older.`);
  for (const [index, step] of steps.entries()) {
    if (index >= version) await apply(step(dialect), index + 1);
  }
}
