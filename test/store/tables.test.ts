import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { openStore } from '../../src/store/sqlite.ts';
import { migrate, tablesVersion } from '../../src/store/tables.ts';
import { UserError } from '../../src/terminal/command.ts';
import { sampleLive } from '../samples.ts';

function fileFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-tables-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'store.db');
}

const dialect = { text: 'TEXT', end: ' STRICT', endByKey: ' STRICT, WITHOUT ROWID', rowid: '' };

/** A file with the tables as they were in an earlier version. */
async function storeOfVersion(path: string, wanted: number): Promise<DatabaseSync> {
  const database = new DatabaseSync(path);
  await migrate(0, dialect, (statements, version) => {
    if (version <= wanted) database.exec(`${statements}; PRAGMA user_version = ${version}`);
    return Promise.resolve();
  });
  return database;
}

const versionOf = (path: string): unknown =>
  new DatabaseSync(path).prepare('PRAGMA user_version').get()?.user_version;

describe('a store file of an earlier version', () => {
  for (let version = 1; version <= tablesVersion; version += 1)
    it(`is brought from version ${version} to ${tablesVersion}, with all it holds`, async (test) => {
      const path = fileFor(test);
      const old = await storeOfVersion(path, version);
      old.exec("INSERT INTO server VALUES ('npm:old', 'old')");
      old.close();
      const store = await openStore(path);
      await store.saveLive(sampleLive('new', [{ name: 'read' }]), []);
      const servers = await Array.fromAsync(store.servers());
      assert.deepEqual(
        servers.map(({ id, slug }) => [id, slug]),
        [
          ['npm:new', 'new'],
          ['npm:old', 'old'],
        ],
      );
      assert.deepEqual(await store.openBatches(), []);
      await store.close();
      assert.equal(versionOf(path), tablesVersion);
    });

  it('stays as it was when a step fails, and is named', async (test) => {
    const path = fileFor(test);
    const odd = new DatabaseSync(path);
    odd.exec('CREATE TABLE verdict (somebody_elses TEXT)'); // the last table that the first step makes
    odd.close();
    await assert.rejects(
      openStore(path),
      (error) => error instanceof UserError && error.message.startsWith(path),
    );
    const tables = new DatabaseSync(path).prepare('SELECT name FROM sqlite_schema').all();
    assert.deepEqual(
      tables.map(({ name }) => name),
      ['verdict'],
    );
    assert.equal(versionOf(path), 0);
  });
});
