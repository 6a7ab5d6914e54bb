import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it } from 'node:test';
import type { Remote } from '../../../src/model/launch.ts';
import { partsFor, serve, visit } from './loopback.ts';
import { earlierStateless, earlierWithSessions, newerWithSessions, newest, oldSse } from './peers.ts';

type Kind = Remote['kind'];

describe('a remote server built with the official SDK', () => {
  const servers: [
    string,
    () => RequestListener,
    { said?: Kind; spoken?: Kind; protocol: string; ttlMs?: number },
  ][] = [
    ['2.x, the newest revision only', () => newest('reject'), { protocol: '2026-07-28', ttlMs: 60_000 }],
    ['2.x, both eras', () => newest('stateless'), { protocol: '2026-07-28', ttlMs: 60_000 }],
    ['2.x, sessions', newerWithSessions, { protocol: '2025-11-25' }],
    ['1.x, sessions', () => earlierWithSessions().listener, { protocol: '2025-11-25' }],
    ['1.x, stateless', () => earlierStateless, { protocol: '2025-11-25' }],
    ['1.x, stateless, listed as sse', () => earlierStateless, { said: 'sse', protocol: '2025-11-25' }],
    ['1.x, HTTP+SSE', oldSse, { said: 'sse', spoken: 'sse', protocol: '2025-11-25' }],
    ['1.x, HTTP+SSE, listed as streamable', oldSse, { spoken: 'sse', protocol: '2025-11-25' }],
  ];
  for (const [name, listener, { said, spoken, protocol, ttlMs = null }] of servers) {
    it(`is listed: ${name}`, async () => {
      const { url } = await serve(listener());
      const { state, tools, inspection, faults } = await visit(url, {
        ...partsFor({ remoteMilliseconds: 1_000 }),
        kind: said ?? 'streamable-http',
      });
      assert.deepEqual({ state, tools, faults }, { state: 'listed', tools: ['look-up'], faults: [] });
      assert.deepEqual(inspection, {
        ...{ kind: 'remote', remote: { kind: spoken ?? 'streamable-http', url }, protocol },
        ...{ at: '2026-03-01T00:00:00.000Z', pages: 1, ttlMs, cacheScope: ttlMs === null ? null : 'public' },
        ...{ serverName: 'shelf', serverTitle: 'The shelf', instructions: 'Read.' },
      });
    });
  }

  it('is told goodbye when it gave us a session', async () => {
    const { listener, sessions } = earlierWithSessions();
    const { url, asked } = await serve(listener);
    assert.deepEqual((await visit(url)).tools, ['look-up']);
    assert.equal(asked.at(-1), 'DELETE');
    assert.equal(sessions.size, 0);
  });

  it('is begun anew when it has lost our session', async () => {
    const { listener, sessions } = earlierWithSessions();
    let requests = 0;
    const { url } = await serve((request, response) => {
      requests += 1;
      if (requests === 4) sessions.clear(); // discover, initialize, initialized, and now tools/list
      listener(request, response);
    });
    assert.deepEqual((await visit(url)).tools, ['look-up']);
  });
});
