import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import { visitServer } from '../../../crawler/remote/visit-server.ts';
import type { FaultKind } from '../../../src/model/fault.ts';
import type { Limits } from '../../../src/model/limits.ts';
import type { Reachability } from '../../../src/model/reachability.ts';
import * as hostile from './hostile.ts';
import { partsFor, serve, visit } from './loopback.ts';

const fine = { tools: [{ name: 'fine' }] };
const html = { 'content-type': 'text/html' };

interface Case {
  listener: RequestListener;
  state: Reachability['state'];
  kind: FaultKind;
  cause: RegExp;
  limits?: Partial<Limits>;
}

const refusing = (code: number, data?: object): RequestListener =>
  hostile.answering(() => ({ error: { code, message: 'No.', ...(data && { data }) } }), 400);

describe('a remote server that cannot be listed', () => {
  const cases: Record<string, Case> = {
    'answers a character at a time': {
      ...{ listener: hostile.slowLoris, state: 'unknown', kind: 'timed-out', cause: /timeout/i },
      limits: { remoteMilliseconds: 300 },
    },
    'never answers': {
      ...{ listener: hostile.silent, state: 'unknown', kind: 'timed-out', cause: /timeout/i },
      limits: { remoteMilliseconds: 300 },
    },
    'takes too long in all': {
      ...{
        listener: hostile.silent,
        state: 'unknown',
        kind: 'timed-out',
        cause: /no complete listing in 0\.3 s/,
      },
      limits: { visitMilliseconds: 300 },
    },
    'sends events without end': {
      ...{ listener: hostile.endlessEvents, state: 'unknown', kind: 'timed-out', cause: /timeout/i },
      limits: { remoteMilliseconds: 300 },
    },
    'hangs up': { listener: hostile.hangsUp, state: 'unknown', kind: 'not-answered', cause: /./ },
    'sends 100 MB': {
      listener: hostile.floods(100 * 1024 * 1024),
      ...{ state: 'unlisted', kind: 'too-much-output', cause: /more than 16777216 bytes/ },
    },
    'sends a gzip bomb': {
      ...{ listener: hostile.gzipBomb, state: 'unlisted', kind: 'too-much-output', cause: /16777216 bytes/ },
    },
    'is a web site': {
      listener: hostile.always(200, html, '<!doctype html><h1>Hello \u001b[31m'),
      ...{
        state: 'unlisted',
        kind: 'not-protocol',
        cause: /status 200, text\/html: <!doctype html>.*⟨U\+001B⟩/,
      },
    },
    'knows no such page': {
      listener: hostile.always(404),
      state: 'unreachable',
      kind: 'unreachable',
      cause: /404/,
    },
    'is gone': { listener: hostile.always(410), state: 'unreachable', kind: 'unreachable', cause: /410/ },
    'takes no POST and has no stream': {
      ...{ listener: hostile.always(405), state: 'unlisted', kind: 'refused', cause: /status 405/ },
    },
    'is overloaded': {
      listener: hostile.always(429),
      state: 'unknown',
      kind: 'throttled',
      cause: /status 429/,
    },
    'asks for an hour of patience': {
      listener: hostile.always(429, { 'retry-after': '3600' }),
      ...{ state: 'unknown', kind: 'throttled', cause: /asks to wait 3600 s/ },
    },
    'fails itself': {
      listener: hostile.always(503),
      state: 'unknown',
      kind: 'not-answered',
      cause: /status 503/,
    },
    'finds fault with our headers': {
      ...{ listener: refusing(-32020), state: 'unlisted', kind: 'refused', cause: /No\./ },
    },
    'speaks only a later revision': {
      listener: refusing(-32022, { supported: ['2099-01-01'], requested: '2026-07-28' }),
      ...{ state: 'unlisted', kind: 'not-protocol', cause: /No\./ },
    },
    'redirects to another host': {
      listener: hostile.always(307, { location: 'http://169.254.169.254/latest/meta-data' }),
      ...{ state: 'unlisted', kind: 'leads-elsewhere', cause: /status 307 to http:\/\/169\.254\.169\.254/ },
    },
    'redirects in a circle': {
      listener: hostile.always(308, { location: '/mcp' }),
      ...{ state: 'unlisted', kind: 'leads-elsewhere', cause: /a second redirect/ },
    },
    'names an endpoint elsewhere': {
      listener: hostile.endpointAt('http://127.0.0.1:9/steal'),
      ...{ state: 'unlisted', kind: 'leads-elsewhere', cause: /endpoint http:\/\/127\.0\.0\.1:9/ },
    },
    'pages in circles': {
      listener: hostile.answering(hostile.earlier(() => ({ result: { ...fine, nextCursor: 'a' } }))),
      ...{ state: 'unlisted', kind: 'endless-listing', cause: /cursor "a" came back/ },
    },
    'keeps its list for one client': {
      listener: hostile.answering(hostile.newest(() => ({ ...fine, cacheScope: 'private', ttlMs: 60_000 }))),
      ...{ state: 'unlisted', kind: 'private-listing', cause: /private/ },
    },
  };
  for (const [what, { listener, state, kind, cause, limits }] of Object.entries(cases)) {
    it(`is ${state} with a fault "${kind}" when it ${what}`, async () => {
      const { url } = await serve(listener);
      const { tools, faults, ...result } = await visit(url, partsFor(limits));
      assert.equal(tools, null);
      assert.deepEqual([result.state, faults.map((fault) => fault.kind)], [state, [kind]]);
      assert.match(faults[0]?.cause ?? '', cause);
    });
  }

  it('is not followed to an endpoint on another origin', async () => {
    const { url } = await serve(hostile.endpointAt('http://127.0.0.1:9/steal'));
    const { faults } = await visit(url, { ...partsFor(), kind: 'sse' });
    assert.deepEqual(
      faults.map(({ kind }) => kind),
      ['leads-elsewhere'],
    );
  });

  it('ends at once when the crawl is interrupted, and leaves no fault', async () => {
    const { url } = await serve(hostile.silent);
    const interruption = new AbortController();
    const remotes = [{ kind: 'streamable-http' as const, url }];
    const visiting = visitServer({ id: 'remote:x', remotes }, partsFor(), interruption.signal);
    interruption.abort(new Error('interrupted'));
    await assert.rejects(visiting, { message: 'interrupted' });
  });
});

describe('a remote server that is odd', () => {
  const list = () => ({ result: fine });
  const odd: Record<string, RequestListener> = {
    'answers under status 400': hostile.answering(hostile.earlier(list), 400),
    'answers under status 500': hostile.answering(hostile.earlier(list), 500),
    'answers in events': hostile.inEvents(hostile.earlier(list), 'text/event-stream', false),
    'answers in events and leaves the stream open': hostile.inEvents(
      hostile.earlier(list),
      'text/event-stream',
      true,
    ),
    'says that its events are JSON': hostile.inEvents(hostile.earlier(list), 'application/json', false),
    'says nothing of types': hostile.inEvents(hostile.earlier(list), '', false),
  };
  for (const [what, listener] of Object.entries(odd)) {
    it(`is listed when it ${what}`, async () => {
      const { url } = await serve(listener);
      const { state, tools, faults } = await visit(url);
      assert.deepEqual({ state, tools, faults }, { state: 'listed', tools: ['fine'], faults: [] });
    });
  }

  it('is listed in the revision it names when it refuses ours', async () => {
    const newest = hostile.newest(() => fine);
    let probes = 0;
    const { url } = await serve(
      hostile.answering((message) => {
        if (message.method !== 'server/discover') return newest(message);
        probes += 1;
        const data = { supported: ['2026-07-28'], requested: '2026-07-28' };
        return probes === 1 ? { error: { code: -32022, message: 'No.', data } } : newest(message);
      }),
    );
    assert.deepEqual((await visit(url)).tools, ['fine']);
  });

  it('keeps its good tools when one is none', async () => {
    const mixed = { tools: [{ name: 'fine' }, { name: 7 }, { name: 'schemaless' }] };
    const { url } = await serve(hostile.answering(hostile.newest(() => mixed)));
    const { tools, faults } = await visit(url);
    assert.deepEqual(tools, ['fine', 'schemaless']);
    assert.deepEqual(
      faults.map(({ kind }) => kind),
      ['invalid-definition'],
    );
  });

  it('is followed through one redirect on its own host, and only once', async () => {
    const peer = hostile.answering(hostile.earlier(list));
    const { url, asked } = await serve((request, response) => {
      if (request.url === '/mcp/') peer(request, response);
      else response.writeHead(307, { location: '/mcp/' }).end();
    });
    assert.deepEqual((await visit(url)).tools, ['fine']);
    assert.equal(asked.length, 5); // the redirect, discover, initialize, initialized, tools/list
  });

  it('is tried again when it was overloaded for a moment', async () => {
    const peer = hostile.answering(hostile.earlier(list));
    let requests = 0;
    const { url } = await serve((request, response) => {
      requests += 1;
      if (requests < 3) response.writeHead(429, { 'retry-after': '0' }).end();
      else peer(request, response);
    });
    assert.deepEqual((await visit(url)).tools, ['fine']);
  });
});
