import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { boundRows, type TableBytes } from '../bulk/row-bytes.ts';
import type { Column, ColumnType, Table } from '../bulk/table.ts';

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  text: 'TEXT',
  json: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  real: 'REAL',
};

const quoted = (name: string): string => `"${name}"`;

function columnSql([name, column]: [string, Column], key: string | null): string {
  const kind = name === key ? 'PRIMARY KEY NOT NULL' : column.isNullable === true ? '' : 'NOT NULL';
  const link = column.of === undefined ? '' : `REFERENCES ${quoted(column.of)}`;
  return [quoted(name), sqlTypes[column.type], kind, link].filter(Boolean).join(' ');
}

function createTable(database: DatabaseSync, { name, key, columns }: Table): void {
  const body = Object.entries(columns).map((entry) => columnSql(entry, key));
  database.exec(`CREATE TABLE ${quoted(name)} (${body.join(', ')})`);
}

/** Made when all rows are in, which is faster. The index over words is one that Datasette finds by itself. */
function createIndexes(database: DatabaseSync, { name, columns, words }: Table): void {
  for (const [column, { isIndexed }] of Object.entries(columns))
    if (isIndexed === true)
      database.exec(`CREATE INDEX ${quoted(`${name}_${column}`)} ON ${quoted(name)} (${quoted(column)})`);
  if (words.length === 0) return;
  const index = quoted(`${name}_fts`);
  const tell = (command: string): void => {
    database.exec(`INSERT INTO ${index} (${index}) VALUES ('${command}')`);
  };
  const set = (option: string, value: number): void => {
    database.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('${option}', ${value})`);
  };
  database.exec(
    `CREATE VIRTUAL TABLE ${index} USING fts5(${words.map(quoted).join(', ')}, content=${quoted(name)})`,
  );
  for (const [option, { making }] of Object.entries(wordOptions)) set(option, making);
  tell('rebuild');
  tell('optimize');
  for (const [option, { usual }] of Object.entries(wordOptions)) set(option, usual);
}

/** How the index over words is made in few large steps: bytes that wait for the next one, and steps that are joined before the end. */
const wordOptions = {
  hashsize: { making: 64 * 1024 * 1024, usual: 1024 * 1024 },
  automerge: { making: 0, usual: 4 },
} as const;

/** Takes rows and writes them down; nothing is whole before the end. */
export interface TableFile {
  add: (table: Table, rows: TableBytes) => void;
  finish: () => void;
}

/** Most schemas fit into a page of so many bytes. With pages of 4,096, all of it takes a third longer. */
const pageBytes = 16_384;

/**
 * A new SQLite file with these tables: keys, foreign keys, indexes and full-text search. The same rows in the same order give the
 * same bytes, because all of it is one transaction without a journal.
 */
export function sqliteFile(file: string, tables: readonly Table[]): TableFile {
  rmSync(file, { force: true });
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec(
    `PRAGMA page_size = ${pageBytes}; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN`,
  );
  for (const each of tables) createTable(database, each);
  const inserts = new Map(
    tables.map((each) => {
      const places = Object.keys(each.columns).map(() => '?');
      const insert = database.prepare(`INSERT INTO ${quoted(each.name)} VALUES (${places.join(', ')})`);
      return [each, insert];
    }),
  );
  return {
    add(table, rows) {
      for (const row of boundRows(table, rows)) inserts.get(table)?.run(...row);
    },
    finish() {
      for (const each of tables) createIndexes(database, each);
      database.exec('COMMIT');
      database.close();
    },
  };
}
