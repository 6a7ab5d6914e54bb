import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyOverrides } from '../../../classifier/overrides/apply.ts';
import { Classification } from '../../../src/model/classification.ts';
import { Override } from '../../../src/model/override.ts';
import { sampleTool } from '../../samples.ts';

const stored = sampleTool({ name: 'close_shelf', description: 'Closes a shelf.' });
const server = { id: 'npm:shelf', tools: [stored] };
const judged: Classification = {
  ...stored.classification,
  category: 'Destructive',
  risk: 'High',
  raised: 'Raised from Read of Low risk: it closes.',
  signals: [
    { id: 'deletes', at: '/description', quote: 'Closes' },
    { id: 'session-state', at: '/description', quote: 'shelf' },
  ],
  doubts: [{ reason: 'raised' }],
};
const override = Override.parse({
  tool: 'close_shelf',
  definition: stored.hash,
  category: 'Write',
  risk: 'Low',
  reason: 'It closes a shelf, which can be opened again.',
  quotes: [{ at: '/description', quote: 'Closes a shelf.' }],
  refuted: ['deletes'],
  by: 'A librarian',
  on: '2026-02-03',
});
const apply = (changes: Partial<Override> = {}, classification = judged) =>
  applyOverrides(server, [classification], [{ ...override, ...changes }]);

describe('A correction', () => {
  it('wins over judge and floor, and says whose word it is and what it replaced', () => {
    const { classifications, corrected } = apply();
    assert.deepEqual(corrected, [{ server: 'npm:shelf', tool: 'close_shelf', fate: 'applied' }]);
    const [found] = classifications;
    const { category, risk, judge, rationale, raised, doubts, correction } = Classification.parse(found);
    assert.deepEqual([category, risk, judge, raised, doubts], ['Write', 'Low', 'human', null, []]);
    assert.equal(rationale, override.reason);
    assert.deepEqual(correction, {
      by: 'A librarian',
      on: '2026-02-03',
      quotes: override.quotes,
      instead: { judge: 'rules', category: 'Destructive', risk: 'High' },
    });
  });

  it('takes away the signals it refutes, and no others', () => {
    assert.deepEqual(
      apply().classifications[0]?.signals.map(({ id }) => id),
      ['session-state'],
    );
  });

  it('takes away actions that would be graver than the tool, and keeps others', () => {
    const action = {
      argument: 'action',
      name: 'burn',
      at: '/name',
      quote: 'close',
      category: 'Write',
    } as const;
    const withActions = (risk: 'Low' | 'High') => ({
      ...judged,
      actions: [{ ...action, risk }],
      actionsLeft: 2,
    });
    assert.deepEqual(apply({}, withActions('High')).classifications[0]?.actions, []);
    assert.equal(apply({}, withActions('High')).classifications[0]?.actionsLeft, 0);
    assert.equal(apply({}, withActions('Low')).classifications[0]?.actions.length, 1);
  });

  it('is stale and changes nothing once the definition is another', () => {
    const { classifications, corrected } = apply({ definition: 'a'.repeat(64) });
    assert.deepEqual(classifications, [judged]);
    assert.equal(corrected[0]?.fate, 'stale');
  });

  it('is not needed and changes nothing once the judge says the same', () => {
    const { classifications, corrected } = apply({ category: 'Destructive', risk: 'High' });
    assert.deepEqual(classifications, [judged]);
    assert.equal(corrected[0]?.fate, 'needless');
  });

  it('of a tool that the server does not list is left to the caller to report', () => {
    assert.deepEqual(apply({ tool: 'open_shelf' }), { classifications: [judged], corrected: [] });
  });

  it('must quote the definition', () => {
    assert.throws(
      () => apply({ quotes: [{ at: '/description', quote: 'Opens' }] }),
      /close_shelf of npm:shelf quotes "Opens", which does not stand at \/description\.\nCopy the words/,
    );
  });
});
