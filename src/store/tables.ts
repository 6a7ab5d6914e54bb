/** The version of the tables below. A store of another version is refused, never guessed at. */
export const tablesVersion = 2;

/**
 * `history` has one row for each day a tool's definition became another one; a null hash means the tool was gone.
 * The newest row of a tool is how it stands now. Definitions are kept once, whichever servers send them.
 */
export const tables = `
  CREATE TABLE server     (id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE listing    (server TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL, record TEXT NOT NULL,
                           PRIMARY KEY (server, source, name)) STRICT, WITHOUT ROWID;
  CREATE TABLE inspection (server TEXT PRIMARY KEY, origin TEXT NOT NULL, record TEXT NOT NULL) STRICT;
  CREATE TABLE reachability (server TEXT PRIMARY KEY, visited TEXT, record TEXT NOT NULL) STRICT;
  CREATE TABLE definition (hash TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE history    (server TEXT NOT NULL, tool TEXT NOT NULL, day TEXT NOT NULL, hash TEXT,
                           PRIMARY KEY (server, tool, day)) STRICT, WITHOUT ROWID;
  CREATE TABLE fault      (stage TEXT NOT NULL, subject TEXT NOT NULL, record TEXT NOT NULL) STRICT;
  CREATE INDEX fault_of   ON fault (subject, stage);
  CREATE TABLE listed     (server TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE walk       (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  CREATE TABLE etag       (walk TEXT NOT NULL, address TEXT NOT NULL, etag TEXT NOT NULL, next TEXT, began TEXT NOT NULL,
                           PRIMARY KEY (walk, address)) STRICT, WITHOUT ROWID;
  CREATE TABLE verdict    (key TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
  PRAGMA user_version = ${tablesVersion};
`;
