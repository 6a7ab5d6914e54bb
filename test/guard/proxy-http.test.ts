import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sha256 } from '../../src/model/canonical.ts';
import { folder, limit, proxyFor, refusals, tokens } from './over-http.ts';
import { auditLines, call, connectHttp, policyFor, servers } from './proxied.ts';

describe('the proxy over HTTP in front of a server of the newest revision', async () => {
  const rules = { count: { limits: [limit] }, progress: {}, wait: {}, cancelled: {}, ask: {}, more: {} };
  const ann = await policyFor(servers.newest, rules);
  const ben = await policyFor(servers.newest, { count: { limits: [{ ...limit, max: 3 }] } });
  const state = join(folder, 'kept');
  const first = await proxyFor({ ann, ben }, ['--', ...servers.newest], state);

  it('speaks that revision, and gives each token its own policy and its own counters', async () => {
    const one = await connectHttp(first.url, tokens.ann);
    const other = await connectHttp(first.url, tokens.ben);
    assert.equal(one.getNegotiatedProtocolVersion(), '2026-07-28');
    assert.equal((await one.listTools()).tools.length, 6);
    assert.deepEqual(
      (await other.listTools()).tools.map(({ name }) => name),
      ['count'],
    );
    assert.deepEqual(await refusals(3, () => call(one, 'count')), [false, false, true]);
    assert.deepEqual(await refusals(4, () => call(other, 'count')), [false, false, false, true]);
    assert.ok((await call(other, 'progress')).isError);
    const lines = auditLines(first.log).map(({ grant, tool, decision }) => [grant, tool, decision].join(' '));
    assert.equal(lines.filter((line) => line === 'ann count allow').length, 2);
    assert.equal(lines.filter((line) => line === 'ben count allow').length, 3);
    assert.equal(lines.at(-1), 'ben progress deny');
  });

  it('keeps the progress and the answers of calls at the same time apart', async () => {
    const clients = await Promise.all([tokens.ann, tokens.ann].map((token) => connectHttp(first.url, token)));
    const steps = await Promise.all(
      [...clients, ...clients].map(async (client) => {
        const seen: number[] = [];
        await client.callTool(
          { name: 'progress', arguments: {} },
          { onprogress: ({ progress }) => void seen.push(progress) },
        );
        return seen;
      }),
    );
    assert.deepEqual(steps, [[1], [1], [1], [1]]);
  });

  it('tells the server when a client hangs up', async () => {
    const client = await connectHttp(first.url, tokens.ann);
    const abort = new AbortController();
    const waiting = client.callTool({ name: 'wait', arguments: {} }, { signal: abort.signal });
    const rejected = assert.rejects(waiting, /enough/);
    await setTimeout(200);
    abort.abort(new Error('enough'));
    await rejected;
    let said = '0';
    while (said === '0') ({ text: said } = await call(client, 'cancelled'));
    assert.equal(said, '1');
  });

  it('passes a question of the server on', async () => {
    const client = await connectHttp(first.url, tokens.ann, { capabilities: { elicitation: { form: {} } } });
    client.setRequestHandler('elicitation/create', () => ({
      ...{ action: 'accept' as const, content: { colour: 'red' } },
    }));
    assert.match((await call(client, 'ask')).text, /answered .*red/);
  });

  it('passes on what the server says to those who listen, and to them only', async () => {
    const [one, other] = await Promise.all([
      connectHttp(first.url, tokens.ann),
      connectHttp(first.url, tokens.ann),
    ]);
    const heard: string[] = [];
    one.setNotificationHandler('notifications/prompts/list_changed', () => void heard.push('one'));
    other.setNotificationHandler('notifications/prompts/list_changed', () => void heard.push('other'));
    const subscription = await one.listen({ promptsListChanged: true });
    assert.deepEqual(subscription.honoredFilter, { promptsListChanged: true });
    await call(other, 'more');
    while (heard.length === 0) await setTimeout(10);
    assert.deepEqual(heard, ['one']);
    await subscription.close();
    assert.equal(await subscription.closed, 'local');
  });

  it('keeps counting after it was killed and started again', async () => {
    await first.kill();
    const again = await proxyFor({ ann, ben }, ['--', ...servers.newest], state);
    const client = await connectHttp(again.url, tokens.ann);
    assert.ok((await call(client, 'count')).isError);
  });
});

describe('the proxy over HTTP in front of the real everything server', async () => {
  const policy = await policyFor(servers.everything, {
    echo: { limits: [limit] },
    'trigger-long-running-operation': {},
    'get-sum': { decision: 'ask' },
  });
  const { url, log } = await proxyFor({ ann: policy, ben: policy }, ['--', ...servers.everything]);

  it('keeps a session for each client, and counts for each token over all of them', async () => {
    const clients = await Promise.all([connectHttp(url, tokens.ann), connectHttp(url, tokens.ann)]);
    const [one, two] = clients;
    assert.equal(one.getNegotiatedProtocolVersion(), '2025-11-25');
    const [a, b] = await Promise.all([
      call(one, 'echo', { message: 'a' }),
      call(two, 'echo', { message: 'b' }),
    ]);
    assert.match(`${a.text} ${b.text}`, /a.*b/);
    assert.ok((await call(two, 'echo', { message: 'c' })).isError);
    const other = await connectHttp(url, tokens.ben);
    assert.equal((await call(other, 'echo', { message: 'd' })).isError, false);
    assert.ok(auditLines(log).every(({ server, tool }) => server === 'npm:stub' && tool === 'echo'));
  });

  it('passes on progress, prompts and resources', async () => {
    const client = await connectHttp(url, tokens.ann);
    const steps: number[] = [];
    const given = { name: 'trigger-long-running-operation', arguments: { duration: 0.3, steps: 3 } };
    await client.callTool(given, { onprogress: ({ progress }) => void steps.push(progress) });
    assert.deepEqual(steps.slice(0, 2), [1, 2]); // the client may drop the one that comes with the answer
    assert.ok((await client.listPrompts()).prompts.length > 0);
    assert.ok((await client.listResources()).resources.length > 0);
  });

  it('asks a person over the connection', async () => {
    const client = await connectHttp(url, tokens.ann, { capabilities: { elicitation: {} } });
    const allow = [true, false];
    client.setRequestHandler('elicitation/create', () => ({
      ...{ action: 'accept' as const, content: { allow: allow.shift() ?? false } },
    }));
    const sum = () => call(client, 'get-sum', { a: 1, b: 2 });
    assert.deepEqual(await refusals(2, sum), [false, true]);
  });

  it('lets nobody in without a token, with a wrong one, or with the session of another', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
      });
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    for (const headers of [
      {},
      bearer(''),
      bearer('x'),
      bearer(sha256(tokens.ann)),
      { authorization: tokens.ann },
    ])
      assert.equal((await ask(headers)).status, 401);
    const client = await connectHttp(url, tokens.ann);
    const { transport } = client;
    const session = { 'mcp-session-id': transport?.sessionId ?? '' };
    assert.equal((await ask({ ...bearer(tokens.ben), ...session })).status, 404);
    assert.equal((await ask({ ...bearer(tokens.ann), ...session })).status, 200);
    assert.equal((await ask(bearer(tokens.ann))).status, 400);
  });

  it('answers no web page that took a name for this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      const headers = { host: 'evil.example', authorization: `Bearer ${tokens.ann}` };
      httpRequest(url, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end('{}');
    });
    assert.equal(status, 403);
    const origin = { origin: 'https://evil.example', authorization: `Bearer ${tokens.ann}` };
    assert.equal((await fetch(url, { method: 'POST', headers: origin, body: '{}' })).status, 403);
  });

  it('answers what is no JSON, another path and another method with an error', async () => {
    const headers = { authorization: `Bearer ${tokens.ann}`, 'content-type': 'application/json' };
    assert.equal((await fetch(url, { method: 'POST', headers, body: '{' })).status, 400);
    assert.equal((await fetch(url, { method: 'POST', headers, body: '[]' })).status, 400);
    assert.equal((await fetch(new URL('/other', url), { method: 'POST', headers, body: '{}' })).status, 404);
    assert.ok((await fetch(url, { method: 'PUT', headers, body: '{}' })).status >= 400);
  });
});
