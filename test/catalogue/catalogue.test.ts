import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { readCatalogue, streamRecorded } from '../../src/catalogue/read.ts';
import { shardOf } from '../../src/catalogue/shards.ts';
import { sumsName } from '../../src/catalogue/sums.ts';
import { openWriting, shardTexts, writeCatalogue } from '../../src/catalogue/write.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const root = mkdtempSync(join(tmpdir(), 'placard-catalogue-'));
after(() => {
  rmSync(root, { recursive: true });
});
const freshFolder = (): string => mkdtempSync(join(root, 'folder-'));
const servers = ['b', '@x/a', 'c'].map((name) => sampleServer(name, [sampleTool({ name: 'read' })]));

describe('the published catalogue', () => {
  it('is read back as it was written, by slug', () => {
    const folder = freshFolder();
    writeCatalogue(folder, servers);
    assert.deepEqual(
      readCatalogue(folder),
      servers.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    );
  });

  it('is empty, not an error, where no folder is', () => {
    assert.deepEqual(readCatalogue(join(root, 'nowhere')), []);
  });

  it('has the same bytes whatever the order of servers and of their keys', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 8 });
    const property = fc.property(names, fc.infiniteStream(fc.nat()), (chosen, order) => {
      const made = chosen.map((name) => sampleServer(name));
      const shuffled = made.toSorted(() => (order.next().value ?? 0) % 2 || -1);
      const turned = shuffled.map((server) => Object.fromEntries(Object.entries(server).reverse()));
      assert.deepEqual(shardTexts(turned as typeof made), shardTexts(made));
    });
    fc.assert(property, { numRuns: 50 });
  });

  it('is written server by server, and gets the reviews that are known only when all are', () => {
    const folder = freshFolder();
    const writing = openWriting(folder);
    for (const server of servers) writing.add(server);
    const [first, ...others] = servers;
    assert.ok(first);
    assert.deepEqual(writing.server(first.id), first);
    assert.deepEqual(readCatalogue(folder), [], 'nothing is there before all is known');
    writing.finish(new Map([[first.id, [{ reason: 'many-tools' }]]]));
    writing.close();
    assert.deepEqual(
      new Map(readCatalogue(folder).map((server) => [server.id, server])),
      new Map([
        ...others.map((server) => [server.id, server] as const),
        [first.id, { ...first, review: [{ reason: 'many-tools' }] }],
      ]),
    );
    assert.ok(readdirSync(folder).every((name) => name === sumsName || name.endsWith('.jsonl')));
  });

  it('touches only what changed and removes what is gone', () => {
    const folder = freshFolder();
    assert.equal(writeCatalogue(folder, servers).written, new Set(servers.map(({ id }) => shardOf(id))).size);
    assert.deepEqual(writeCatalogue(folder, servers), { written: 0, removed: 0 });
    writeFileSync(join(folder, 'README.md'), 'stays');
    const [first] = servers;
    assert.ok(first);
    assert.equal(writeCatalogue(folder, [{ ...first, name: 'Renamed' }]).written, 1);
    assert.deepEqual(readdirSync(folder).sort(), ['README.md', sumsName, shardOf(first.id)].sort());
  });
});

describe('a catalogue that was published damaged, or before there were sums', () => {
  const [server] = servers;
  assert.ok(server);
  const shard = shardOf(server.id);
  const damage = (change: (file: string) => void): string => {
    const folder = freshFolder();
    writeCatalogue(folder, [server]);
    rmSync(join(folder, sumsName));
    change(join(folder, shard));
    return folder;
  };

  it('names file and line of what is not JSON', () => {
    const folder = damage((file) => {
      appendFileSync(file, '{"id":\n');
    });
    assert.throws(() => readCatalogue(folder), new RegExp(`${shard}, line 2: this is not JSON`));
  });

  it('names file, line and field of what is no entry', () => {
    const folder = damage((file) => {
      writeFileSync(file, readFileSync(file, 'utf8').replace('"Low"', '"Harmless"'));
    });
    assert.throws(
      () => readCatalogue(folder),
      new RegExp(`${shard}, line 1: this is no catalogue entry[^]*risk`),
    );
  });

  it('refuses what an earlier version published, which a store takes over all the same', () => {
    const folder = damage((file) => {
      writeFileSync(
        file,
        readFileSync(file, 'utf8')
          .replace(/"tokens":\d+,?/, '')
          .replace(',}', '}'),
      );
    });
    assert.throws(() => readCatalogue(folder), /tokens[^]*npm run classify/);
    assert.deepEqual(
      [...streamRecorded(folder)].map(({ id }) => id),
      [server.id],
    );
  });

  it('notices a cut last line', () => {
    const folder = damage((file) => {
      writeFileSync(file, readFileSync(file, 'utf8').trimEnd());
    });
    assert.throws(() => readCatalogue(folder), /line 1: the last line is cut off/);
  });

  it('notices an entry in the wrong file', () => {
    const folder = damage((file) => {
      writeFileSync(join(file, '..', shard === '00.jsonl' ? '01.jsonl' : '00.jsonl'), readFileSync(file));
    });
    assert.throws(() => readCatalogue(folder), /belongs into/);
  });
});
