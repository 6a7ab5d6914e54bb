/** The version of the tables below. A store of another version is refused, never guessed at. */
export const tablesVersion = 1;

/**
 * `period` has one row for each time a tool began to have a definition (model/change); what stands has no `until`.
 * A null hash is a definition that only a catalogue's days tell of. `sighting` is each server's newest whole list.
 * Definitions are kept once, whichever servers send them, and never removed.
 */
export const tables = `
  CREATE TABLE server     (id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE listing    (server TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL,
                           PRIMARY KEY (server, source, name)) STRICT, WITHOUT ROWID;
  CREATE TABLE inspection (server TEXT PRIMARY KEY, origin TEXT NOT NULL, record TEXT NOT NULL) STRICT;
  CREATE TABLE reachability (server TEXT PRIMARY KEY, visited TEXT, record TEXT NOT NULL) STRICT;
  CREATE TABLE definition (hash TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE period     (server TEXT NOT NULL, tool TEXT NOT NULL, at TEXT NOT NULL, hash TEXT, version TEXT,
                           last TEXT, last_version TEXT, until TEXT,
                           PRIMARY KEY (server, tool, at)) STRICT, WITHOUT ROWID;
  CREATE TABLE sighting   (server TEXT PRIMARY KEY, at TEXT NOT NULL, version TEXT) STRICT;
  CREATE TABLE fault      (stage TEXT NOT NULL, subject TEXT NOT NULL, record TEXT NOT NULL) STRICT;
  CREATE INDEX fault_of   ON fault (subject, stage);
  CREATE TABLE listed     (server TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE walk       (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE etag       (walk TEXT NOT NULL, address TEXT NOT NULL, etag TEXT NOT NULL, next TEXT, began TEXT NOT NULL,
                           PRIMARY KEY (walk, address)) STRICT, WITHOUT ROWID;
  CREATE TABLE verdict    (key TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${tablesVersion};
`;

/** Tables that came later and that no other depends on: made in older stores too, so that these stay usable. */
export const laterTables = `
  CREATE TABLE IF NOT EXISTS batch (file TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
`;
