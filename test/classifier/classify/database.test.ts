import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { openChosenStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshDatabase } from '../../postgres/server.ts';
import { sharedPostgres } from '../../postgres/shared.ts';
import { sampleListing, sampleLive } from '../../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-database-'));
after(() => {
  rmSync(folder, { recursive: true });
});

/** Real servers of the committed catalogue, and visits that change what is known of some. */
async function fill(store: Store): Promise<void> {
  const small = readCatalogue('data/catalogue').filter(({ tools }) => tools.length < 8);
  for (const server of small.slice(0, 25)) await store.takeOver(server);
  const tools = [
    { name: 'Ωmega' },
    { name: 'alpha' },
    { name: 'Zeta' },
    { name: '表_read' },
    { name: 'a-b' },
    { name: 'a b' },
  ];
  await store.saveSourcePage('npm', [sampleListing('Ünïcode'), sampleListing('a_b'), sampleListing('a-b')], {
    cursor: null,
    done: true,
  });
  await store.saveLive(sampleLive('shelf', tools, { at: '2026-01-01T00:00:00.000Z' }), []);
  const later = tools.slice(1).map((tool) => ({ ...tool, description: 'Changed.' }));
  await store.saveLive(sampleLive('shelf', later, { at: '2026-02-01T00:00:00.000Z' }), []);
}

function publish(
  name: string,
  environment: Record<string, string>,
  words: readonly string[],
): Map<string, string> {
  const catalogue = join(folder, name, 'catalogue');
  mkdirSync(catalogue, { recursive: true });
  const paths = ['--catalogue', catalogue, '--overrides', join(folder, 'none'), '--judge', 'rules', ...words];
  const { status, stderr } = spawnSync(process.execPath, ['classifier/cli.ts', ...paths], {
    env: { ...process.env, OPENAI_API_KEY: '', ...environment },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return new Map(readdirSync(catalogue).map((file) => [file, readFileSync(join(catalogue, file), 'utf8')]));
}

describe('the catalogue', () => {
  it('is the same, byte for byte, whether the store is a file or a Postgres', async () => {
    const file = join(folder, 'store.db');
    const DATABASE_URL = await freshDatabase(await sharedPostgres());
    for (const environment of [{}, { DATABASE_URL }]) {
      const store = await openChosenStore(environment, file);
      await fill(store);
      await store.close();
    }
    const fromFile = publish('file', { DATABASE_URL: '' }, ['--store', file]);
    const fromDatabase = publish('database', { DATABASE_URL }, []);
    assert.ok(fromFile.size > 10);
    assert.deepEqual(fromDatabase, fromFile);
  });

  it('cannot be made of a database that holds no server, and the message names it', async () => {
    const DATABASE_URL = await freshDatabase(await sharedPostgres());
    const { status, stderr } = spawnSync(process.execPath, ['classifier/cli.ts'], {
      env: { ...process.env, OPENAI_API_KEY: '', DATABASE_URL },
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^postgres:\/\/placard@127\.0\.0\.1:\d+\/test_\w+: the store holds no server/m);
  });
});
