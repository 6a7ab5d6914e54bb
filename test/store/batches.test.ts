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
  it('is there after the store was closed, the oldest first, until it is forgotten', (test) => {
    const path = fileFor(test);
    const store = openStore(path);
    store.saveBatch(sample('z'));
    store.saveBatch(sample('a'));
    store.saveBatch(sample('z', 'batch-1'));
    store.close();
    const again = openStore(path);
    assert.deepEqual(again.openBatches(), [sample('z', 'batch-1'), sample('a')]);
    again.forgetBatch('z');
    again.forgetBatch('never seen');
    assert.deepEqual(again.openBatches(), [sample('a')]);
    again.close();
  });

  it('can be kept by a store that was made before there were batches', (test) => {
    const path = fileFor(test);
    const old = openStore(path);
    old.saveLive(sampleLive('shelf', [{ name: 'get_book' }]), []);
    old.close();
    const database = new DatabaseSync(path);
    database.exec('DROP TABLE batch');
    database.close();
    const store = openStore(path);
    store.saveBatch(sample('a'));
    assert.deepEqual(store.openBatches(), [sample('a')]);
    assert.equal([...store.servers()].length, 1);
    store.close();
  });

  it('names the row when it is damaged', (test) => {
    const path = fileFor(test);
    openStore(path).close();
    const database = new DatabaseSync(path);
    database.exec("INSERT INTO batch VALUES ('file-1', '{}')");
    database.close();
    const store = openStore(path);
    assert.throws(() => store.openBatches(), /store\.db: .*the batch file-1 is damaged/s);
    store.close();
  });
});
