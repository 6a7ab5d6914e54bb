import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import type { Fault } from '../../src/model/fault.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { UserError } from '../../src/terminal/command.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-store-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let number = 0;
const freshPath = (): string => join(folder, `${++number}.db`);
const freshStore = () => openStore(freshPath());
const fault = (subject: string): Fault => ({
  stage: 'inspect',
  subject,
  kind: 'timed-out',
  cause: 'nothing came',
  at: '2026-01-05T00:00:00.000Z',
});
const read = { name: 'read' };
const write = { name: 'write', description: 'Writes.' };

describe('a live listing', () => {
  it('is there after the store was closed and opened again', () => {
    const path = freshPath();
    const first = openStore(path);
    first.saveLive(sampleLive('a', [write, read]), []);
    first.close();
    const server = openStore(path).server('npm:a');
    assert.deepEqual(
      server?.tools.map(({ definition }) => definition.name),
      ['read', 'write'],
    );
    assert.equal(server.origin, 'live');
  });

  it('dates a tool when it appears, when it changes, and not when it stays', () => {
    const store = freshStore();
    store.saveLive(sampleLive('a', [read, write], { at: '2026-01-01T00:00:00.000Z' }), []);
    store.saveLive(
      sampleLive('a', [read, { ...write, description: 'Writes more.' }], { at: '2026-02-01T00:00:00.000Z' }),
      [],
    );
    const dates = store.server('npm:a')?.tools.map(({ firstSeen, changed }) => [firstSeen, changed]);
    assert.deepEqual(dates, [
      ['2026-01-01', null],
      ['2026-01-01', '2026-02-01'],
    ]);
  });

  it('drops a tool that is gone and remembers it when it comes back', () => {
    const store = freshStore();
    store.saveLive(sampleLive('a', [read, write], { at: '2026-01-01T00:00:00.000Z' }), []);
    store.saveLive(sampleLive('a', [read], { at: '2026-02-01T00:00:00.000Z' }), []);
    assert.deepEqual(
      store.server('npm:a')?.tools.map(({ definition }) => definition.name),
      ['read'],
    );
    store.saveLive(sampleLive('a', [read, write], { at: '2026-03-01T00:00:00.000Z' }), []);
    const back = store.server('npm:a')?.tools[1];
    assert.deepEqual([back?.firstSeen, back?.changed], ['2026-01-01', '2026-03-01']);
  });

  it('keeps the first visit when a later one finds the same, and takes the later one when anything differs', () => {
    const store = freshStore();
    const at = (): string | undefined => store.server('npm:a')?.inspection?.at;
    store.saveLive(sampleLive('a', [read], { at: '2026-01-01T00:00:00.000Z' }), []);
    store.saveLive(sampleLive('a', [read], { at: '2026-02-01T00:00:00.000Z' }), []);
    assert.equal(at(), '2026-01-01T00:00:00.000Z');
    store.saveLive(sampleLive('a', [read], { at: '2026-03-01T00:00:00.000Z', versionGot: '1.0.1' }), []);
    assert.equal(at(), '2026-03-01T00:00:00.000Z');
  });

  it('replaces the faults of older visits; a later fault leaves the listing alone', () => {
    const store = freshStore();
    store.saveFault(fault('npm:a'));
    store.saveLive(sampleLive('a', [read]), []);
    assert.deepEqual(store.server('npm:a')?.faults, []);
    store.saveFault(fault('npm:a'));
    assert.equal(store.server('npm:a')?.faults.length, 1);
    assert.equal(store.server('npm:a')?.tools.length, 1);
  });
});

describe('sources', () => {
  it('meet in one server when they name the same package, and stay apart when only names agree', () => {
    const store = freshStore();
    const registry = { source: 'official-registry', done: true } as const;
    store.saveSourcePage(
      'official-registry',
      [
        sampleListing('a', { source: registry.source, name: 'io.example/a' }),
        sampleListing('a', { source: registry.source, name: 'io.other/a', packages: [] }),
      ],
      { cursor: null, done: true },
    );
    store.saveLive(sampleLive('a', [read]), []);
    assert.deepEqual(
      [...store.servers()].map(({ id, listings }) => [id, listings.length]),
      [
        ['npm:a', 2],
        ['official-registry:io.other/a', 1],
      ],
    );
  });

  it('keep the place of a walk together with its page', () => {
    const store = freshStore();
    assert.equal(store.walkPlace('official-registry'), null);
    store.saveSourcePage('official-registry', [sampleListing('a')], { cursor: '', done: false });
    assert.deepEqual(store.walkPlace('official-registry'), { cursor: '', done: false });
  });

  it('lose the whole page when one listing cannot be kept, so that the place stays true', () => {
    const store = freshStore();
    const broken = { ...sampleListing('b'), name: undefined } as unknown as ReturnType<typeof sampleListing>;
    assert.throws(() => {
      store.saveSourcePage('official-registry', [sampleListing('a'), broken], { cursor: '2', done: false });
    });
    assert.deepEqual([...store.servers()], []);
    assert.equal(store.walkPlace('official-registry'), null);
  });

  it('have faults of their own, until a page comes through', () => {
    const store = freshStore();
    store.saveFault({ ...fault('official-registry'), stage: 'source' });
    assert.deepEqual(
      store.sourceFaults().map(({ subject }) => subject),
      ['official-registry'],
    );
    store.saveSourcePage('official-registry', [], { cursor: null, done: true });
    assert.deepEqual(store.sourceFaults(), []);
  });
});

describe('taking over a published server', () => {
  const published = sampleServer('a', [
    { ...sampleTool(read), firstSeen: '2025-05-05' },
    { ...sampleTool(write), firstSeen: '2025-05-05', changed: '2025-06-06' },
  ]);

  it('keeps its tools, days, slug and visit, and says where they come from', () => {
    const store = freshStore();
    assert.equal(store.takeOver({ ...published, slug: 'chosen-before' }), true);
    const server = store.server('npm:a');
    assert.ok(server);
    assert.deepEqual(
      server.tools.map(({ hash, firstSeen, changed }) => ({ hash, firstSeen, changed })),
      published.tools.map(({ hash, firstSeen, changed }) => ({ hash, firstSeen, changed })),
    );
    assert.deepEqual([server.slug, server.origin], ['chosen-before', 'catalogue']);
    assert.deepEqual(server.inspection, published.inspection);
  });

  it('does nothing when the store has listed the server itself', () => {
    const store = freshStore();
    store.saveLive(sampleLive('a', [write]), []);
    assert.equal(store.takeOver(published), false);
    assert.equal(store.server('npm:a')?.tools.length, 1);
  });

  it('becomes live, with the old days, once the server is listed here', () => {
    const store = freshStore();
    store.takeOver(published);
    store.saveLive(sampleLive('a', [read, write]), []);
    const server = store.server('npm:a');
    assert.deepEqual([server?.origin, server?.tools[0]?.firstSeen], ['live', '2025-05-05']);
    assert.deepEqual(server?.inspection, published.inspection);
  });
});

describe('slugs', () => {
  it('stay apart when two servers ask for the same one', () => {
    const store = freshStore();
    store.saveLive(sampleLive('@scope/name', [read]), []);
    store.saveLive(sampleLive('scope-name', [read]), []);
    const slugs = [...store.servers()].map(({ slug }) => slug);
    assert.equal(new Set(slugs).size, 2);
    assert.ok(slugs.includes('scope-name'));
  });
});

describe('verdicts', () => {
  it('are found again under their key only', () => {
    const store = freshStore();
    const verdict = {
      category: 'Read',
      risk: 'Low',
      confidence: 0.5,
      signals: [],
      rationale: 'It reads.',
    } as const;
    store.saveVerdict('key', { ...verdict, signals: [] });
    assert.deepEqual(store.verdict('key'), verdict);
    assert.equal(store.verdict('other'), null);
  });
});

describe('a damaged store', () => {
  const refusal = (path: string) => (error: unknown) =>
    error instanceof UserError && error.message.startsWith(path);

  it('is refused by its file name when it is no database', () => {
    const path = freshPath();
    writeFileSync(
      path,
      'this is no database, but it is long enough to be read as a header of one'.repeat(20),
    );
    assert.throws(() => openStore(path), refusal(path));
  });

  it('is refused when it was made by another version', () => {
    const path = freshPath();
    new DatabaseSync(path).exec('PRAGMA user_version = 99');
    assert.throws(() => openStore(path), refusal(path));
  });

  it('names the row that does not parse', () => {
    const path = freshPath();
    const store = openStore(path);
    store.saveLive(sampleLive('a', [read]), []);
    new DatabaseSync(path).exec(`UPDATE definition SET record = '{"name":'`);
    assert.throws(() => store.server('npm:a'), /the definition of read of npm:a/);
  });
});
