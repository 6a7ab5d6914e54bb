import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../src/model/limits.ts';
import { between, call, look, settled } from './between.ts';

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
