import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { ServerListing } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { sampleListing, sampleLive, sampleServer, sampleTool } from '../samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-listed-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let number = 0;
const freshStore = () => openStore(join(folder, `${++number}.db`));
const read = { name: 'read' };
const write = { name: 'write', description: 'Writes.' };

describe('a list of tools that a source gives', () => {
  const done = { cursor: null, done: true };
  const hear = (
    store: ReturnType<typeof freshStore>,
    source: ServerListing['source'],
    tools: ToolDefinition[],
    { name = 'a', on = '2026-01-01' } = {},
  ): void => {
    const server = sampleListing('a', { source, name });
    store.saveSourcePage(source, [server], done, { tools: [{ server, tools, on }], faults: [], etags: [] });
  };
  const known = (store: ReturnType<typeof freshStore>) => {
    const server = store.server('npm:a');
    return { by: server?.listed, tools: server?.tools.map(({ definition }) => definition.name) };
  };

  it('is kept with its source, its name there and the day it last changed', () => {
    const store = freshStore();
    hear(store, 'docker', [read]);
    hear(store, 'docker', [read], { on: '2026-02-02' });
    assert.deepEqual(known(store), {
      by: { source: 'docker', name: 'a', on: '2026-01-01' },
      tools: ['read'],
    });
    hear(store, 'docker', [read, write], { on: '2026-03-03' });
    assert.deepEqual(known(store).by?.on, '2026-03-03');
    assert.equal(store.server('npm:a')?.inspection, null);
    assert.equal(store.server('npm:a')?.origin, null);
  });

  it('gives way to a source that counts more, in whichever order they speak', () => {
    for (const order of [
      ['docker', 'toolhive', 'toolsdk'],
      ['toolhive', 'toolsdk', 'docker'],
    ] as const) {
      const store = freshStore();
      for (const source of order) hear(store, source, [{ name: source }]);
      assert.deepEqual(known(store).tools, ['toolhive']);
      assert.equal(known(store).by?.source, 'toolhive');
    }
  });

  it('is the same whichever of two entries of one source is read first', () => {
    for (const order of [
      ['a', 'b'],
      ['b', 'a'],
    ]) {
      const store = freshStore();
      for (const name of order) hear(store, 'docker', [{ name: `of-${name}` }], { name });
      assert.deepEqual(known(store).tools, ['of-a']);
    }
  });

  it('never replaces what the server itself said, and gives way to it with its days', () => {
    const store = freshStore();
    hear(store, 'docker', [read], { on: '2025-01-01' });
    store.saveLive(sampleLive('a', [{ ...read, description: 'Reads.' }]), []);
    assert.equal(known(store).by, undefined);
    const [tool] = store.server('npm:a')?.tools ?? [];
    assert.deepEqual([tool?.firstSeen, tool?.changed], ['2026-01-02', null]);
    hear(store, 'toolhive', [write]);
    assert.deepEqual(known(store), { by: undefined, tools: ['read'] });
  });

  it('gives way to a published visit and comes back from the catalogue as what it was', () => {
    const store = freshStore();
    hear(store, 'docker', [read]);
    const listed = { source: 'docker', name: 'a', on: '2024-01-01' } as const;
    const heard = sampleServer('a', [sampleTool(write)], { inspection: null, listed });
    assert.equal(store.takeOver(heard), false);
    assert.equal(store.takeOver(sampleServer('a', [sampleTool(write)])), true);
    assert.deepEqual(known(store), { by: undefined, tools: ['write'] });
    const other = freshStore();
    other.takeOver(heard);
    assert.deepEqual(known(other), { by: listed, tools: ['write'] });
  });
});

describe('validators', () => {
  const saved = (store: ReturnType<typeof freshStore>, began: string, address: string): void => {
    const etags = [{ address, etag: `"${address}"` }];
    const place = { cursor: 'next', done: true, began };
    store.saveSourcePage('docker', [], place, { tools: [], faults: [], etags });
  };

  it('are kept with the cursor that followed, until a later walk has ended without them', () => {
    const store = freshStore();
    assert.equal(store.etag('docker', 'x'), null);
    saved(store, '2026-01-01', 'x');
    assert.deepEqual(store.etag('docker', 'x'), { etag: '"x"', next: 'next' });
    assert.equal(store.etag('toolhive', 'x'), null);
    saved(store, '2026-01-02', 'y');
    assert.deepEqual([store.etag('docker', 'x'), store.etag('docker', 'y')?.etag], [null, '"y"']);
  });
});
