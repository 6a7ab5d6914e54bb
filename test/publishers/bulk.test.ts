import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { type DuckDBConnection, DuckDBInstance, type Json } from '@duckdb/node-api';
import { parquetMetadata } from 'hyparquet';
import { DataRecord } from '../../src/api/data.ts';
import { tables } from '../../src/bulk/tables.ts';
import { shardOf } from '../../src/catalogue/shards.ts';
import { paths } from '../../src/model/paths.ts';
import { bulk } from '../../src/publishers/bulk.ts';
import { checksums } from '../../src/publishers/checksums.ts';
import { shards } from '../../src/publishers/shards.ts';
import { servers } from '../site/catalogue.ts';
import { published } from './published.ts';

const rated = servers.flatMap((server) => server.tools);
let folder = '';
let remove = (): void => undefined;
let duck: DuckDBConnection;
let sqlite: DatabaseSync;

const parquet = (table: string): string => join(folder, paths.parquet(table));
const ask = async (sql: string): Promise<Json[]> => (await duck.runAndReadAll(sql)).getRowObjectsJson();
const own = (sql: string): Record<string, unknown>[] => sqlite.prepare(sql).all();

before(async () => {
  ({ folder, remove } = await published([shards, bulk, checksums], servers));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
  sqlite = new DatabaseSync(join(folder, paths.sqlite), { readOnly: true });
});
after(() => {
  sqlite.close();
  duck.closeSync();
  remove();
});

describe('the Parquet files', () => {
  it('are opened by DuckDB, with the columns and as many rows as the SQLite file', async () => {
    for (const { name, columns } of tables) {
      const described = await ask(`DESCRIBE SELECT * FROM '${parquet(name)}'`);
      const names = described.map((column) => (column as { column_name: string }).column_name);
      assert.deepEqual(names, Object.keys(columns), name);
      const [rows] = await ask(`SELECT count(*)::INT AS rows FROM '${parquet(name)}'`);
      assert.deepEqual(rows, { ...own(`SELECT count(*) AS rows FROM "${name}"`)[0] }, name);
    }
  });

  it('hold every tool with its rating and its schema as JSON', async () => {
    const found = await ask(
      `SELECT name, risk, input_schema->>'$.required[0]' AS needs FROM '${parquet('tools')}' WHERE input_schema IS NOT NULL AND name = 'delete_file'`,
    );
    assert.deepEqual(found, [{ name: 'delete_file', risk: 'High', needs: 'path' }]);
    const [count] = await ask(`SELECT count(DISTINCT id)::INT AS tools FROM '${parquet('tools')}'`);
    assert.deepEqual(count, { tools: rated.length });
  });

  it('keep hostile names as they came, and what nobody knows as null', async () => {
    const hostile = await ask(`SELECT name FROM '${parquet('tools')}' WHERE name LIKE '%script%'`);
    assert.deepEqual(hostile, [{ name: '<script>document.title="owned"</script>' }]);
    const unknown = await ask(`SELECT tools, tokens FROM '${parquet('servers')}' WHERE slug = 'unlisted'`);
    assert.deepEqual(unknown, [{ tools: null, tokens: null }]);
  });

  it('say who wrote them, in their own metadata', () => {
    const bytes = new Uint8Array(readFileSync(parquet('tools')));
    assert.equal(parquetMetadata(bytes.buffer).created_by, 'Placard');
  });
});

describe('the SQLite file', () => {
  it('is whole, and every key leads to its row', () => {
    assert.deepEqual({ ...own('PRAGMA integrity_check')[0] }, { integrity_check: 'ok' });
    assert.deepEqual(own('PRAGMA foreign_key_check'), []);
    for (const { name, key } of tables.filter((table) => table.key !== null))
      assert.deepEqual(
        own(`SELECT name FROM pragma_table_info('${name}') WHERE pk = 1`).map((row) => row.name),
        [key],
      );
    assert.ok(own("SELECT * FROM pragma_foreign_key_list('evidence')").length > 0);
  });

  it('is searched by words, by an index that names its table as Datasette wants it', () => {
    const [index] = own("SELECT sql FROM sqlite_master WHERE name = 'tools_fts'");
    assert.match(String(index?.sql), /VIRTUAL TABLE .* USING FTS5.*content="tools"/i);
    const found = own(
      "SELECT name FROM tools WHERE rowid IN (SELECT rowid FROM tools_fts WHERE tools_fts MATCH 'undone')",
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      ['delete_file'],
    );
  });
});

describe('the data set', () => {
  it('is checked by sha256sum, and its record names the same sums and sizes', () => {
    const sums = readFileSync(join(folder, paths.checksums), 'utf8');
    const { status, stdout, stderr } = spawnSync('sha256sum', ['--strict', '--check', 'SHA256SUMS'], {
      cwd: join(folder, paths.data),
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.equal(
      stdout.match(/: OK$/gm)?.length,
      tables.length + 1 + new Set(servers.map(({ id }) => shardOf(id))).size,
    );
    const { files } = DataRecord.parse(
      JSON.parse(readFileSync(join(folder, paths.json(paths.data)), 'utf8')),
    );
    assert.equal(files.map(({ path, sha256 }) => `${sha256}  ${path.slice(6)}\n`).join(''), sums);
    for (const { path, bytes } of files) assert.equal(readFileSync(join(folder, path)).length, bytes);
  });
});
