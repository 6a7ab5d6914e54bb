import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { sha256 } from '../../src/model/canonical.ts';
import { earlierWithSessions, newest } from '../crawler/remote/peers.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { policyFile, runGuardFile } from './guarding.ts';
import { folder, guard, limit, peer, proxyFor, refusals, tokens } from './over-http.ts';
import { call, connectHttp, connectStdio } from './proxied.ts';

let files = 0;

/** A server with a tool whose argument the newest revision wants repeated in a header. */
const wantsHeaders: RequestListener = (request, response) => {
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: 'regions', version: '1.0.0' });
    const inputSchema = z.object({ region: z.string().meta({ 'x-mcp-header': 'Region' }) });
    server.registerTool('look-in', { description: 'Looks.', inputSchema }, ({ region }) => ({
      content: [{ type: 'text', text: region }],
    }));
    return server;
  });
  const { method = '', url = '' } = request;
  void toNodeHandler(handler)(Object.assign(request, { method, url }), response);
};

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
      const file = policyFile(folder, anyDefinition, `url-${(files += 1)}.json`);
      const words = ['proxy', '--policy', file, '--state', join(folder, `url-${files}`), '--url', url];
      const stdio = await connectStdio([process.execPath, guard, ...words]);
      assert.deepEqual(await refusals(3, () => call(stdio, 'look-up', { isbn: '1' })), [false, false, true]);
      const proxy = await proxyFor({ ann: anyDefinition }, ['--url', url]);
      const http = await connectHttp(proxy.url, tokens.ann);
      assert.deepEqual(await refusals(3, () => call(http, 'look-up', { isbn: '1' })), [false, false, true]);
    });
  }

  it('repeats the arguments in headers that the server wants there', async () => {
    const url = await peer(wantsHeaders);
    const json = { version: '1', default: 'deny', tools: { 'look-in': {} } };
    const proxy = await proxyFor({ ann: json }, ['--url', url]);
    const client = await connectHttp(proxy.url, tokens.ann);
    await client.listTools();
    assert.deepEqual(await call(client, 'look-in', { region: 'eu' }), { isError: false, text: 'eu' });
  });

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
      [['--policy', policy, '--url', 'http://x', '--audit', folder], /the audit log cannot be opened/],
      [['--policy', policy, '--', 'no-such-program'], /npm:stub could not be started: .*no-such-program/],
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
