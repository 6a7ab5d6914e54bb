import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Judge } from '../../../classifier/judge.ts';
import { rulesJudge } from '../../../classifier/judges/rules.ts';
import { hashOf } from '../../../src/model/canonical.ts';
import type { Json } from '../../../src/model/json.ts';
import type { Override } from '../../../src/model/override.ts';
import type { Store } from '../../../src/store/store.ts';
import { rates } from '../openai/chat-server.ts';
import { settingFor } from '../openai/setting.ts';
import { classified, read, remove, storeWith } from './stores.ts';

describe('what people have corrected', () => {
  const override: Override = {
    tool: 'delete_book',
    definition: hashOf(remove as Json),
    category: 'Write',
    risk: 'Medium',
    reason: 'The book is only taken off the shelf.',
    quotes: [{ at: '/description', quote: 'Deletes a book' }],
    refuted: ['deletes'],
    by: 'A librarian',
    on: '2026-02-03',
  };
  const correct = (store: Store, judge: Judge, overrides: [string, Override[]][]) =>
    classified({ store, judge, overrides: new Map(overrides), now: () => new Date(0) });

  it('is published in place of the judge’s word, on that server alone', async (test) => {
    const store = await storeWith(test, { shelf: [read, remove], desk: [remove] });
    const { servers, corrected } = await correct(store, rulesJudge, [['npm:shelf', [override]]]);
    assert.deepEqual(
      servers.map(({ id, tools }) => [id, ...tools.map(({ classification }) => classification.judge)]),
      [
        ['npm:desk', 'rules'],
        ['npm:shelf', 'human', 'rules'],
      ],
    );
    assert.deepEqual(corrected, [{ server: 'npm:shelf', tool: 'delete_book', fate: 'applied' }]);
  });

  it('is reported whatever becomes of it', async (test) => {
    const stale = { ...override, definition: 'a'.repeat(64) };
    const needless = {
      ...override,
      tool: 'get_book',
      definition: hashOf(read as Json),
      category: 'Read',
      risk: 'Low',
    };
    const { corrected } = await correct(await storeWith(test, { shelf: [read, remove] }), rulesJudge, [
      ['npm:shelf', [stale, needless as Override, { ...override, tool: 'burn_book' }]],
      ['npm:nowhere', [override]],
    ]);
    assert.deepEqual(
      corrected.map(({ fate }) => fate),
      ['stale', 'needless', 'unknown', 'elsewhere'],
    );
  });

  it('wins over a language model, which is asked all the same', async (test) => {
    const { judge, requests } = await settingFor(test, [rates()]);
    const { servers } = await correct(await storeWith(test, { shelf: [remove] }), judge, [
      ['npm:shelf', [override]],
    ]);
    assert.equal(servers[0]?.tools[0]?.classification.judge, 'human');
    assert.equal(servers[0].tools[0].classification.correction?.instead.judge, 'openai');
    assert.equal(requests.length, 1);
  });
});
