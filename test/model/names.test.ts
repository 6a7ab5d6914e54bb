import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normalisedUrl, serverId } from '../../src/model/identity.ts';
import { freeSlug, serverSlug, slugOf } from '../../src/model/slug.ts';
import { codePoint } from '../code-points.ts';
import { sampleListing } from '../samples.ts';

describe('tool slugs', () => {
  it('leave ordinary names as they are', () => {
    for (const name of ['delete_file', 'get-env', 'policies.remove', '_meta', 'x'])
      assert.equal(slugOf(name), name);
  });

  it('never leave their folder, hide, or look like a page of ours', () => {
    for (const name of [
      '../../etc/passwd',
      '..',
      '.',
      '.hidden',
      'index.html',
      'index.md',
      'data.json',
      '404',
      '<script>',
      'CON',
      'a/b',
      '',
    ]) {
      assert.match(slugOf(name), /^[a-z0-9_-]+$/, name);
    }
  });

  it('keep names apart that differ only in case or in characters a path cannot hold', () => {
    const names = [
      'getServer',
      'getserver',
      'GetServer',
      'get server',
      'get/server',
      'получить',
      '获取',
      '🙂',
    ];
    assert.equal(new Set(names.map(slugOf)).size, names.length);
  });

  it('are safe path segments for any text, and different for different texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), fc.string({ unit: codePoint }), (a, b) => {
        assert.match(slugOf(a), /^[a-z0-9_-](?:[a-z0-9._-]*[a-z0-9_-])?$/);
        assert.ok(slugOf(a).length <= 80);
        if (a !== b) assert.notEqual(slugOf(a), slugOf(b));
      }),
    );
  });
});

describe('server slugs', () => {
  it('are none that a page of a list has', () => {
    assert.match(serverSlug('npm:2'), /^npm-2-[0-9a-f]{6}$/);
  });

  it('stay apart however many ids ask for the same one', () => {
    const taken = new Set<string>();
    const ids = [
      'npm:@a/b-c',
      'npm:@a-b/c',
      'npm:a.b.c',
      'npm:A-B-C',
      'pypi:a-b-c',
      'npm:@А/б',
      'npm:@獲/取',
    ];
    for (const id of ids) {
      const slug = freeSlug(id, (candidate) => taken.has(candidate) || candidate.endsWith('000000'));
      assert.match(slug, /^[a-z0-9-]+$/, id);
      taken.add(slug);
    }
    assert.equal(taken.size, ids.length);
    assert.equal(freeSlug('npm:x', (slug) => slug.length < 20).length, 66);
  });

  it('read like the package or address', () => {
    assert.equal(serverSlug('npm:@playwright/mcp'), 'playwright-mcp');
    assert.equal(serverSlug('remote:https://mcp.example.com/sse'), 'mcp-example-com-sse');
  });

  it('give way when taken', () => {
    assert.match(
      freeSlug('npm:@a/b', (slug) => slug === 'a-b'),
      /^a-b-[0-9a-f]{6}$/,
    );
  });
});

describe('the identity of a server', () => {
  it('is its package without the version, npm before others', () => {
    const packages = [
      { kind: 'oci', name: 'docker.io/x/a:1.2', version: null },
      { kind: 'npm', name: 'a', version: '1.2.0' },
    ] as const;
    assert.equal(serverId(sampleListing('x', { packages: [...packages] })), 'npm:a');
    assert.equal(serverId(sampleListing('x', { packages: [packages[0]] })), 'oci:docker.io/x/a');
  });

  it('is its address when it has no package, in one spelling', () => {
    const remotes = [{ kind: 'sse', url: 'HTTPS://MCP.Example.com/Path/?key=1' }] as const;
    assert.equal(
      serverId(sampleListing('x', { packages: [], remotes: [...remotes] })),
      'remote:https://mcp.example.com/Path',
    );
    assert.equal(normalisedUrl('https://{tenant}.example.com/mcp'), null);
  });

  it('is the name in its source when its addresses are on several hosts, or on nobody else’s', () => {
    for (const urls of [
      ['https://eu.x.example/mcp', 'https://us.x.example/mcp'],
      ['http://localhost:3000/mcp'],
    ]) {
      const remotes = urls.map((url) => ({ kind: 'sse', url }) as const);
      assert.equal(serverId(sampleListing('io.x/a', { packages: [], remotes })), 'bundled:io.x/a');
    }
  });

  it('is the name in its source when there is neither, and never the repository', () => {
    const listing = sampleListing('io.x/a', { packages: [], repository: 'https://example.com/monorepo' });
    assert.equal(serverId(listing), 'bundled:io.x/a');
  });
});
