import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { officialRegistry } from '../../../crawler/sources/official-registry.ts';
import { registry } from '../../../crawler/sources/registry.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { entry, sendPage, startRegistry } from './registry-server.ts';
import type { RegistryServer } from './registry-server.ts';
import { freshStore, walkSource } from './walking.ts';

let server: RegistryServer;
afterEach(() => {
  server.close();
});

/** An entry that changed at a time, with a status. */
function changed(name: string, updatedAt: string, status = 'active'): object {
  const official = { status, updatedAt };
  return { ...entry(name), _meta: { 'io.modelcontextprotocol.registry/official': official } };
}

/** A registry of these entries, one a page. Returns the values of `updated_since` it is asked with. */
async function start(...entries: object[]): Promise<(string | null)[]> {
  const asked: (string | null)[] = [];
  server = await startRegistry((response, cursor, request) => {
    asked.push(new URL(request.url ?? '', 'http://registry').searchParams.get('updated_since'));
    const place = Number(cursor ?? '0');
    sendPage(response, entries.slice(place, place + 1), place + 1 < entries.length ? String(place + 1) : '');
  });
  return asked;
}

describe('a walk of changes', () => {
  it('asks from the latest change on, an hour earlier, and not from the future', async () => {
    const store = await freshStore();
    const asked = await start(
      changed('a/one', '2026-02-01T10:00:00Z'),
      changed('a/two', '2026-02-03T10:00:00.5Z'),
    );
    const own = { ...officialRegistry, address: server.address };
    await walkSource(own, { store });
    await walkSource(own, { store });
    assert.deepEqual(asked, [null, null, '2026-02-03T09:00:00.500Z', '2026-02-03T09:00:00.500Z']);
    server.close();
    const later = await start(
      changed('a/one', '2999-01-01T00:00:00Z'),
      changed('a/two', '2026-02-03T10:00:00Z'),
    );
    const elsewhere = { ...officialRegistry, address: server.address };
    await walkSource(elsewhere, { store, now: '2026-04-01T12:00:00.000Z' });
    await walkSource(elsewhere, { store, now: '2026-05-01T12:00:00.000Z' });
    assert.deepEqual(later.slice(2), ['2026-04-01T11:00:00.000Z', '2026-04-01T11:00:00.000Z']);
  });

  it('learns what was deleted, and leaves the rest as it is', async () => {
    const store = await freshStore();
    await start(...['a/one', 'a/two', 'a/three'].map((name) => changed(name, '2026-02-01T10:00:00Z')));
    await walkSource({ ...officialRegistry, address: server.address }, { store });
    server.close();
    await start(
      changed('a/two', '2026-03-01T10:00:00Z', 'deleted'),
      changed('a/three', '2026-03-01T10:00:00Z', 'deprecated'),
    );
    await walkSource({ ...officialRegistry, address: server.address }, { store });
    const servers = await store.serversOf(['npm:a-one', 'npm:a-two', 'npm:a-three']);
    const states = servers.map(({ listings }) => listings[0]?.status);
    assert.deepEqual(states, ['active', 'deleted', 'deprecated']);
  });

  it('goes on with the same question after it was cut off', async () => {
    const store = await freshStore();
    await start(changed('a/one', '2026-02-01T10:00:00Z'), changed('a/two', '2026-02-02T10:00:00Z'));
    await walkSource({ ...officialRegistry, address: server.address }, { store });
    server.close();
    let isCut = true;
    const asked: string[] = [];
    server = await startRegistry((response, cursor, request) => {
      asked.push(new URL(request.url ?? '', 'http://registry').searchParams.get('updated_since') ?? '');
      if (cursor === 'on' && isCut) response.writeHead(403).end();
      else sendPage(response, [changed('a/one', '2026-02-20T10:00:00Z')], cursor === null ? 'on' : '');
    });
    const own = { ...officialRegistry, address: server.address };
    await walkSource(own, { store });
    isCut = false;
    await walkSource(own, { store });
    assert.deepEqual(asked, Array(3).fill('2026-02-02T09:00:00.000Z'));
    await walkSource(own, { store });
    assert.equal(asked.at(-1), '2026-02-20T09:00:00.000Z');
  });

  it('becomes a full one when everything is asked for again', async () => {
    const store = await freshStore();
    const asked = await start(changed('a/one', '2026-02-01T10:00:00Z'));
    const own = { ...officialRegistry, address: server.address };
    await walkSource(own, { store });
    await walkSource(own, { store, again: true });
    assert.deepEqual(asked, [null, null]);
  });
});

describe('another registry of the same API', () => {
  it('has a place of its own for each address', async () => {
    const store = await freshStore();
    await start(changed('a/one', '2026-02-01T10:00:00Z'));
    await walkSource(registry, { store, base: server.address });
    assert.equal((await store.walkPlace(`registry ${server.address}`))?.done, true);
    assert.equal(await store.walkPlace('registry'), null);
    assert.equal((await store.server('npm:a-one'))?.listings[0]?.source, 'registry');
  });

  it('is not asked with a header that is none, and the message does not repeat it', async () => {
    await start();
    for (const header of ['secret', 'X-Key secret', 'X-Key: sécret']) {
      const machine = { variables: { PLACARD_REGISTRY_HEADER: header } };
      await assert.rejects(
        walkSource(registry, { base: server.address, machine }),
        (error) =>
          error instanceof UserError &&
          error.message.includes('PLACARD_REGISTRY_HEADER') &&
          !/secret|sécret/.test(error.message),
      );
    }
    assert.equal(server.cursors.length, 0);
  });
});
