import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findServers } from '../../src/lookup/find.ts';
import { keysOf, keysOfServer, shardNames, shardOf, type Sought } from '../../src/lookup/keys.ts';
import { lookupEntry, lookupShards } from '../../src/lookup/shards.ts';
import { limits } from '../../src/model/limits.ts';
import { LookupShard } from '../../src/model/lookup.ts';
import { paths } from '../../src/model/paths.ts';
import { lookup } from '../../src/publishers/lookup.ts';
import { published } from '../publishers/published.ts';
import { sampleListing, sampleServer } from '../samples.ts';

const nothing: Sought = { packages: [], remotes: [], repository: null, names: [] };
const files = sampleServer('@harbour/files', [], {
  name: 'Harbour Files',
  repository: 'https://github.com/Harbour/servers/tree/main/files',
  remotes: [{ kind: 'streamable-http', url: 'https://MCP.harbour.example/files/?v=1' }],
  sources: [
    sampleListing('@harbour/files', { source: 'official-registry', name: 'io.github.harbour/files' }),
    sampleListing('harbour/files', {
      packages: [{ kind: 'oci', name: 'ghcr.io/harbour/files:1', version: null }],
      remotes: [{ kind: 'sse', url: 'https://mcp.harbour.example/sse' }],
    }),
  ],
});
const mail = sampleServer('harbour-mail', [], { repository: 'https://github.com/harbour/servers' });
const shards = lookupShards([files, mail].map(lookupEntry));
const find = (sought: Partial<Sought>) =>
  findServers(keysOf({ ...nothing, ...sought }), (name) => shards.get(name) ?? {});

describe('the look-up', () => {
  it('finds a server by package, image, address, repository and name', async () => {
    const ways: [Partial<Sought>, string][] = [
      [{ packages: [{ kind: 'npm', name: '@harbour/files', version: '9.9.9' }] }, 'package'],
      [{ packages: [{ kind: 'oci', name: 'ghcr.io/harbour/files@sha256:00', version: null }] }, 'image'],
      [{ remotes: [{ kind: 'sse', url: 'https://mcp.harbour.example/files?key=1' }] }, 'remote'],
      [{ remotes: [{ kind: 'sse', url: 'https://mcp.harbour.example/sse/' }] }, 'remote'],
      [{ repository: 'https://github.com/harbour/servers/tree/HEAD/files' }, 'repository'],
      [{ names: ['IO.github.Harbour/files '] }, 'name'],
      [{ names: ['harbour files'] }, 'name'],
      [{ names: [files.slug] }, 'name'],
      [{ names: [files.id] }, 'name'],
    ];
    for (const [sought, kind] of ways) {
      const found = await find(sought);
      assert.deepEqual([found?.kind, found?.servers], [kind, [files.slug]], JSON.stringify(sought));
    }
  });

  it('takes the strongest key that leads anywhere', async () => {
    const found = await find({
      packages: [{ kind: 'npm', name: 'unheard-of', version: null }],
      names: ['harbour-mail'],
    });
    assert.deepEqual([found?.kind, found?.servers], ['name', [mail.slug]]);
    assert.equal(await find({ names: ['nobody'] }), null);
    assert.equal(await find({ names: ['__proto__', 'constructor'] }), null);
  });

  it('names all servers that share a key, and none where too many do', async () => {
    const both = await find({ repository: 'https://github.com/harbour/servers' });
    assert.deepEqual(both?.servers, [files.slug, mail.slug]);
    const crowd = Array.from({ length: limits.lookupServers + 1 }, (_, place) =>
      sampleServer(`crowd-${place}`, [], { name: 'Crowd' }),
    );
    const crowded = lookupShards(crowd.map(lookupEntry));
    assert.equal(
      await findServers(keysOf({ ...nothing, names: ['crowd'] }), (at) => crowded.get(at) ?? {}),
      null,
    );
  });

  it('reads only the shards of the keys, which anybody can compute', async () => {
    const read: string[] = [];
    await findServers([{ kind: 'package', text: 'npm:@harbour/files' }], (name) => {
      read.push(name);
      return {};
    });
    assert.deepEqual(read, [createHash('sha256').update('npm:@harbour/files').digest('hex').slice(0, 2)]);
  });

  it('gives each key of each server a place in the shard of its hash', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        const server = sampleServer('any', [], { name });
        const made = lookupShards([lookupEntry(server)]);
        return keysOfServer(server).every((key) => made.get(shardOf(key))?.[key]?.[0] === server.slug);
      }),
    );
  });

  it('has no key for a carrier, an address of somebody’s own network or a template', () => {
    const keys = keysOf({
      ...nothing,
      packages: [{ kind: 'npm', name: 'mcp-remote', version: null }],
      remotes: [
        { kind: 'sse', url: 'http://localhost:3000/sse' },
        { kind: 'sse', url: 'https://x.example/{secret}/sse' },
      ],
    });
    assert.deepEqual(keys, []);
  });

  it('is published as 256 files, whatever there is to find', async () => {
    const { folder, remove } = await published([lookup], [files, mail]);
    const names = readdirSync(join(folder, paths.lookup('00'), '..'));
    assert.deepEqual(
      names.sort(),
      shardNames.map((name) => `${name}.json`),
    );
    const text = readFileSync(join(folder, paths.lookup(shardOf('npm:harbour-mail'))), 'utf8');
    assert.deepEqual(LookupShard.parse(JSON.parse(text))['npm:harbour-mail'], [mail.slug]);
    remove();
  });
});
