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
const published = ['0b.jsonl', '0a.jsonl', '0c.jsonl'].map((name, place) => ({
  ...{ name, bytes: 6 + place, sum: sha256(name) },
}));

describe('the page about the data', () => {
  const page = dataPage(
    servers.map((server) => serverFacts(server)),
    2,
    dataFiles(published, ['0a.jsonl', '0b.jsonl', '0a.jsonl']),
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

  it('names each file with bytes, servers and checksum, in order', () => {
    assert.deepEqual(
      page.files.map(({ name, bytes, servers: number, sha256: sum }) => [name, bytes, number, sum]),
      [
        ['0a.jsonl', 7, 2, sha256('0a.jsonl')],
        ['0b.jsonl', 6, 1, sha256('0b.jsonl')],
        ['0c.jsonl', 8, 0, sha256('0c.jsonl')],
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
