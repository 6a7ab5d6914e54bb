import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { openStore } from '../../src/store/sqlite.ts';
import type { OpenBatch } from '../../src/store/store.ts';
import { sampleLive } from '../samples.ts';

const sample = (file: string, id: string | null = null): OpenBatch => ({
  endpoint: 'http://localhost/v1',
  version: 'm 1',
  file,
  id,
  questions: [{ name: 'q0', boundary: 'mark-1', input: 100, keys: ['a', 'b'] }],
});

function fileFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'store.db');
}

describe('a batch in the store', () => {
  it('is there after the store was closed, the oldest first, until it is forgotten', async (test) => {
    const path = fileFor(test);
    const store = await openStore(path);
    await store.saveBatch(sample('z'));
    await store.saveBatch(sample('a'));
    await store.saveBatch(sample('z', 'batch-1'));
    await store.close();
    const again = await openStore(path);
    assert.deepEqual(await again.openBatches(), [sample('z', 'batch-1'), sample('a')]);
    await again.forgetBatch('z');
    await again.forgetBatch('never seen');
    assert.deepEqual(await again.openBatches(), [sample('a')]);
    await again.close();
  });

  it('can be kept by a store that was made before there were batches', async (test) => {
    const path = fileFor(test);
    const old = await openStore(path);
    await old.saveLive(sampleLive('shelf', [{ name: 'get_book' }]), []);
    await old.close();
    const database = new DatabaseSync(path);
    database.exec('DROP TABLE batch; PRAGMA user_version = 1');
    database.close();
    const store = await openStore(path);
    await store.saveBatch(sample('a'));
    assert.deepEqual(await store.openBatches(), [sample('a')]);
    assert.equal((await Array.fromAsync(store.servers())).length, 1);
    await store.close();
  });

  it('names the row when it is damaged', async (test) => {
    const path = fileFor(test);
    await (await openStore(path)).close();
    const database = new DatabaseSync(path);
    database.exec("INSERT INTO batch VALUES ('file-1', '{}')");
    database.close();
    const store = await openStore(path);
    await assert.rejects(store.openBatches(), /store\.db: .*the batch file-1 is damaged/s);
    await store.close();
  });
});
