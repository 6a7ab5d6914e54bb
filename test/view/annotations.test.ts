import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Classification } from '../../src/model/classification.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { annotations } from '../../src/view/annotations.ts';
import { sampleTool } from '../samples.ts';

const deletes = { id: 'deletes', at: '/name', quote: 'x' };

function of(
  given: ToolDefinition['annotations'],
  classification: Partial<Classification> = {},
): ReturnType<typeof annotations> {
  return annotations(
    sampleTool(given === undefined ? { name: 'x' } : { name: 'x', annotations: given }, classification),
  );
}

const suggested = (found: ReturnType<typeof annotations>): unknown =>
  found.suggested === null ? null : (JSON.parse(found.suggested) as { annotations: unknown }).annotations;

describe('the author’s annotations beside ours', () => {
  it('are agreed with, disputed, or cannot be told', () => {
    const { rows } = of(
      { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
      { category: 'Write', signals: [{ ...deletes, id: 'sends-message' }] },
    );
    assert.deepEqual(
      rows.map(({ hint, isDisputed, ours }) => [hint, isDisputed, ours]),
      [
        ['readOnlyHint: true', true, 'does more than read'],
        ['idempotentHint: true', false, 'unproved'],
        ['openWorldHint: false', true, 'reaches outside systems'],
      ],
    );
  });

  it('leave out hints that mean nothing for a tool that only reads', () => {
    const { rows, suggested } = of({ readOnlyHint: true, destructiveHint: true, idempotentHint: false });
    assert.deepEqual(rows, [{ hint: 'readOnlyHint: true', isDisputed: false, ours: 'agreed' }]);
    assert.equal(suggested, null);
  });

  it('keep everything of the author’s in what is suggested but what the evidence contradicts', () => {
    const found = of(
      { title: 'X', readOnlyHint: true, idempotentHint: true },
      { category: 'Destructive', signals: [deletes] },
    );
    assert.deepEqual(suggested(found), {
      title: 'X',
      readOnlyHint: false,
      idempotentHint: true,
      destructiveHint: true,
    });
  });

  it('suggest nothing where the rating is unsure, and claim nothing where the risk is unknown', () => {
    assert.equal(of({ readOnlyHint: false }, { confidence: 0.5 }).suggested, null);
    assert.deepEqual(of(undefined, { risk: 'Unknown' }), { rows: [], suggested: null });
  });
});
