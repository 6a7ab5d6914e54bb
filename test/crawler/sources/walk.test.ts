import assert from 'node:assert/strict';
import { after, afterEach, describe, it } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officialRegistry } from '../../../crawler/sources/official-registry.ts';
import { walk } from '../../../crawler/sources/walk.ts';
import { limits } from '../../../src/model/limits.ts';
import type { Limits } from '../../../src/model/limits.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleMachine } from './machine.ts';
import { entry, sendPage, startRegistry } from './registry-server.ts';
import type { Answer, RegistryServer } from './registry-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-walk-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let stores = 0;
const freshStore = (): Promise<Store> => openStore(join(folder, `${++stores}.db`));

let registry: RegistryServer;
afterEach(() => {
  registry.close();
});

/** Walks a registry that answers so. Waiting is noted instead of done; the clock stands still. */
async function walkAgainst(answer: Answer, own?: Store, changes: Partial<Limits> = {}) {
  const store = own ?? (await freshStore());
  registry = await startRegistry(answer);
  const waits: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  const bounds = { ...limits, ...changes };
  const web = { fetch, sleep, now: () => new Date('2026-03-01T12:00:00.000Z'), limits: bounds };
  const source = { ...officialRegistry, address: registry.address };
  const given = { base: registry.address, from: null, again: false, machine: sampleMachine() };
  const parts = { store, web, progress: () => undefined, given };
  const counts = await walk(source, parts, new AbortController().signal);
  const fault = (await store.sourceFaults()).find(({ subject }) => subject === 'official-registry');
  return { counts, store, waits, fault, cursors: registry.cursors };
}

const ids = async (store: Store): Promise<string[]> =>
  (await Array.fromAsync(store.servers())).map(({ id }) => id);
const threePages: Answer = (response, cursor) => {
  if (cursor === null) sendPage(response, [entry('a/one'), entry('a/two')], 'a/two:1');
  else if (cursor === 'a/two:1') sendPage(response, [entry('b/three')], 'b/three & more');
  else sendPage(response, [entry('c/four')]);
};

describe('a walk through a registry', () => {
  it('follows the cursors to the end and keeps every server', async () => {
    const { counts, store, cursors } = await walkAgainst(threePages);
    assert.deepEqual(counts, { pages: 3, unchanged: 0, listings: 4, tools: 0, faults: 0 });
    assert.deepEqual(cursors, [null, 'a/two:1', 'b/three & more']);
    assert.deepEqual(await ids(store), ['npm:a-one', 'npm:a-two', 'npm:b-three', 'npm:c-four']);
    assert.partialDeepStrictEqual(await store.walkPlace('official-registry'), { cursor: null, done: true });
  });

  it('asks for the latest versions, a hundred at a time, and says who asks', async () => {
    let asked = '';
    let agent = '';
    await walkAgainst((response, _cursor, request) => {
      asked = request.url ?? '';
      agent = request.headers['user-agent'] ?? '';
      sendPage(response, []);
    });
    assert.equal(asked, '/v0.1/servers?limit=100&version=latest');
    assert.match(agent, /^placard\//);
  });

  it('makes at most two requests a second', async () => {
    const { waits } = await walkAgainst(threePages);
    assert.deepEqual(waits, [500, 500]);
  });

  it('goes on where an earlier walk was cut off', async () => {
    const store = await freshStore();
    const isCut = await walkAgainst(
      (response, cursor) => {
        if (cursor === 'a/two:1') response.destroy();
        else threePages(response, cursor, response.req);
      },
      store,
      { attempts: 2 },
    );
    assert.equal(isCut.fault?.kind, 'unreachable');
    assert.deepEqual(await ids(store), ['npm:a-one', 'npm:a-two']);
    registry.close();
    const { cursors, fault } = await walkAgainst(threePages, store);
    assert.deepEqual(cursors, ['a/two:1', 'b/three & more']);
    assert.equal(fault, undefined);
    assert.equal((await ids(store)).length, 4);
  });

  it('starts again from the beginning when the last walk reached the end', async () => {
    const store = await freshStore();
    await walkAgainst(threePages, store);
    registry.close();
    const { cursors } = await walkAgainst(threePages, store);
    assert.equal(cursors.length, 3);
  });

  it('starts again in the next run when the registry has forgotten the place', async () => {
    const store = await freshStore();
    await store.saveSourcePage('official-registry', [], { cursor: 'long ago', done: false });
    const { fault } = await walkAgainst((response) => {
      response.statusCode = 400;
      response.end();
    }, store);
    assert.equal(fault?.kind, 'bad-response');
    assert.partialDeepStrictEqual(await store.walkPlace('official-registry'), { cursor: null, done: false });
  });
});

describe('a registry that throttles or fails', () => {
  const failFirst = (times: number, fail: Answer): Answer => {
    let failed = 0;
    return (response, cursor, request) => {
      if (failed++ < times) fail(response, cursor, request);
      else threePages(response, cursor, request);
    };
  };
  const status =
    (code: number, headers: Record<string, string> = {}): Answer =>
    (response) => {
      response.writeHead(code, headers).end('no');
    };

  it('is asked again after the seconds it names', async () => {
    const { waits, counts } = await walkAgainst(failFirst(1, status(429, { 'retry-after': '7' })));
    assert.deepEqual(waits, [7000, 500, 500]);
    assert.deepEqual(counts, { pages: 3, unchanged: 0, listings: 4, tools: 0, faults: 0 });
  });

  it('is asked again at the date it names, by its own clock', async () => {
    const [date, later] = ['Sun, 01 Mar 2026 07:00:00 GMT', 'Sun, 01 Mar 2026 07:00:30 GMT'];
    const { waits } = await walkAgainst(failFirst(1, status(503, { date, 'retry-after': later })));
    assert.deepEqual(waits, [30_000, 500, 500]);
  });

  it('is left alone, place kept, when it asks for more patience than one run has', async () => {
    const store = await freshStore();
    const { fault, cursors } = await walkAgainst((response, cursor, request) => {
      if (cursor === null) threePages(response, cursor, request);
      else status(429, { 'retry-after': '3600' })(response, cursor, request);
    }, store);
    assert.equal(fault?.kind, 'throttled');
    assert.match(fault.cause, /asks to wait 3600 s/);
    assert.equal(cursors.length, 2);
    assert.partialDeepStrictEqual(await store.walkPlace('official-registry'), {
      cursor: 'a/two:1',
      done: false,
    });
  });

  it('is asked again, each time later, when it fails', async () => {
    const { waits, counts } = await walkAgainst(failFirst(3, status(502)));
    assert.deepEqual(waits, [1000, 2000, 4000, 500, 500]);
    assert.equal(counts.faults, 0);
  });

  const ends: [string, Answer, string, RegExp, number][] = [
    ['fails every time', status(500), 'bad-response', /status 500/, 4],
    ['throttles every time', status(429), 'throttled', /status 429/, 4],
    ['refuses', status(403), 'bad-response', /status 403/, 1],
    [
      'points elsewhere',
      status(301, { location: 'http://elsewhere.example/' }),
      'bad-response',
      /points to http:\/\/elsewhere\.example/,
      1,
    ],
    [
      'answers HTML',
      (response) => {
        response.setHeader('content-type', 'text/html').end('<h1>Hello</h1>');
      },
      'bad-response',
      /not JSON \(text\/html\): <h1>Hello/,
      1,
    ],
    [
      'cuts its answers short',
      (response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"servers":[');
        setImmediate(() => response.destroy());
      },
      'bad-response',
      /./,
      4,
    ],
    [
      'answers another shape',
      (response) => response.end('{"servers":{}}'),
      'bad-response',
      /no registry page: .*expected array/,
      1,
    ],
    ['answers null', (response) => response.end('null'), 'bad-response', /no registry page/, 1],
    [
      'sends too much',
      (response) => {
        response.end(' '.repeat(20_000));
      },
      'bad-response',
      /more than 10000 bytes/,
      1,
    ],
    [
      'lists more than a page',
      (response) => {
        sendPage(response, Array<number>(1001).fill(0));
      },
      'bad-response',
      /1001 servers on one page/,
      1,
    ],
    ['never answers', () => undefined, 'unreachable', /no answer in 0\.2 s/, 4],
  ];
  for (const [what, answer, kind, cause, requests] of ends) {
    it(`leaves the fault "${kind}" when it ${what}`, async () => {
      const { fault, counts, cursors } = await walkAgainst(answer, await freshStore(), {
        responseBytes: 10_000,
        responseMilliseconds: 200,
      });
      assert.equal(fault?.kind, kind);
      assert.match(fault.cause, cause);
      assert.equal(counts.faults, 1);
      assert.equal(cursors.length, requests);
    });
  }

  it('leaves the fault "unreachable" when nobody is there', async () => {
    const { fault } = await walkAgainst((response) => {
      response.destroy();
    });
    assert.equal(fault?.kind, 'unreachable');
  });
});

describe('a registry without end', () => {
  it('is left when a cursor comes back, and begun anew the next time', async () => {
    const { fault, cursors, store } = await walkAgainst((response, cursor) => {
      sendPage(response, [entry('a/one')], cursor === 'x' ? 'y' : 'x');
    });
    assert.equal(fault?.kind, 'endless-listing');
    assert.match(fault.cause, /cursor "x" came back/);
    assert.deepEqual(cursors, [null, 'x', 'y']);
    assert.partialDeepStrictEqual(await store.walkPlace('official-registry'), { cursor: null, done: false });
  });

  it('is left after so many pages', async () => {
    let page = 0;
    const endless: Answer = (response) => {
      sendPage(response, [entry(`a/server-${++page}`)], String(page));
    };
    const { fault, store } = await walkAgainst(endless, await freshStore(), { registryPages: 5 });
    assert.match(fault?.cause ?? '', /5 pages and no end/);
    assert.equal((await ids(store)).length, 5);
  });
});

describe('an invalid entry', () => {
  it('leaves a fault that names it, and its neighbours stay', async () => {
    const { store, counts } = await walkAgainst((response) => {
      sendPage(response, [entry('a/one'), entry('a/bad', { name: 7 }), { server: null }, entry('a/two')]);
    });
    assert.deepEqual(await ids(store), ['npm:a-one', 'npm:a-two']);
    assert.equal(counts.faults, 2);
    const faults = (await store.sourceFaults()).map(({ subject, kind }) => [subject, kind]);
    assert.deepEqual(faults, [
      ['official-registry:entry 2', 'invalid-listing'],
      ['official-registry:entry 3', 'invalid-listing'],
    ]);
  });

  it('is forgotten when the registry has mended it', async () => {
    const store = await freshStore();
    const packages = [
      { registryType: 'floppy', identifier: 'a' },
      { registryType: 'npm', identifier: 'a-odd' },
    ];
    const odd = entry('a/odd', { packages });
    await walkAgainst((response) => {
      sendPage(response, [odd]);
    }, store);
    const subjects = (await store.sourceFaults()).map(({ subject }) => subject);
    assert.deepEqual(subjects, ['official-registry:a/odd']);
    registry.close();
    await walkAgainst((response) => {
      sendPage(response, [entry('a/odd')]);
    }, store);
    assert.deepEqual(await store.sourceFaults(), []);
  });
});
