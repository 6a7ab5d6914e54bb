import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import '../setup.ts';
import { dataFiles, dataPage } from '../../src/view/data-page.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { addressOn } from '../../src/view/json-ld.ts';
import { serverFacts } from '../../src/view/server-facts.ts';
import { dataset } from '../../src/view/things.ts';
import { sampleListing, sampleServer, sampleTool } from '../samples.ts';

const servers = [
  sampleServer('live', [sampleTool({ name: 'look' })], {
    sources: [sampleListing('live'), sampleListing('io.live', { source: 'official-registry' })],
  }),
  sampleServer('told', [sampleTool({ name: 'look' })], {
    inspection: null,
    listed: { source: 'glama', name: 'told', on: '2026-01-02' },
    sources: [sampleListing('told', { source: 'glama' })],
  }),
  sampleServer('silent', [], { inspection: null }),
];
const shards = Object.entries({ '0b.jsonl': '{"é":1}\n', '0a.jsonl': '{}\n{}\n' }).map(([name, text]) => ({
  ...{ name, bytes: Buffer.from(text), sum: sha256(text) },
}));

describe('the page about the data', () => {
  const page = dataPage(
    servers.map((server) => serverFacts(server)),
    2,
    dataFiles(shards),
  );

  it('counts servers by how their tools are known, and unknown is one of the ways', () => {
    assert.deepEqual(
      page.known.map(({ servers: number }) => number),
      [1, 1, 1],
    );
  });

  it('counts the servers that each source names, with its terms where it has any', () => {
    assert.deepEqual(
      page.sources.map(({ servers: number, terms }) => [number, terms]),
      [
        [1, 'CC0 1.0'],
        [2, null],
        [1, null],
      ],
    );
  });

  it('names each file with bytes, lines and checksum, in order', () => {
    assert.deepEqual(
      page.files.map(({ name, bytes, servers: lines, sha256 }) => [name, bytes, lines, sha256.slice(0, 8)]),
      [
        ['0a.jsonl', 6, 2, '3b00ba53'],
        ['0b.jsonl', 9, 1, 'f14f90b3'],
      ],
    );
  });

  it('is a Dataset to machines, with licence and download', () => {
    const thing = dataset(
      { ...page, license: page.licence.address, files: [{ path: '/x.json', mediaType: 'application/json' }] },
      addressOn(new URL('https://placard.example')),
    );
    assert.match(JSON.stringify(thing), /"@type":"Dataset".*"license":"https:\/\/creativecommons\.org/);
    assert.match(JSON.stringify(thing), /"contentUrl":"https:\/\/placard\.example\/x\.json"/);
  });
});
