import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { merge, type Mergeable } from '../../src/model/merge.ts';
import type { PackageReference } from '../../src/model/launch.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { sampleListing } from '../samples.ts';

const registry = (name: string, changes: Partial<ServerListing> = {}): ServerListing =>
  sampleListing(name, { source: 'official-registry', packages: [], ...changes });
const bare = (name: string, changes: Partial<ServerListing> = {}): ServerListing =>
  sampleListing(name, { packages: [], ...changes });
const npm = (name: string): PackageReference => ({ kind: 'npm', name, version: null });
const remote = (url: string) => ({ kind: 'streamable-http', url }) as const;

/** The names of the listings of each server, and the rules that brought them together. */
function outcome(...listings: ServerListing[]) {
  const { servers, joins } = merge(listings);
  const names = [...servers.values()].map((its) => its.map(({ name }) => name).sort());
  return { names, rules: joins.map(({ rule }) => rule) };
}

describe('two listings are of one server', () => {
  it('when the registry lists the package and the package claims that name', () => {
    const claims = sampleListing('a', { registryName: 'io.x/a' });
    assert.deepEqual(outcome(registry('io.x/a', { packages: [npm('a')] }), claims), {
      names: [['a', 'io.x/a']],
      rules: ['proved-name'],
    });
  });

  it('but not when only the package claims it', () => {
    const claims = sampleListing('evil', { registryName: 'io.x/a' });
    assert.equal(outcome(registry('io.x/a', { packages: [npm('a')] }), claims).names.length, 2);
  });

  it('when they start the same package, whatever the version', () => {
    const other = registry('io.x/a', { packages: [{ kind: 'npm', name: 'a', version: '9.0.0' }] });
    assert.deepEqual(outcome(sampleListing('a'), other).rules, ['package']);
  });

  it('when they start the same image under other spellings', () => {
    const image = (name: string): PackageReference => ({ kind: 'oci', name, version: null });
    const first = bare('a', { packages: [image('mcp/fetch:1.2')] });
    const second = registry('io.x/a', { packages: [image('docker.io/mcp/fetch@sha256:00')] });
    assert.deepEqual(outcome(first, second).rules, ['package']);
  });

  it('when they name the same address', () => {
    const first = bare('a', { remotes: [remote('https://MCP.one.example/mcp/')] });
    const second = registry('io.x/a', { remotes: [remote('https://mcp.one.example/mcp?key=1')] });
    assert.deepEqual(outcome(first, second).rules, ['endpoint']);
  });

  it('when they name the same folder of the same repository', () => {
    const first = sampleListing('a', { repository: 'https://github.com/x/mono/tree/main/src/a' });
    const second = registry('io.x/a', { repository: 'https://github.com/X/mono/tree/HEAD/src/a' });
    assert.deepEqual(outcome(first, second).rules, ['folder']);
  });

  it('when a third listing says so of both', () => {
    const both = registry('io.x/a', { packages: [npm('a')], remotes: [remote('https://one.example/mcp')] });
    const address = bare('b', { remotes: [remote('https://one.example/mcp')] });
    assert.deepEqual(outcome(sampleListing('a'), both, address).names, [['a', 'b', 'io.x/a']]);
  });
});

describe('two listings stay apart', () => {
  const repository = 'https://github.com/x/mono';
  const apart = (what: string, ...listings: ServerListing[]): void => {
    it(what, () => {
      assert.deepEqual(outcome(...listings), { names: listings.map(({ name }) => [name]).sort(), rules: [] });
    });
  };
  apart(
    'when only their titles agree',
    bare('a', { title: 'GitHub' }),
    registry('io.x/b', { title: 'GitHub' }),
  );
  apart(
    'when their repository holds several packages',
    sampleListing('a', { repository }),
    registry('io.x/b', { repository, packages: [npm('b')] }),
  );
  apart(
    'when one source knows two servers in their repository',
    bare('a', { repository }),
    registry('io.x/a', { repository }),
    registry('io.x/b', { repository }),
  );
  apart(
    'when one names the repository and another a folder in it',
    bare('a', { repository }),
    registry('io.x/a', { repository: `${repository}/tree/HEAD/src/a` }),
  );
  apart(
    'when a third listing names the addresses of both, on different hosts',
    bare('a', { remotes: [remote('https://a.one.example/mcp')] }),
    bare('b', { remotes: [remote('https://b.one.example/mcp')] }),
    registry('io.x/both', {
      remotes: [remote('https://a.one.example/mcp'), remote('https://b.one.example/mcp')],
    }),
  );
  apart(
    'when a source gives two servers the same name',
    sampleListing('a', { name: 'notion' }),
    sampleListing('b', { name: 'notion' }),
  );
  apart(
    'when a display name stands where a package’s should',
    bare('a', { packages: [npm('china-railway-(12306)')] }),
    registry('io.x/b', { packages: [npm('china-railway-(12306)')] }),
  );
  apart(
    'when they start the same carrier of messages',
    bare('a', { packages: [npm('mcp-remote')] }),
    registry('io.x/b', { packages: [npm('mcp-remote')] }),
  );
  apart(
    'when they name an address of somebody’s own network, or a template',
    bare('a', { remotes: [remote('http://localhost:8000/mcp'), remote('https://{tenant}.one.example/mcp')] }),
    registry('io.x/b', {
      remotes: [remote('http://localhost:8000/mcp'), remote('https://{tenant}.one.example/mcp')],
    }),
  );
});

describe('merging any listings', () => {
  const few = (...names: string[]) => fc.subarray(names, { maxLength: 2 });
  const someListing = fc
    .record({
      source: fc.constantFrom('bundled' as const, 'official-registry' as const),
      name: fc.constantFrom('io.x/a', 'io.x/b', 'c', 'd', 'e', 'f'),
      packages: few('a', 'b', 'c', 'mcp-remote').map((names) => names.map(npm)),
      remotes: few('https://one.example/mcp', 'https://two.example/mcp', 'http://localhost/mcp').map((urls) =>
        urls.map(remote),
      ),
      repository: fc.constantFrom(
        null,
        'https://github.com/x/a',
        'https://github.com/x/b',
        'https://github.com/x/b/tree/HEAD/one',
      ),
      registryName: fc.constantFrom(undefined, 'io.x/a', 'io.x/b'),
    })
    .map(({ registryName, ...listing }): Mergeable =>
      registryName === undefined ? listing : { ...listing, registryName },
    );
  const someListings = fc.array(someListing, { maxLength: 12 });
  const servers = (listings: Mergeable[]): [string, Mergeable[]][] => [...merge(listings).servers];

  it('does not depend on their order', () => {
    const shuffled = someListings.chain((listings) =>
      fc.tuple(
        fc.constant(listings),
        fc.shuffledSubarray(listings, { minLength: listings.length, maxLength: listings.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([listings, others]) => {
        assert.deepEqual(merge(others), merge(listings));
      }),
    );
  });

  it('does nothing to what is merged already, nor to what is given twice', () => {
    fc.assert(
      fc.property(someListings, (listings) => {
        const once = servers(listings);
        assert.deepEqual(servers(once.flatMap(([, its]) => its)), once);
        assert.deepEqual(servers([...listings, ...listings]), once);
      }),
    );
  });

  it('comes out the same when a part of them was merged before', () => {
    fc.assert(
      fc.property(someListings, someListings, (some, others) => {
        const before = servers(some).flatMap(([, its]) => its);
        assert.deepEqual(servers([...before, ...others]), servers([...some, ...others]));
      }),
    );
  });

  it('loses no listing, gives each to one server, and no two servers the same id', () => {
    fc.assert(
      fc.property(someListings, (listings) => {
        const found = merge(listings);
        const members = [...found.servers.values()].flat();
        assert.equal(members.length, found.listings.length);
        assert.equal(found.listings.length - found.joins.length, found.servers.size);
        for (const listing of listings)
          assert.ok(members.some((member) => JSON.stringify(member) === JSON.stringify(listing)));
      }),
    );
  });
});
