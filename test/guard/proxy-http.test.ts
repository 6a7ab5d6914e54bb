import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as httpRequest, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sha256 } from '../../src/model/canonical.ts';
import type { Policy } from '../../src/model/policy.ts';
import { earlierWithSessions, newest } from '../crawler/remote/peers.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { guardAlone, policyFile, runGuardFile, workFolder } from './guarding.ts';
import { auditLines, call, connectHttp, connectStdio, policyFor, servers, startProxy } from './proxied.ts';

const guard = await guardAlone();
const folder = workFolder();
const limit = { counter: 'calls', window: 'day', max: 2, scope: 'grant' } as const;
const tokens = { ann: 'token-of-ann', ben: 'token-of-ben' } as const;

let proxies = 0;

/** A proxy with a grant for each of these people, and what it writes down. */
async function proxyFor(
  policies: Partial<Record<keyof typeof tokens, Policy>>,
  behind: readonly string[],
  state?: string,
) {
  const number = (proxies += 1);
  const grants = Object.entries(policies).map(([name, policy]) => {
    const file = policyFile(folder, policy, `${name}-${number}.json`);
    return { name, tokenHash: sha256(tokens[name as keyof typeof tokens]), policy: file };
  });
  const kept = state ?? join(folder, `state-${number}`);
  const file = policyFile(folder, { grants }, `grants-${number}.json`);
  const words = ['proxy', '--listen', '127.0.0.1:0', '--grants', file, '--state', kept];
  const proxy = await startProxy([process.execPath, guard, ...words, ...behind]);
  return { ...proxy, log: join(kept, 'audit.jsonl') };
}

/** A peer that is reached over HTTP. */
async function peer(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
}

const refusals = async (
  attempts: number,
  attempt: () => Promise<{ isError: boolean }>,
): Promise<boolean[]> => {
  const results = [];
  for (let turn = 0; turn < attempts; turn += 1) results.push(await attempt());
  return results.map(({ isError }) => isError);
};

describe('the proxy over HTTP in front of a server of the newest revision', async () => {
  const rules = { count: { limits: [limit] }, progress: {}, wait: {}, cancelled: {}, ask: {} };
  const ann = await policyFor(servers.newest, rules);
  const ben = await policyFor(servers.newest, { count: { limits: [{ ...limit, max: 3 }] } });
  const state = join(folder, 'kept');
  const first = await proxyFor({ ann, ben }, ['--', ...servers.newest], state);

  it('speaks that revision, and gives each token its own policy and its own counters', async () => {
    const one = await connectHttp(first.url, tokens.ann);
    const other = await connectHttp(first.url, tokens.ben);
    assert.equal(one.getNegotiatedProtocolVersion(), '2026-07-28');
    assert.equal((await one.listTools()).tools.length, 5);
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
    setTimeout(() => {
      abort.abort(new Error('enough'));
    }, 200);
    await assert.rejects(waiting, /enough/);
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
    assert.ok(auditLines(log).every(({ server, tool }) => server !== '' && tool === 'echo'));
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

describe('the proxy in front of a server that is reached over HTTP', () => {
  const rules = { 'look-up': sampleRule({ limits: [limit] }) };
  const anyDefinition = { version: '1', default: 'deny', tools: { 'look-up': { limits: [limit] } } };
  const peers = {
    'the newest revision': () => newest('reject'),
    'an earlier revision, with sessions': () => earlierWithSessions().listener,
  };
  for (const [name, listener] of Object.entries(peers)) {
    it(`of ${name} serves clients over both transports`, async () => {
      const url = await peer(listener());
      const file = policyFile(folder, anyDefinition, `url-${(proxies += 1)}.json`);
      const words = ['proxy', '--policy', file, '--state', join(folder, `url-${proxies}`), '--url', url];
      const stdio = await connectStdio([process.execPath, guard, ...words]);
      assert.deepEqual(await refusals(3, () => call(stdio, 'look-up', { isbn: '1' })), [false, false, true]);
      const proxy = await proxyFor({ ann: anyDefinition as unknown as Policy }, ['--url', url]);
      const http = await connectHttp(proxy.url, tokens.ann);
      assert.deepEqual(await refusals(3, () => call(http, 'look-up', { isbn: '1' })), [false, false, true]);
    });
  }

  it('refuses a tool of another definition than the policy was made for', async () => {
    const url = await peer(newest('reject'));
    const proxy = await proxyFor({ ann: samplePolicy(rules) }, ['--url', url]);
    const client = await connectHttp(proxy.url, tokens.ann);
    assert.deepEqual((await client.listTools()).tools, []);
    assert.match((await call(client, 'look-up', { isbn: '1' })).text, /definition of this tool has changed/);
  });

  it('says so when the server cannot be reached', async () => {
    const proxy = await proxyFor({ ann: samplePolicy(rules) }, ['--url', 'http://127.0.0.1:9/mcp']);
    await assert.rejects(connectHttp(proxy.url, tokens.ann));
  });
});

describe('the proxy command', () => {
  it('says what is wrong with its options and files', async () => {
    const policy = policyFile(folder, samplePolicy({}), 'empty.json');
    const twice = [1, 2].map(() => ({ name: 'x', tokenHash: 'a'.repeat(64), policy }));
    const grants = policyFile(folder, { grants: twice }, 'twice.json');
    const state = ['--state', join(folder, 'wrong')];
    const wrong: [string[], RegExp][] = [
      [['--policy', policy], /Give either --url, or --/],
      [['--policy', policy, '--url', 'x', '--', 'y'], /Give either --url, or --/],
      [['--policy', policy, '--url', 'ftp://x'], /no web address/],
      [['--policy', policy, '--url', 'http://x', '--authorization', 'UNSET'], /UNSET is not set/],
      [['--url', 'http://x'], /Give either --policy, or --grants/],
      [
        ['--policy', policy, '--listen', '127.0.0.1:1', '--url', 'http://x'],
        /Give either --policy, or --grants/,
      ],
      [['--grants', grants, '--listen', 'x', '--url', 'http://x'], /"x" stands there twice/],
      [['--policy', join(folder, 'none.json'), '--url', 'http://x'], /none\.json: no policy to go by/],
      [['--policy', policy, '--', 'no-such-program'], /no-such-program could not be started/],
    ];
    const ends = await Promise.all(
      wrong.map(([words]) => runGuardFile(guard, ['proxy', ...state, ...words], '')),
    );
    for (const [index, { code, error }] of ends.entries()) {
      assert.ok(code === 1 || code === 2, error);
      assert.match(error, wrong[index]?.[1] ?? /$^/);
    }
  });

  it('makes a token that a grant knows by its hash', async () => {
    const { text } = await runGuardFile(guard, ['token'], '');
    const { token, tokenHash } = JSON.parse(text) as Record<string, string>;
    assert.equal(sha256(token ?? ''), tokenHash);
    assert.ok((token ?? '').length >= 43);
  });
});
