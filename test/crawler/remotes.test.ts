import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, describe, it } from 'node:test';
import { crawlRemotes } from '../../crawler/remotes.ts';
import type { RemotesParts } from '../../crawler/remotes.ts';
import type { Limits } from '../../src/model/limits.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { sampleListing, sampleLive } from '../samples.ts';
import { always, answering, earlier, newest } from './remote/hostile.ts';
import { partsFor, serve } from './remote/loopback.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-remotes-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let number = 0;
const listing = answering(earlier(() => ({ result: { tools: [{ name: 'fine' }] } })));

/** What a registry says of a server at these addresses. An address on this machine identifies nobody, so the name does. */
const listed = (name: string, ...urls: string[]): ServerListing =>
  sampleListing(name, {
    ...{ source: 'official-registry', packages: [] },
    remotes: urls.map((url) => ({ kind: 'streamable-http', url })),
  });

/** A crawl of a store that knows these listings. */
async function crawlOf(
  listings: ServerListing[],
  limits: Partial<Limits> = {},
  changes: Partial<RemotesParts> = {},
) {
  const store = await openStore(join(folder, `${++number}.db`));
  await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
  const lines: string[] = [];
  const parts: RemotesParts = {
    ...partsFor(limits),
    store,
    progress: (line) => lines.push(line),
    ...changes,
  };
  const crawl = (again = false, now = parts.now, signal = new AbortController().signal) =>
    crawlRemotes({ ...parts, now }, { again }, signal);
  return { store, crawl, lines };
}

describe('a crawl of remote servers', () => {
  it('lists the tools of each and keeps what each address answered', async () => {
    const [fine, shut, gone] = await Promise.all([serve(listing), serve(always(401)), serve(always(410))]);
    const template = 'https://{tenant}.example/mcp';
    const { store, crawl, lines } = await crawlOf([
      ...[
        listed('fine', fine.url),
        listed('shut', shut.url),
        listed('gone', gone.url),
        listed('own', template),
      ],
      sampleListing('package-only'),
    ]);
    assert.deepEqual(await crawl(), { listed: 1, needy: 2, unlisted: 1, unchanged: 0, faults: 1 });
    const known = (await Array.fromAsync(store.servers())).map(({ id, tools, reachability, faults }) => ({
      ...{ id, tools: tools.length },
      states: reachability.map(({ state }) => state),
      faults: faults.map(({ kind }) => kind),
    }));
    assert.deepEqual(
      new Set(known),
      new Set([
        { id: 'official-registry:fine', tools: 1, states: ['listed'], faults: [] },
        { id: 'official-registry:shut', tools: 0, states: ['needs-login'], faults: [] },
        { id: 'official-registry:gone', tools: 0, states: ['unreachable'], faults: ['unreachable'] },
        { id: 'official-registry:own', tools: 0, states: ['needs-configuration'], faults: [] },
        { id: 'npm:package-only', tools: 0, states: [], faults: [] },
      ]),
    );
    assert.match(lines.at(-1) ?? '', /^4 of 4, about 0\.0 s left · /);
  });

  it('asks the next address when the first one does not list', async () => {
    const [gone, fine, spare] = await Promise.all([serve(always(404)), serve(listing), serve(listing)]);
    const { store, crawl } = await crawlOf([listed('a', gone.url, fine.url, spare.url)]);
    assert.deepEqual(await crawl(), { listed: 1, needy: 0, unlisted: 0, unchanged: 0, faults: 0 });
    const server = await store.server('official-registry:a');
    assert.deepEqual(
      server?.reachability.map(({ state }) => state),
      ['unreachable', 'listed'],
    );
    assert.equal(server.inspection?.kind, 'remote');
    assert.deepEqual(spare.asked, []);
  });

  it('keeps the last good listing with its date when a server fails later', async () => {
    let isDown = false;
    const { url } = await serve((request, response) => {
      (isDown ? always(503) : listing)(request, response);
    });
    const { store, crawl } = await crawlOf([listed('a', url)]);
    await crawl();
    isDown = true;
    assert.equal((await crawl(true, () => new Date('2026-04-01T00:00:00.000Z'))).faults, 1);
    const server = await store.server('official-registry:a');
    assert.equal(server?.tools.length, 1);
    assert.equal(server.inspection?.at, '2026-03-01T00:00:00.000Z');
    assert.deepEqual(
      server.reachability.map(({ state, at }) => [state, at]),
      [['unknown', '2026-04-01T00:00:00.000Z']],
    );
  });

  it('leaves alone what has answered lately, and asks again what has not', async () => {
    let isDown = true;
    const fine = await serve(listing);
    const flaky = await serve((request, response) => {
      (isDown ? always(503) : listing)(request, response);
    });
    const { crawl } = await crawlOf([listed('a', fine.url), listed('b', flaky.url)]);
    assert.deepEqual(await crawl(), { listed: 1, needy: 0, unlisted: 1, unchanged: 0, faults: 1 });
    isDown = false;
    assert.deepEqual(await crawl(), { listed: 1, needy: 0, unlisted: 0, unchanged: 1, faults: 0 });
    assert.deepEqual(await crawl(), { listed: 0, needy: 0, unlisted: 0, unchanged: 2, faults: 0 });
    assert.deepEqual(await crawl(true), { listed: 2, needy: 0, unlisted: 0, unchanged: 0, faults: 0 });
  });

  it('believes a server that says for how long its list keeps', async () => {
    const day = 24 * 60 * 60_000;
    const page = { tools: [{ name: 'fine' }], cacheScope: 'public', ttlMs: 3 * day };
    const { url, asked } = await serve(answering(newest(() => page)));
    const { crawl } = await crawlOf([listed('a', url)]);
    await crawl();
    const requests = asked.length;
    const later = (days: number) =>
      crawl(false, () => new Date(Date.parse('2026-03-01T00:00:00.000Z') + days * day));
    assert.equal((await later(2)).unchanged, 1);
    assert.equal(asked.length, requests);
    assert.equal((await later(4)).listed, 1);
  });

  it('does not ask a server whose package was started', async () => {
    const { url, asked } = await serve(listing);
    const both = { ...listed('a', url), packages: sampleListing('a').packages };
    const { store, crawl } = await crawlOf([both]);
    await store.saveLive(sampleLive('a', [{ name: 'read' }]), []);
    assert.deepEqual(await crawl(), { listed: 0, needy: 0, unlisted: 0, unchanged: 0, faults: 0 });
    assert.deepEqual(asked, []);
  });

  it('stops when it is interrupted and keeps what was listed', async () => {
    const interruption = new AbortController();
    const fine = await serve(listing);
    const slow = await serve(() => {
      interruption.abort(new Error('interrupted'));
    });
    const { store, crawl } = await crawlOf([listed('a', fine.url), listed('b', slow.url)]);
    await assert.rejects(crawl(false, undefined, interruption.signal), { message: 'interrupted' });
    assert.deepEqual((await store.server('official-registry:b'))?.faults, []);
  });
});

describe('the manners of the crawl', () => {
  /** A server that notes when it is asked and how many are asking at the same time. */
  async function watched(times: number[], load: { now: number; most: number }) {
    return serve((request, response) => {
      times.push(performance.now());
      load.now += 1;
      load.most = Math.max(load.most, load.now);
      response.once('close', () => {
        load.now -= 1;
      });
      void setTimeout(20).then(() => {
        listing(request, response);
      });
    });
  }

  it('gives a host one request at a time with a rest between two, however many servers are there', async () => {
    const times: number[] = [];
    const load = { now: 0, most: 0 };
    const servers = await Promise.all([1, 2, 3].map(() => watched(times, load)));
    const { crawl } = await crawlOf(
      servers.map(({ url }, index) => listed(`a${index}`, url)),
      { hostGapMilliseconds: 60 },
    );
    assert.equal((await crawl()).listed, 3);
    assert.equal(load.most, 1);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    assert.equal(times.length, 12);
    assert.deepEqual(
      gaps.filter((gap) => gap < 60),
      [],
    );
  });

  it('visits several hosts at the same time, and no more than the limit', async () => {
    const load = { now: 0, most: 0 };
    const servers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => watched([], load)));
    const reach = { resolve: partsFor().reach.resolve, isAllowed: () => true };
    const { crawl } = await crawlOf(
      servers.map(({ url }, index) => listed(`a${index}`, url.replace('127.0.0.1', `host-${index}.example`))),
      { hostsAtOnce: 3 },
      { reach },
    );
    assert.equal((await crawl()).listed, 6);
    assert.equal(load.most, 3);
  });
});
