import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readCatalogue } from '../../../src/catalogue/read.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { sampleLive } from '../../samples.ts';

function folderFor(test: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function runClassify(folder: string, ...words: string[]) {
  const options = { store: 'store.db', catalogue: 'catalogue', overrides: 'overrides' };
  const paths = Object.entries(options).flatMap(([option, name]) => [`--${option}`, join(folder, name)]);
  const environment = { ...process.env, OPENAI_API_KEY: '', OPENAI_BASE_URL: '', OPENAI_MODEL: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['classifier/cli.ts', ...paths, ...words], {
    env: environment,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

async function fill(folder: string): Promise<void> {
  const store = await openStore(join(folder, 'store.db'));
  await store.saveLive(sampleLive('shelf', [{ name: 'get_book', description: 'Returns a book.' }]), []);
  await store.saveLive(sampleLive('bin', [{ name: 'delete_all', description: 'Deletes everything.' }]), []);
  await store.close();
}

describe('npm run classify', () => {
  it('publishes the store and ends with counts', async (test) => {
    const folder = folderFor(test);
    await fill(folder);
    const { status, stdout, stderr } = runClassify(folder);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^2 servers, 2 tools: Critical \d, High \d, Medium \d, Low 1, Unknown 0\.\nThe rules and the model judged\./,
    );
    assert.match(stdout, /2 shards changed\.\n$/);
    assert.match(stderr, /Set OPENAI_API_KEY/);
    assert.deepEqual(
      readCatalogue(join(folder, 'catalogue')).map(({ id }) => id),
      ['npm:bin', 'npm:shelf'],
    );
  });

  it('says what should be reviewed, and what became of corrections', async (test) => {
    const folder = folderFor(test);
    await fill(folder);
    mkdirSync(join(folder, 'overrides'));
    const override = {
      tool: 'get_book',
      definition: 'a'.repeat(64),
      category: 'Write',
      risk: 'Low',
      reason: 'It marks the book as read.',
      quotes: [{ at: '/name', quote: 'get' }],
      by: 'A librarian',
      on: '2026-02-03',
    };
    const text = JSON.stringify({ server: 'npm:shelf', tools: [override] });
    writeFileSync(join(folder, 'overrides', 'shelf.json'), text);
    const { status, stdout } = runClassify(folder);
    assert.equal(status, 0);
    assert.match(stdout, /^(no|\d) tools? for review: \d unsure, \d disputed, \d raised, 0 with a reason/m);
    assert.match(stdout, /^1 correction: 0 applied, 1 stale, 0 not needed, 0 for unknown tools\.$/m);
    assert.match(stdout, /^ {2}npm:shelf, get_book: the definition has changed since: read it again/m);
  });

  it('changes no file when nothing changed, and prints its counts as JSON', async (test) => {
    const folder = folderFor(test);
    await fill(folder);
    runClassify(folder);
    const { status, stdout } = runClassify(folder, '--json');
    assert.equal(status, 0);
    const summary = JSON.parse(stdout) as Record<string, unknown>;
    assert.deepEqual(summary.shards, { written: 0, removed: 0 });
    assert.equal(summary.tools, 2);
    assert.equal(summary.judge, 'model');
  });

  it('never empties a catalogue because there is no store, or nothing in it', async (test) => {
    const folder = folderFor(test);
    await fill(folder);
    runClassify(folder);
    rmSync(join(folder, 'store.db'));
    const missing = runClassify(folder);
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /store\.db: there is no store\. Run npm run crawl/);
    await (await openStore(join(folder, 'store.db'))).close();
    const empty = runClassify(folder);
    assert.equal(empty.status, 1);
    assert.match(empty.stderr, /holds no server/);
    assert.equal(readdirSync(join(folder, 'catalogue')).length, 3);
  });

  it('names a store that is damaged', (test) => {
    const folder = folderFor(test);
    writeFileSync(
      join(folder, 'store.db'),
      'This is no database, and long enough to be read as one. '.repeat(20),
    );
    const { status, stderr } = runClassify(folder);
    assert.equal(status, 1);
    assert.match(stderr, /store\.db: the store cannot be used/);
  });

  it('explains itself with --help and refuses what it does not know', (test) => {
    const folder = folderFor(test);
    assert.match(runClassify(folder, '--help').stdout, /^Usage: npm run classify/);
    assert.equal(runClassify(folder, '--colour').status, 2);
    assert.equal(runClassify(folder, '--judge', 'openai').status, 2);
  });
});
