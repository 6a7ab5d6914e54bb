import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { lister } from '../../crawler/lister.ts';
import type { ListerParts } from '../../crawler/lister.ts';
import { readBundle } from '../../crawler/read-bundle.ts';
import { sandboxes } from '../../crawler/sandboxes.ts';
import { limits } from '../../src/model/limits.ts';
import { locations } from '../../src/model/locations.ts';
import { LiveListing } from '../../src/model/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-lister-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const { signal } = new AbortController();
const parts: ListerParts = {
  bundled: 'node_modules',
  installed: folder,
  install: () => Promise.reject(new Error('nothing may be installed here')),
  sandboxes,
  limits,
  now: () => new Date('2026-03-01T00:00:00.000Z'),
};
const servers = readBundle(locations.servers).servers;

describe('the real servers that came with the project', async () => {
  const { list, isBundled } = lister(parts);
  const bundled = servers.filter(isBundled);

  it('are at least five', () => {
    assert.ok(bundled.length >= 5, bundled.map(({ package: name }) => name).join());
  });

  for (const entry of bundled) {
    const { listing, faults } = await list(entry, signal);

    it(`${entry.package} lists its tools`, () => {
      assert.notEqual(listing.tools.length, 0);
      assert.deepEqual(faults, []);
      assert.ok(LiveListing.safeParse(listing).success);
    });

    it(`${entry.package} is recorded with how it was started`, () => {
      const { inspection, server } = listing;
      assert.ok(inspection.kind === 'package');
      assert.deepEqual(inspection.launch.arguments, entry.arguments);
      assert.equal(inspection.versionWanted, entry.version);
      assert.equal(inspection.versionGot, entry.version);
      assert.match(inspection.integrity ?? '', /^sha512-/);
      assert.match(inspection.protocol, /^\d{4}-\d{2}-\d{2}$/);
      assert.equal(inspection.at, '2026-03-01T00:00:00.000Z');
      assert.equal(server.name, entry.package);
      assert.notEqual(server.description, null);
    });
  }
});

describe('a server', () => {
  const [first] = servers;
  assert.ok(first);

  it('is not started when no sandbox holds', async () => {
    const { list } = lister({ ...parts, sandboxes: [] });
    await assert.rejects(list(first, signal), { kind: 'no-sandbox' });
  });

  it('is described from its package when that is there', () => {
    const { describe: describeEntry } = lister(parts);
    assert.equal(typeof describeEntry(first)?.description, 'string');
    assert.equal(describeEntry({ ...first, version: '0.0.1' }), null);
  });

  it('is not started when its package cannot be had', async () => {
    const { list } = lister(parts);
    await assert.rejects(list({ ...first, version: '0.0.1' }, signal), {
      kind: 'not-installed',
      message: /nothing may be installed here/,
    });
  });
});
