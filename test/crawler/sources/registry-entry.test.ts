import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readEntry } from '../../../crawler/sources/registry-entry.ts';
import { readPage } from '../../../crawler/sources/registry-page.ts';
import { limits } from '../../../src/model/limits.ts';
import { ServerListing } from '../../../src/model/server.ts';
import '../../setup.ts';
import { entry } from './registry-server.ts';

const read = (raw: unknown) => readEntry(raw, 'official-registry');
const listing = (raw: unknown) => read(raw).listing;

describe('an entry of the registry', () => {
  it('becomes a listing', () => {
    const remotes = [{ type: 'sse', url: 'https://mcp.example.com/{tenant}/sse' }];
    const repository = { url: 'https://github.com/a/one', source: 'github' };
    const raw = entry('a/one', { title: 'One', remotes, repository, websiteUrl: 'https://one.example' });
    assert.deepEqual(read(raw), {
      listing: {
        source: 'official-registry',
        name: 'a/one',
        title: 'One',
        description: 'What a/one does.',
        version: '1.0.0',
        repository: 'https://github.com/a/one',
        homepage: 'https://one.example/',
        packages: [{ kind: 'npm', name: 'a-one', version: '1.0.0' }],
        remotes: [{ kind: 'sse', url: 'https://mcp.example.com/{tenant}/sse' }],
        status: 'active',
      },
      complaints: [],
    });
  });

  it('is read in the shapes of earlier years', () => {
    const old = {
      name: 'a/old',
      status: 'deprecated',
      version_detail: { version: '0.1.0' },
      website_url: 'https://old.example/',
      packages: [
        { registry_name: 'npm', name: 'old', version: 'latest' },
        { registry_type: 'docker', identifier: 'docker.io/a/old:1' },
      ],
      remotes: [{ transport_type: 'streamable-http', url: 'https://old.example/mcp' }],
    };
    const found = listing(old);
    assert.equal(found?.status, 'deprecated');
    assert.equal(found.version, '0.1.0');
    assert.equal(found.homepage, 'https://old.example/');
    assert.deepEqual(found.packages, [
      { kind: 'npm', name: 'old', version: null },
      { kind: 'oci', name: 'docker.io/a/old:1', version: null },
    ]);
    assert.deepEqual(found.remotes, [{ kind: 'streamable-http', url: 'https://old.example/mcp' }]);
  });

  it('has the status that stands beside it', () => {
    for (const status of ['active', 'deprecated', 'deleted']) {
      const raw = { ...entry('a/one'), _meta: { 'io.modelcontextprotocol.registry/official': { status } } };
      assert.equal(listing(raw)?.status, status);
    }
  });

  it('loses an address that no browser should open', () => {
    const found = listing(
      entry('a/one', { websiteUrl: 'javascript:alert(1)', repository: { url: 'file:///x' } }),
    );
    assert.equal(found?.homepage, null);
    assert.equal(found.repository, null);
  });

  it('keeps what is usable and says what is not', () => {
    const packages = [{ registryType: 'npm' }, { registryType: 'pypi', identifier: 'b' }, 'c'];
    const { listing: found, complaints } = read(
      entry('a/one', { packages, remotes: [{ type: 'sse', url: 'ftp://x' }] }),
    );
    assert.deepEqual(found?.packages, [{ kind: 'pypi', name: 'b', version: null }]);
    assert.equal(complaints.length, 3);
    assert.match(
      complaints.join('\n'),
      /^package 1: name: .*\npackage 3: kind: .*\nremote 1: url: not a web address$/,
    );
  });

  it('is a listing or a complaint, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const { listing: found, complaints } = read(raw);
        assert.ok(found === null ? complaints.length > 0 : ServerListing.safeParse(found).success);
      }),
    );
  });
});

describe('a page of the registry', () => {
  it('keeps no character that a store refuses, and no entry that is nested without end', () => {
    let deep: object = {};
    for (let level = 0; level < 5000; level += 1) deep = { deep };
    const servers = [entry('a/\ud800', { description: 'a\0b' }), entry('a/deep', { deep })];
    const page = readPage({ servers }, 'official-registry', limits);
    assert.equal(page.entries[0]?.listing.name, 'a/\uFFFD');
    assert.equal(page.entries[0].listing.description, 'a\uFFFDb');
    assert.equal(page.failures.length, 1);
    assert.equal(page.failures[0]?.entry, 'a/deep');
    assert.equal(page.next, null);
  });
});
