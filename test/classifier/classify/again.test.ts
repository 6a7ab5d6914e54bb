import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { classify } from '../../../classifier/classify.ts';
import type { Judge } from '../../../classifier/judge.ts';
import { rulesJudge } from '../../../classifier/judges/rules.ts';
import { hashOf } from '../../../src/model/canonical.ts';
import type { Json } from '../../../src/model/json.ts';
import type { Override } from '../../../src/model/override.ts';
import type { CatalogueServer } from '../../../src/model/server.ts';
import type { Store } from '../../../src/store/store.ts';
import { sampleLive } from '../../samples.ts';
import { read, remove, storeWith } from './stores.ts';

const override: Override = {
  ...{ tool: remove.name, definition: hashOf(remove as Json), category: 'Write', risk: 'Medium' },
  ...{ reason: 'The book is only taken off the shelf.', refuted: [], by: 'A librarian', on: '2026-02-03' },
  quotes: [{ at: '/description', quote: 'Deletes a book' }],
};

/** Runs one after the other, each of which knows what the one before handed on. */
function runs(store: Store) {
  let before = new Map<string, CatalogueServer>();
  return async (program = 'this', overrides: [string, Override[]][] = []) => {
    const judged: string[] = [];
    const judge: Judge = {
      ...rulesJudge,
      judge: (subjects, keep) => {
        judged.push(...subjects.map(({ tool }) => tool.name));
        return rulesJudge.judge(subjects, keep);
      },
    };
    const next = new Map<string, CatalogueServer>();
    const known = { program, find: (id: string, input: string) => before.get(`${id} ${input}`) ?? null };
    const now = () => new Date(0);
    await classify(
      { store, judge, overrides: new Map(overrides), now, progress: () => undefined, known },
      (server, input) => next.set(`${server.id} ${input}`, server),
    );
    before = next;
    return { judged, servers: [...next.values()] };
  };
}

describe('a further run of an embedded judge', () => {
  it('judges the servers that changed and no other, and hands on the same', async (test) => {
    const store = await storeWith(test, { shelf: [read, remove], desk: [read] });
    const run = runs(store);
    const first = await run();
    assert.deepEqual(first.judged.toSorted(), ['delete_book', 'get_book', 'get_book']);
    assert.deepEqual(await run(), { judged: [], servers: first.servers });
    await store.saveLive(sampleLive('desk', [read, remove]), []);
    assert.deepEqual((await run()).judged.toSorted(), ['delete_book', 'get_book']);
  });

  it('judges all when the program is another one, and what people corrected', async (test) => {
    const run = runs(await storeWith(test, { shelf: [remove], desk: [read] }));
    await run();
    assert.equal((await run('that')).judged.length, 2);
    const corrected = await run('that', [['npm:shelf', [override]]]);
    assert.deepEqual(corrected.judged, ['delete_book']);
    assert.deepEqual(
      corrected.servers.flatMap(({ tools }) => tools.map(({ classification }) => classification.judge)),
      ['rules', 'human'],
    );
    assert.deepEqual((await run('that')).judged, ['delete_book'], 'the correction is gone');
  });
});
