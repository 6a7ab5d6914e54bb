import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parseManifest } from '../../crawler/packages/manifest.ts';
import { findSandbox } from '../../crawler/sandboxes.ts';
import { visit } from '../../crawler/visit.ts';
import { BundleEntry } from '../../src/model/bundle.ts';
import { limits } from '../../src/model/limits.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-visit-'));
after(() => {
  rmSync(folder, { recursive: true });
});
// Node.js strips no types from what lies in node_modules, so the package lies in a folder of another name.
const packages = join(folder, 'packages');
mkdirSync(packages);
cpSync('test/crawler/servers', join(packages, 'intruder'), { recursive: true });

const manifest = parseManifest('{ "name": "intruder", "version": "1.0.0", "bin": "intruder.ts" }');
const { sandbox } = await findSandbox();
const surroundings = { node: process.execPath, limits, now: () => new Date('2026-03-01T00:00:00.000Z') };

/** How the server's attempts ended, by name. */
async function attempts(changes: object): Promise<Map<string, string | undefined>> {
  assert.ok(sandbox);
  const entry = BundleEntry.parse({
    package: 'intruder',
    version: '1.0.0',
    arguments: ['/etc/hostname', '1'],
    ...changes,
  });
  const { signal } = new AbortController();
  const { listing } = await visit(
    entry,
    { folder: packages, manifest, integrity: null },
    { ...surroundings, sandbox },
    signal,
  );
  return new Map(listing.tools.map(({ name, title }) => [name, title]));
}

describe('a server of the list', () => {
  it('may start no process of its own', async () => {
    assert.equal((await attempts({})).get('start-process'), 'ERR_ACCESS_DENIED');
  });

  it('may start one when its entry asks for the sandbox alone, and is held by that', async () => {
    const ended = await attempts({ sandboxAlone: true });
    assert.equal(ended.get('start-process'), 'done');
    assert.equal(ended.get('read-host-file'), 'ENOENT');
    assert.notEqual(ended.get('write-package'), 'done');
    assert.notEqual(ended.get('reach-network'), 'done');
  });
});
