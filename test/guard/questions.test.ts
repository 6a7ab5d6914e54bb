import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../src/model/limits.ts';
import type { ToolRule } from '../../src/model/policy.ts';
import { between, call, modern, once } from './between.ts';

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
