import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, it } from 'node:test';
import { changeEntry } from '../../src/api/change.ts';
import { serverRecord } from '../../src/api/server-record.ts';
import { shardTexts } from '../../src/catalogue/write.ts';
import type { Consulted } from '../../src/consult/consulted.ts';
import { consult } from '../../src/consult/open.ts';
import { lookupEntry, lookupShards } from '../../src/lookup/shards.ts';
import { hiddenCharacters } from '../../src/model/display.ts';
import { paths } from '../../src/model/paths.ts';
import { collect } from '../../src/search/collect.ts';
import { searchPart } from '../../src/search/part.ts';
import { searchFiles } from '../../src/search/publish.ts';
import { UserError } from '../../src/terminal/command.ts';
import { listOfChanges, serverChanges } from '../../src/view/changes.ts';
import { searchDocuments, searchFacetValues } from '../../src/view/search-documents.ts';
import { publishedServers } from '../policy/sample-policy.ts';

const fetching = { fetch, fileBytes: 30_000_000, milliseconds: 5_000 };
const servers = publishedServers();
const [server] = servers.filter(({ tools, packages }) => tools.length > 3 && packages.length > 0);
assert.ok(server);
const [reference] = server.packages;
assert.ok(reference);

async function listening(answer: RequestListener): Promise<string> {
  const http = createServer(answer).listen(0, '127.0.0.1');
  await once(http, 'listening');
  after(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as { port: number }).port}`;
}

/** Every file of a site that a catalogue at an address is read from, made by what makes the site. */
function siteFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, shard] of lookupShards(servers.map(lookupEntry)))
    files.set(paths.lookup(name), JSON.stringify(shard));
  for (const each of servers)
    files.set(paths.json(paths.server(each.slug)), JSON.stringify(serverRecord(each)));
  for (const [name, text] of shardTexts(servers)) files.set(paths.catalogueFile(name), text);
  const parts = servers.map((each) => searchPart(searchDocuments(each), searchFacetValues));
  for (const { path, text } of searchFiles(collect(parts, searchFacetValues))) files.set(path, text);
  const entries = listOfChanges(servers.flatMap(serverChanges)).entries.map(changeEntry);
  const page = { page: paths.changes, json: paths.json(paths.changes), title: 'Changes' };
  const list = { total: entries.length, first: 1, last: entries.length, previous: null, next: null, entries };
  files.set(paths.json(paths.changes), JSON.stringify({ ...page, ...list }));
  return files;
}

describe('a catalogue that is consulted', async () => {
  const files = siteFiles();
  const asked: { url: string; status: number }[] = [];
  const site = await listening(({ url = '', headers }, response) => {
    const text = url.startsWith('/below') ? files.get(url.slice('/below'.length)) : undefined;
    const tag = `"${url.length}"`;
    const status = text === undefined ? 404 : headers['if-none-match'] === tag ? 304 : 200;
    asked.push({ url, status });
    response.writeHead(status, { etag: tag }).end(status === 200 ? text : undefined);
  });
  const places: Record<string, Consulted> = {
    'in a folder': consult('data/catalogue', fetching),
    'at an address below the root of a host': consult(`${site}/below/`, fetching),
  };

  for (const [where, catalogue] of Object.entries(places)) {
    it(`finds a server by whatever is known of it, ${where}`, async () => {
      const { name, kind } = reference;
      for (const sought of [server.slug, server.id, `${kind}:${name}`, ` ${server.name.toUpperCase()} `])
        assert.deepEqual(await catalogue.find(sought), [server], sought);
      assert.deepEqual(await catalogue.find('npm:no-such-package'), []);
      assert.deepEqual(await catalogue.find('__proto__'), []);
    });

    it(`lists what changed from a day on, newest first, ${where}`, async () => {
      const all = await catalogue.changes('2000-01-01', 1_000);
      assert.ok(all.length > 0);
      assert.deepEqual(
        all.map(({ on }) => on),
        all
          .map(({ on }) => on)
          .toSorted()
          .toReversed(),
      );
      assert.deepEqual(await catalogue.changes('2999-01-01', 10), []);
      assert.equal((await catalogue.changes('2000-01-01', 1)).length, 1);
    });
  }

  for (const [where, catalogue] of Object.entries(places))
    it(`finds tools by words, and keeps to the risks and categories that are named, ${where}`, async () => {
      const query = { words: '', risks: [], categories: [], most: 5 };
      const found = await catalogue.search({ ...query, words: 'read file' });
      assert.match(found[0]?.tool ?? '', /^read_?file$/i);
      assert.equal(found[0]?.page.startsWith(`/servers/${found[0].server}/`), true);
      assert.deepEqual(await catalogue.search({ ...query, words: 'raed flie' }), found, 'as if spelled well');
      assert.equal((await catalogue.search({ ...query, words: 'file', most: 40 })).length, 40);
      assert.deepEqual(await catalogue.search({ ...query, words: 'zzzzqqqqxx' }), []);
      const grave = await catalogue.search({ ...query, risks: ['Critical'], categories: ['Execute'] });
      assert.ok(grave.length > 0);
      for (const { risk, category } of grave) assert.deepEqual([risk, category], ['Critical', 'Execute']);
    });

  it('is not sent again what has not changed', async () => {
    const catalogue = consult(`${site}/below`, fetching);
    await catalogue.find(server.slug);
    asked.length = 0;
    await catalogue.find(server.slug);
    assert.ok(asked.length > 0);
    assert.ok(
      asked.every(({ status }) => status === 304),
      JSON.stringify(asked),
    );
  });
});

/** More than anybody reads. */
const endless = (): Readable =>
  new Readable({
    read() {
      this.push('x'.repeat(100_000));
    },
  });

describe('a place that holds no catalogue', async () => {
  const answers: Record<string, [answer: RequestListener, says: RegExp]> = {
    'has no such files': [
      (_request, response) => response.writeHead(404).end(),
      /no catalogue at this address/,
    ],
    'answers with a page': [(_request, response) => response.end('<html>hello'), /no JSON/],
    'answers with other JSON': [(_request, response) => response.end('[1]'), /no file of a catalogue/],
    fails: [(_request, response) => response.writeHead(503).end(), /status 503/],
    'never stops': [(_request, response) => endless().pipe(response), /has more than 1,000,000 bytes/],
    'never begins': [() => undefined, /cannot be reached/],
    'sends what a terminal obeys': [
      (_request, response) => response.end('{"npm:x\u001b[2J":1}'),
      /no file of a catalogue/,
    ],
  };
  for (const [name, [answer, says]] of Object.entries(answers)) {
    const url = await listening(answer);
    it(`is refused with its cause and what to name instead: one that ${name}`, async () => {
      const catalogue = consult(url, { fetch, fileBytes: 1_000_000, milliseconds: 500 });
      await assert.rejects(catalogue.find('npm:x'), (error: unknown) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, says);
        assert.match(error.message, /Name the address of a site/);
        assert.deepEqual(hiddenCharacters(error.message.replaceAll('\n', '')), []);
        return true;
      });
    });
  }

  it('is refused when it is nothing that could be one', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'placard-empty-'));
    for (const place of [empty, 'nowhere', 'ftp://a.example', 'https://user:word@a.example', 'http://'])
      assert.throws(() => consult(place, fetching), UserError, place);
    rmSync(empty, { recursive: true });
    await assert.rejects(consult('http://127.0.0.1:9', fetching).find('x'), /cannot be reached/);
  });
});
