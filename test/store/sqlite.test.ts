import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../src/store/sqlite.ts';
import { UserError } from '../../src/terminal/command.ts';
import { sampleLive } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-sqlite-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let number = 0;
const freshPath = (): string => join(folder, `${++number}.db`);
const read = { name: 'read' };
const write = { name: 'write', description: 'Writes.' };

describe('a store in a file', () => {
  it('is there after the store was closed and opened again', async () => {
    const path = freshPath();
    const first = await openStore(path);
    await first.saveLive(sampleLive('a', [write, read]), []);
    await first.close();
    const server = await (await openStore(path)).server('npm:a');
    assert.deepEqual(
      server?.tools.map(({ definition }) => definition.name),
      ['read', 'write'],
    );
    assert.equal(server.origin, 'live');
  });

  it('keeps the calls of one program apart, however they overlap', async () => {
    const store = await openStore(freshPath());
    const names = Array.from({ length: 20 }, (_, index) => `server-${index}`);
    const broken = { ...sampleLive('broken', [read]), server: undefined } as unknown as ReturnType<
      typeof sampleLive
    >;
    const saves = names.map((name) => store.saveLive(sampleLive(name, [read, write]), []));
    const failure = store.saveLive(broken, []);
    const reads = names.map((name) => store.server(`npm:${name}`));
    await assert.rejects(failure);
    await Promise.all(saves);
    for (const server of await Promise.all(reads)) assert.equal(server?.tools.length, 2);
    await store.close();
  });
});

describe('a damaged store', () => {
  const refusal = (path: string) => (error: unknown) =>
    error instanceof UserError && error.message.startsWith(path);

  it('is refused by its file name when it is no database', async () => {
    const path = freshPath();
    writeFileSync(
      path,
      'this is no database, but it is long enough to be read as a header of one'.repeat(20),
    );
    await assert.rejects(openStore(path), refusal(path));
  });

  it('is refused when it was made by another version', async () => {
    const path = freshPath();
    new DatabaseSync(path).exec('PRAGMA user_version = 99');
    await assert.rejects(openStore(path), refusal(path));
  });

  it('names the row that does not parse', async () => {
    const path = freshPath();
    const store = await openStore(path);
    await store.saveLive(sampleLive('a', [read]), []);
    new DatabaseSync(path).exec(`UPDATE definition SET record = '{"name":'`);
    await assert.rejects(store.server('npm:a'), /the definition of read of npm:a/);
  });
});

describe('a store that cannot be opened', () => {
  const refused = (cause: RegExp) => (error: unknown) =>
    error instanceof UserError &&
    cause.test(error.message) &&
    /the store cannot be opened: .+\nCheck that .+: what was saved is kept\.$/.test(error.message);

  it('is not called damaged when its folder cannot be made', async () => {
    const file = freshPath();
    writeFileSync(file, '');
    await assert.rejects(openStore(join(file, 'store.db')), refused(/EEXIST|ENOTDIR/));
  });

  it('is not called damaged when it is no file that can be opened', async () => {
    await assert.rejects(openStore(folder), refused(/unable to open database file/));
  });
});
