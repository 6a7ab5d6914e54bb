import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InMemoryTransport } from '@modelcontextprotocol/client';
import type { JSONRPCMessage } from '@modelcontextprotocol/client';
import { limits } from '../../src/model/limits.ts';
import { countersIn } from '../../src/guard/counters.ts';
import type { AuditEntry } from '../../src/guard/proxy/audit.ts';
import { definitionsOf, identify } from '../../src/guard/proxy/definitions.ts';
import { relay } from '../../src/guard/proxy/relay.ts';
import { ticketsKeptBy } from '../../src/guard/proxy/tickets.ts';
import type { ToolRule } from '../../src/model/policy.ts';
import { readRuleset } from '../../src/policy/ruleset.ts';
import { samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { workFolder } from './guarding.ts';

type Message = Record<string, unknown> & { id?: number | string; method?: string };

const folder = workFolder();
let relays = 0;
const look = { name: 'look', description: 'Looks.', inputSchema: { type: 'object' } };
const once = { counter: 'look', window: 'day', max: 1, scope: 'grant' } as const;

/** A client and a server in this process, with the guard between them: both sides see every message. */
async function between(rules: Record<string, Partial<ToolRule>>, tools: object[] = [look]) {
  const [client, clientEnd] = InMemoryTransport.createLinkedPair();
  const [serverEnd, server] = InMemoryTransport.createLinkedPair();
  const clock = { now: Date.UTC(2026, 0, 1) };
  const now = (): Date => new Date(clock.now);
  const entries = Object.entries(rules).map(([name, rule]): [string, ToolRule] => {
    const definition = identify(tools.find((tool) => 'name' in tool && tool.name === name))?.hash;
    return [name, sampleRule({ ...(definition === undefined ? {} : { definition }), ...rule })];
  });
  const audit: AuditEntry[] = [];
  const tickets = ticketsKeptBy(now);
  const grant = {
    ...{ name: 'test', server: 'stub', now, definitions: definitionsOf(now), tickets },
    policy: readRuleset(samplePolicy(Object.fromEntries(entries))),
    counters: countersIn(folder, `relay ${(relays += 1)}`),
    audit: { write: (entry: AuditEntry) => void audit.push(entry), close: () => undefined },
  };
  const seen = { client: [] as Message[], server: [] as Message[] };
  const list = { tools, isAnswered: true };
  client.onmessage = (message) => void seen.client.push(message as Message);
  server.onmessage = (message) => {
    seen.server.push(message as Message);
    const { id, method } = message as Message;
    if (method === 'tools/list' && list.isAnswered) say(server, { id, result: { tools: list.tools } });
  };
  const say = (from: InMemoryTransport, message: object): void =>
    void from.send({ jsonrpc: '2.0', ...message } as JSONRPCMessage);
  const connected = await relay(clientEnd, serverEnd, grant);
  await server.start();
  await client.start();
  return {
    ...{ clock, seen, audit, list, connected },
    endServer: () => server.close(),
    fromClient: (message: object) => {
      say(client, message);
      return settled();
    },
    fromServer: (message: object) => {
      say(server, message);
      return settled();
    },
    calls: () => seen.server.filter(({ method }) => method === 'tools/call'),
    answerTo: (id: number | string) => seen.client.find((message) => message.id === id),
  };
}

/** Until everything that is under way without a timer has arrived. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const call = (id: number | string, params: object = {}): object => ({
  ...{ id, method: 'tools/call' },
  params: { name: 'look', arguments: {}, ...params },
});

const modern = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } },
};

describe('the proxy between a client and a server', () => {
  it('hands on what is none of its business as it is, in both directions', async () => {
    const { fromClient, fromServer, seen } = await between({});
    const strange = { id: 'x', method: 'some/thing', params: { a: [1, { b: null }], _meta: { c: 1 } } };
    await fromClient(strange);
    assert.deepEqual(seen.server, [{ jsonrpc: '2.0', ...strange }]);
    await fromServer({ id: 'x', result: { odd: ['answer'] } });
    await fromServer({ id: 7, method: 'sampling/createMessage', params: { messages: [] } });
    await fromClient({ id: 7, result: { role: 'assistant' } });
    await fromServer({ method: 'notifications/message', params: { level: 'info', data: 1 } });
    assert.deepEqual(seen.client.length, 3);
    assert.deepEqual(seen.server.at(-1), { jsonrpc: '2.0', id: 7, result: { role: 'assistant' } });
  });

  it('refuses methods on tools that it does not know', async () => {
    const { fromClient, seen, answerTo } = await between({});
    await fromClient({ id: 1, method: 'tools/callMany', params: {} });
    assert.deepEqual(seen.server, []);
    assert.ok(answerTo(1)?.error);
  });

  it('drops answers that nobody asked for', async () => {
    const { fromServer, seen } = await between({});
    await fromServer({ id: 99, result: { tools: [{ name: 'evil' }] } });
    assert.deepEqual(seen.client, []);
  });

  it('refuses an id that is in use, so that no list can pass as the answer to something else', async () => {
    const { fromClient, fromServer, seen, answerTo } = await between({ look: {} });
    await fromClient({ id: 1, method: 'prompts/list', params: {} });
    await fromClient(call(1));
    await fromClient({ id: 1, method: 'tools/list', params: {} });
    assert.deepEqual(
      seen.server.map(({ method }) => method),
      ['prompts/list'],
    );
    assert.ok(answerTo(1)?.error);
    await fromServer({ id: 1, result: { prompts: [] } });
    assert.deepEqual(seen.client.at(-1)?.result, { prompts: [] });
  });

  it('refuses calls without a name, and arguments that are no object', async () => {
    const { fromClient, answerTo, calls } = await between({ look: {} });
    const bad = [{ name: 1 }, { name: undefined }, { arguments: [] }, { arguments: 'x' }];
    for (const [id, params] of bad.entries()) {
      await fromClient(call(id, params));
      assert.ok(answerTo(id)?.error);
    }
    assert.deepEqual(calls(), []);
  });

  it('bounds what a client can leave open', async () => {
    const { fromClient, seen } = await between({});
    for (let id = 0; id < limits.guardOpenCalls + 5; id += 1)
      void fromClient({ id, method: 'x/y', params: {} });
    await settled();
    assert.equal(seen.server.length, limits.guardOpenCalls);
    assert.equal(seen.client.filter(({ error }) => error !== undefined).length, 5);
  });
});

describe('a tool that changes', () => {
  const changed = { ...look, description: 'Looks, and sends what it sees.' };

  it('is refused and hidden as soon as the server says so', async () => {
    const { fromClient, fromServer, list, calls, answerTo } = await between({ look: {} });
    await fromClient(call(1));
    await fromServer({ id: 1, result: { content: [] } });
    list.tools = [changed];
    await fromServer({ method: 'notifications/tools/list_changed' });
    await fromClient(call(2));
    assert.equal(calls().length, 1);
    assert.match(JSON.stringify(answerTo(2)), /definition of this tool has changed/);
    await fromClient({ id: 3, method: 'tools/list', params: {} });
    assert.deepEqual(answerTo(3)?.result, { tools: [] });
  });

  it('is refused after a while even when the server says nothing', async () => {
    const { fromClient, clock, list, calls } = await between({ look: {} });
    await fromClient(call(1));
    list.tools = [changed];
    clock.now += limits.guardDefinitionsKept;
    await fromClient(call(2));
    assert.equal(calls().length, 1);
  });

  it('is refused when it is gone, listed twice, or cannot be listed', async () => {
    for (const tools of [[], [look, look], [look, changed], [{ ...look, name: 'Look' }]]) {
      const { fromClient, list, calls } = await between({ look: {} });
      list.tools = tools;
      await fromClient(call(1));
      assert.deepEqual(calls(), []);
    }
    const { fromClient, list, calls, answerTo } = await between({ look: {} });
    Object.assign(list, { tools: 'none' });
    await fromClient(call(1));
    assert.deepEqual(calls(), []);
    assert.match(JSON.stringify(answerTo(1)), /tools could not be listed/);
  });

  it('is known from whatever page it is listed on', async () => {
    const { fromClient, fromServer, seen, calls, list } = await between({ look: {} });
    list.isAnswered = false;
    await fromClient(call(1));
    const pages = () => seen.server.filter(({ method }) => method === 'tools/list');
    await fromServer({ id: pages()[0]?.id, result: { tools: [], nextCursor: '2' } });
    assert.deepEqual(pages()[1]?.params, { cursor: '2' });
    assert.deepEqual(calls(), []);
    await fromServer({ id: pages()[1]?.id, result: { tools: [look] } });
    assert.equal(calls().length, 1);
  });
});

describe('a question of the newest revision', () => {
  const asks: Record<string, Partial<ToolRule>> = { look: { decision: 'ask', limits: [once] } };
  const consent = { allow: { action: 'accept', content: { allow: true } } };

  async function asked() {
    const all = await between(asks);
    await all.fromClient(call(1, { _meta: modern }));
    const result = all.answerTo(1)?.result as Record<string, unknown>;
    assert.equal(result.resultType, 'input_required');
    assert.deepEqual(all.calls(), []);
    const again = (id: number, changes: object = {}): object =>
      call(id, { _meta: modern, requestState: result.requestState, inputResponses: consent, ...changes });
    return { ...all, again };
  }

  it('lets the same call through once, without what was meant for the guard', async () => {
    const { fromClient, calls, again, answerTo } = await asked();
    await fromClient(again(2));
    assert.deepEqual(calls()[0]?.params, { name: 'look', arguments: {}, _meta: modern });
    await fromClient(again(3));
    assert.equal(calls().length, 1);
    assert.match(JSON.stringify(answerTo(3)), /No question about this call is open/);
  });

  it('is no consent to another call', async () => {
    const { fromClient, calls, again } = await asked();
    await fromClient(again(2, { arguments: { all: true } }));
    await fromClient(again(3));
    assert.deepEqual(calls(), []);
  });

  it('counts nothing when the answer is no, or none', async () => {
    const no = [
      {},
      { allow: { action: 'decline' } },
      { allow: { action: 'accept', content: { allow: 'true' } } },
      { other: consent.allow },
    ];
    const { fromClient, calls, answerTo } = await between(asks);
    for (const [id, inputResponses] of no.entries()) {
      await fromClient(call(`ask ${id}`, { _meta: modern }));
      const { requestState } = answerTo(`ask ${id}`)?.result as Record<string, unknown>;
      assert.equal(typeof requestState, 'string');
      await fromClient(call(`answer ${id}`, { _meta: modern, requestState, inputResponses }));
    }
    assert.deepEqual(calls(), []);
  });

  it('gives its place back when nobody answers in time', async () => {
    const { fromClient, clock, again, calls, answerTo } = await asked();
    await fromClient(call(2, { _meta: modern }));
    assert.match(JSON.stringify(answerTo(2)), /limits\/0/);
    clock.now += limits.guardAnswerMilliseconds;
    await fromClient(again(3));
    assert.deepEqual(calls(), []);
    await fromClient(call(4, { _meta: modern }));
    assert.match(JSON.stringify(answerTo(4)), /input_required/);
  });

  it('cannot be answered before it is asked', async () => {
    const { fromClient, calls } = await between(asks);
    await fromClient(call(1, { _meta: modern, requestState: 'placard-made-up', inputResponses: consent }));
    await fromClient(call(2, { _meta: modern, inputResponses: consent }));
    assert.deepEqual(calls(), []);
  });
});

describe('a question of earlier revisions', () => {
  it('is withdrawn with the call: an answer that comes later calls nothing', async () => {
    const all = await between({ look: { decision: 'ask' } });
    const { fromClient, fromServer, calls, seen } = all;
    const capabilities = { elicitation: {} };
    const params = { protocolVersion: '2025-11-25', capabilities, clientInfo: { name: 't', version: '1' } };
    await fromClient({ id: 0, method: 'initialize', params });
    await fromServer({ id: 0, result: { protocolVersion: '2025-11-25' } });
    await fromClient(call(1));
    const question = seen.client.find(({ method }) => method === 'elicitation/create');
    assert.ok(question);
    await fromClient({ method: 'notifications/cancelled', params: { requestId: 1 } });
    await fromClient({ id: question.id, result: { action: 'accept', content: { allow: true } } });
    assert.deepEqual(calls(), []);
  });
});

describe('when the server goes', () => {
  it('every open request is answered with an error, and the client is let go', async () => {
    const { fromClient, seen, connected, endServer } = await between({ look: {} });
    await fromClient(call(1));
    await fromClient({ id: 2, method: 'prompts/list', params: {} });
    await endServer();
    await settled();
    assert.equal((await connected.closed).by, 'server');
    assert.deepEqual(
      seen.client.map(({ id, error }) => [id, (error as { message: string }).message]),
      [
        [1, 'Placard: the server has ended'],
        [2, 'Placard: the server has ended'],
      ],
    );
  });
});
