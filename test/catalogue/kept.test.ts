import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { sumsName } from '../../src/catalogue/sums.ts';
import { openWriting } from '../../src/catalogue/write.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const root = mkdtempSync(join(tmpdir(), 'placard-kept-'));
after(() => {
  rmSync(root, { recursive: true });
});
const [folder, kept] = [join(root, 'catalogue'), join(root, 'state', 'classified')];
const servers = ['b', '@x/a', 'c\tname'].map((name) => sampleServer(name, [sampleTool({ name: 'réad' })]));
const [first = assert.fail('there is a server')] = servers;

/** Writes the servers, of which each is made from a word. */
function write(word: string, review = true): void {
  const writing = openWriting(folder, kept);
  for (const server of servers) writing.add(server, word);
  writing.finish(review ? new Map([[first.id, [{ reason: 'many-tools' }]]]) : new Map());
  writing.close();
}

describe('what was published, for the next time', () => {
  it('is found again by server and by what it was made from, without its review', () => {
    write('one');
    const next = openWriting(folder, kept);
    for (const server of servers) assert.deepEqual(next.known(server.id, 'one'), server);
    assert.equal(next.known(first.id, 'two'), null);
    assert.equal(next.known('npm:nobody', 'one'), null);
    next.close();
  });

  it('gives the same catalogue, and stays until the next one is whole', () => {
    const before = readCatalogue(folder);
    const next = openWriting(folder, kept);
    for (const server of servers) next.add(next.known(server.id, 'one') ?? assert.fail(), 'one');
    const killed = openWriting(folder, kept);
    assert.deepEqual(killed.known(first.id, 'one'), first);
    killed.close();
    write('one');
    assert.deepEqual(readCatalogue(folder), before);
  });

  it('is replaced as a whole and leaves nothing else behind', () => {
    write('two', false);
    const next = openWriting(folder, kept);
    assert.equal(next.known(first.id, 'one'), null);
    assert.deepEqual(next.known(first.id, 'two'), first);
    next.close();
    assert.deepEqual(readdirSync(join(root, 'state')), ['classified']);
    assert.ok(readdirSync(folder).every((name) => name.endsWith('.jsonl') || name === sumsName));
    assert.ok(existsSync(kept));
  });
});
