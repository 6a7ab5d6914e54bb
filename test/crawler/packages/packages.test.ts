import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { bundledPackage, installedPackage } from '../../../crawler/packages/packages.ts';
import type { Installer } from '../../../crawler/packages/packages.ts';
import { installWithNpm } from '../../../crawler/packages/npm.ts';
import { startPackageRegistry } from './npm-registry.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-packages-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let roots = 0;
const freshRoot = (): string => join(folder, `root-${++roots}`);
const { signal } = new AbortController();
const entry = { package: '@a/one', version: '1.2.3' };

function writePackage(nodeModules: string, version: string): void {
  mkdirSync(join(nodeModules, '@a/one'), { recursive: true });
  writeFileSync(join(nodeModules, '@a/one/package.json'), JSON.stringify({ name: '@a/one', version }));
}

describe('a package that came with the project', () => {
  it('is taken at exactly the version that is asked for', () => {
    const root = freshRoot();
    assert.equal(bundledPackage(root, entry), null);
    writePackage(root, '1.2.3');
    assert.equal(bundledPackage(root, entry)?.manifest.version, '1.2.3');
    assert.equal(bundledPackage(root, { ...entry, version: '1.2.4' }), null);
  });

  it('counts as missing when its manifest is damaged', () => {
    const root = freshRoot();
    writePackage(root, '1.2.3');
    writeFileSync(join(root, '@a/one/package.json'), '{ "name": ');
    assert.equal(bundledPackage(root, entry), null);
  });
});

describe('a package that is installed', () => {
  const working: Installer = (_specifier, place) => {
    writePackage(join(place, 'node_modules'), '1.2.3');
    return Promise.resolve();
  };

  it('is installed once', async () => {
    const root = freshRoot();
    let times = 0;
    const counting: Installer = (...given) => {
      times += 1;
      return working(...given);
    };
    await installedPackage(root, entry, counting, signal);
    const found = await installedPackage(root, entry, counting, signal);
    assert.equal(found.manifest.version, '1.2.3');
    assert.equal(times, 1);
  });

  it('is never half there: what a killed installation left is thrown away', async () => {
    const root = freshRoot();
    const remains = join(root, '@a/one@1.2.3.unfinished-killed', 'node_modules', 'half');
    mkdirSync(remains, { recursive: true });
    await installedPackage(root, entry, working, signal);
    assert.deepEqual(readdirSync(join(root, '@a')), ['one@1.2.3']);
    assert.deepEqual(readdirSync(join(root, '@a/one@1.2.3/node_modules')), ['@a']);
  });

  it('is a fault when it was damaged since', async () => {
    const root = freshRoot();
    const { folder: place } = await installedPackage(root, entry, working, signal);
    writeFileSync(join(place, '@a/one/package.json'), 'null');
    const finding = installedPackage(root, entry, working, signal);
    await assert.rejects(finding, { kind: 'not-installed', message: /@a\/one@1\.2\.3 is damaged/ });
  });

  it('leaves nothing behind when the installation fails, and says why', async () => {
    const root = freshRoot();
    const failing: Installer = (_specifier, place) => {
      writePackage(join(place, 'node_modules'), '1.2.3');
      return Promise.reject(new Error(`ENOSPC: ${place}`));
    };
    const installing = installedPackage(root, entry, failing, signal);
    await assert.rejects(installing, {
      kind: 'not-installed',
      message: /^@a\/one@1\.2\.3: ENOSPC: one@1\.2\.3\.unfinished-\w+$/,
    });
    assert.deepEqual(readdirSync(join(root, '@a')), []);
  });

  it('is a fault, not a crash, when there is no place for it', async () => {
    const root = freshRoot();
    writeFileSync(root, 'a file where a folder should be');
    await assert.rejects(installedPackage(root, entry, working, signal), { kind: 'not-installed' });
  });

  it('leaves no fault when the crawl is interrupted meanwhile', async () => {
    const interruption = new AbortController();
    const slow: Installer = () => {
      interruption.abort(new Error('interrupted'));
      return Promise.reject(new Error('killed'));
    };
    const installing = installedPackage(freshRoot(), entry, slow, interruption.signal);
    await assert.rejects(installing, { message: 'interrupted' });
  });
});

describe('npm', async () => {
  const manifest = {
    ...{ name: '@a/one', version: '1.2.3', bin: 'run.js' },
    scripts: { install: "node -e \"require('fs').writeFileSync('ran', '')\"" },
  };
  const registry = await startPackageRegistry(freshRoot(), manifest, { 'run.js': '' });
  const before = process.env.npm_config_registry;
  process.env.npm_config_registry = registry.address;
  after(() => {
    registry.close();
    if (before === undefined) delete process.env.npm_config_registry;
    else process.env.npm_config_registry = before;
  });

  it('installs a package and runs none of its scripts', async () => {
    const { folder: place, manifest: got } = await installedPackage(
      freshRoot(),
      entry,
      installWithNpm,
      signal,
    );
    assert.equal(got.bin, 'run.js');
    assert.ok(existsSync(join(place, '@a/one/run.js')));
    assert.ok(!existsSync(join(place, '@a/one/ran')));
  });

  it('says in one line why a package cannot be had', async () => {
    const missing = { package: '@a/one', version: '9.9.9' };
    await assert.rejects(installedPackage(freshRoot(), missing, installWithNpm, signal), {
      kind: 'not-installed',
      message: /^@a\/one@9\.9\.9: .*No matching version found for @a\/one@9\.9\.9/,
    });
  });
});
