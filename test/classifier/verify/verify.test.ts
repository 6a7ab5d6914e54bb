import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verify } from '../../../classifier/verify.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import { text, tool } from '../signals/cases.ts';

const subject = {
  server: { name: 's' },
  tool: tool('delete_note', 'Delete a note.', { id: text('Which note') }),
};
const withSignals = (...signals: Evidence[]) => ({
  category: 'Destructive' as const,
  risk: 'Medium' as const,
  confidence: 0.9,
  signals,
  rationale: 'It deletes.',
});

describe('verify', () => {
  it('keeps evidence whose quote stands verbatim where it points', () => {
    const kept: Evidence[] = [
      { id: 'deletes', at: '/name', quote: 'delete' },
      { id: 'deletes', at: '/description', quote: 'Delete a note' },
      { id: 'p:path', at: '/inputSchema/properties/id', quote: '"id": {"type"' },
      { id: 'no-description', at: '/annotations', quote: '' },
    ];
    assert.deepEqual(verify(subject, withSignals(...kept)), { verdict: withSignals(...kept), dropped: [] });
  });

  const wrong: Readonly<Record<string, Evidence>> = {
    'a quote that is worded otherwise': { id: 'deletes', at: '/description', quote: 'delete a note' },
    'a pointer to another place': { id: 'deletes', at: '/title', quote: 'Delete' },
    'a pointer to nowhere': { id: 'deletes', at: '/inputSchema/properties/none', quote: 'id' },
    'an inherited member': { id: 'deletes', at: '/constructor', quote: 'function' },
    'an empty quote where something stands': { id: 'no-description', at: '/description', quote: '' },
    'a signal nobody knows': { id: 'is-evil', at: '/name', quote: 'delete' },
  };
  for (const [what, evidence] of Object.entries(wrong))
    it(`drops ${what} and hands it back`, () => {
      const good: Evidence = { id: 'deletes', at: '/name', quote: 'delete' };
      const { verdict, dropped } = verify(subject, withSignals(evidence, good));
      assert.deepEqual(verdict.signals, [good]);
      assert.deepEqual(dropped, [evidence]);
    });
});
