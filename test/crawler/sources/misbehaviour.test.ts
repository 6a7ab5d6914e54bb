import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, it } from 'node:test';
import { sources } from '../../../crawler/sources.ts';
import type { FaultKind } from '../../../src/model/fault.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshStore, serve, walkSource } from './walking.ts';
import type { LoopbackServer } from './walking.ts';
import { webSources } from './web-sources.ts';
import type { Reply, WebSource } from './web-sources.ts';

const web = await webSources();
let server: LoopbackServer | undefined;
afterEach(() => {
  server?.close();
});

function send(response: ServerResponse, { type, body }: Reply): void {
  response.setHeader('content-type', type).end(body);
}

/** What a misbehaving registry does instead of answering a page; false when it answers after all. */
type Misbehaviour = (response: ServerResponse, of: WebSource) => boolean;

/** A registry that behaves but for this. */
async function start(of: WebSource, misbehave: Misbehaviour): Promise<LoopbackServer> {
  server = await serve((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://registry');
    const etag = request.headers['if-none-match'];
    if (of.isPage(pathname) && misbehave(response, of)) return;
    const reply = of.reply(pathname, searchParams);
    response.setHeader('etag', `"${pathname}${String(searchParams)}"`);
    if (reply === undefined) response.writeHead(404).end();
    else if (etag === response.getHeader('etag')) response.writeHead(304).end();
    else send(response, reply);
  });
  return server;
}

async function walkOf(of: WebSource, { address, requests: all }: LoopbackServer, store: Store) {
  const asked = all.length;
  const base = of.source.id === 'awesome' ? `${address}/list.md` : address;
  const bounds = { registryPages: 6, responseBytes: 100_000, archiveBytes: 100_000 };
  const circumstances = { store, base, machine: of.machine, limits: bounds };
  const outcome = await walkSource({ ...of.source, address: base }, circumstances);
  const now = all.slice(asked);
  const isPage = ({ url = '' }: (typeof now)[number]) => of.isPage(new URL(url, 'http://registry').pathname);
  return { ...outcome, requests: now.filter(isPage), all: now };
}

/** Walks a source whose registry behaves but for this. */
async function walkAgainst(of: WebSource, misbehave: Misbehaviour, own?: Store) {
  const store = own ?? (await freshStore());
  const registry = await start(of, misbehave);
  const outcome = await walkOf(of, registry, store);
  registry.close();
  return outcome;
}

const known = async (store: Store) => {
  const servers = await Array.fromAsync(store.servers());
  return {
    servers: servers.map(({ id }) => id),
    tools: servers.flatMap(({ tools }) => tools.map(({ definition }) => definition.name)),
  };
};
const behave: Misbehaviour = () => false;

const misbehaviours: Record<
  string,
  { does: Misbehaviour; kind: FaultKind; cause: RegExp; requests: number }
> = {
  'asks to wait an hour': {
    does: (response) => Boolean(response.writeHead(429, { 'retry-after': '3600' }).end()),
    ...{ kind: 'throttled', cause: /asks to wait 3600 s/, requests: 1 },
  },
  'fails every time': {
    does: (response) => Boolean(response.writeHead(502).end('bad gateway')),
    ...{ kind: 'bad-response', cause: /status 502/, requests: 4 },
  },
  'wants another key': {
    does: (response) => Boolean(response.writeHead(401).end('{"error":"key"}')),
    ...{ kind: 'bad-response', cause: /status 401/, requests: 1 },
  },
  'points elsewhere': {
    does: (response) => Boolean(response.writeHead(302, { location: 'http://elsewhere.example/' }).end()),
    ...{ kind: 'bad-response', cause: /points to http:\/\/elsewhere\.example/, requests: 1 },
  },
  'cuts its answers short': {
    does: (response) => {
      response.writeHead(200, { 'content-length': '5000' }).write('{"servers":[');
      setImmediate(() => response.destroy());
      return true;
    },
    ...{ kind: 'bad-response', cause: /./, requests: 4 },
  },
  'hangs up': {
    does: (response) => Boolean(response.destroy()),
    ...{ kind: 'unreachable', cause: /./, requests: 4 },
  },
  'answers an error page in HTML with status 200': {
    does: (response) => {
      send(response, {
        type: 'text/html',
        body: '<html><h1>502 Bad Gateway</h1><ul><li>Try again</ul></html>',
      });
      return true;
    },
    ...{ kind: 'bad-response', cause: /./, requests: 1 },
  },
  'has changed its shape': {
    does: (response, of) => {
      send(response, of.changed);
      return true;
    },
    ...{ kind: 'bad-response', cause: /./, requests: 1 },
  },
  'sends without end': {
    does: (response) => Boolean(response.end(Buffer.alloc(200_000, '['))),
    ...{ kind: 'bad-response', cause: /more than 100000 bytes/, requests: 1 },
  },
  'says that nothing has changed to somebody who knows nothing': {
    does: (response) => Boolean(response.writeHead(304).end()),
    ...{ kind: 'bad-response', cause: /status 304/, requests: 1 },
  },
};

for (const of of web) {
  const { id } = of.source;

  describe(`the source ${id}`, () => {
    it('is read to its end, with its key and the name of who asks', async () => {
      const { store, faults, all, counts } = await walkAgainst(of, behave);
      assert.deepEqual(faults, []);
      assert.deepEqual(await known(store), { servers: of.servers, tools: of.tools });
      assert.equal(counts.tools, of.tools.length);
      for (const { headers } of all) {
        assert.partialDeepStrictEqual(headers, of.headers);
        assert.match(headers['user-agent'] ?? '', /^placard\//);
      }
    });

    it('is not sent again what has not changed', async () => {
      const store = await freshStore();
      const registry = await start(of, behave);
      await walkOf(of, registry, store);
      const before = await known(store);
      const again = await walkOf(of, registry, store);
      assert.deepEqual(again.faults, []);
      assert.deepEqual(await known(store), before);
      assert.ok(again.all.some(({ headers }) => headers['if-none-match'] !== undefined));
      assert.equal((await store.walkPlace(id))?.done, true);
      assert.equal(again.counts.tools, 0);
    });

    it('keeps its pace', async () => {
      const { waits, all } = await walkAgainst(of, behave);
      assert.deepEqual(waits, Array(all.length - 1).fill(1000 / of.source.requestsPerSecond));
    });

    it('is asked again after the seconds it names', async () => {
      let isFirst = true;
      const { waits, faults, store } = await walkAgainst(of, (response) => {
        if (!isFirst) return false;
        isFirst = false;
        return Boolean(response.writeHead(429, { 'retry-after': '7' }).end());
      });
      assert.ok(waits.includes(7000));
      assert.deepEqual(faults, []);
      assert.deepEqual((await known(store)).servers, of.servers);
    });

    for (const [what, { does, kind, cause, requests }] of Object.entries(misbehaviours)) {
      it(`leaves a fault and keeps what was known when it ${what}`, async () => {
        const store = await freshStore();
        await walkAgainst(of, behave, store);
        const before = await known(store);
        const outcome = await walkAgainst(of, does, store);
        const { fault } = outcome;
        assert.equal(fault?.kind, kind);
        assert.match(fault.cause, cause);
        assert.equal(outcome.requests.length, requests);
        assert.deepEqual(await known(store), before);
        for (const secret of Object.values(of.headers))
          assert.ok(!JSON.stringify(await store.sourceFaults()).includes(secret));
      });
    }

    if (of.endless !== null)
      it('is left when it goes round in circles, and begun anew the next time', async () => {
        const { endless } = of;
        const { fault, requests, store } = await walkAgainst(of, (response) => {
          send(response, endless ?? of.changed);
          return true;
        });
        assert.equal(fault?.kind, 'endless-listing');
        assert.ok(requests.length <= 6);
        assert.partialDeepStrictEqual(await store.walkPlace(id), { cursor: null, done: false });
      });
  });
}

describe('the table of misbehaviours', () => {
  it('has every source that reads the web', () => {
    const local = ['file', 'clients'];
    const remote = sources.map(({ id }) => id).filter((id) => !local.includes(id));
    assert.deepEqual(web.map(({ source }) => source.id).sort(), remote.sort());
  });
});
