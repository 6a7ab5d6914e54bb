import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradicts, verify } from '../../../classifier/verify.ts';
import type { Category } from '../../../src/model/categories.ts';
import type { Evidence } from '../../../src/model/evidence.ts';
import type { Risk } from '../../../src/model/risks.ts';
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

/** Reasons, the rating they were given for, and whether they name another one. */
const reasons: readonly (readonly [string, Category, Risk, boolean])[] = [
  ['A removal of high severity.', 'Destructive', 'Critical', true],
  ['Severity is medium, since one record is removed.', 'Destructive', 'Critical', true],
  ['Severity is medium rather than low.', 'Write', 'Low', true],
  ['It is medium rather than low because secrets are sensitive.', 'Read', 'Low', true],
  ['The severity is  high.', 'Write', 'Medium', true],
  ['A meta tool with a critical blast radius.', 'Execute', 'High', true],
  ['Risk: Low.', 'Write', 'High', true],
  ['It is rated as Low because it only looks.', 'Read', 'High', true],
  ['This is a Read tool.', 'Write', 'Medium', true],
  ['Category: Read, whatever the name says.', 'Destructive', 'High', true],
  ['I classify this as "Write".', 'Destructive', 'High', true],
  ['It is an Execute tool of High risk because nothing limits the program.', 'Execute', 'High', false],
  ['Severity is medium rather than low.', 'Write', 'Medium', false],
  ['It is a Write tool of High risk, where the rules alone would say Read.', 'Write', 'High', false],
  ['It can read and write files, and execute them.', 'Execute', 'Critical', false],
  ['A low number of critical records is deleted.', 'Destructive', 'High', false],
  ['The name says "delete", so a call removes something that exists.', 'Destructive', 'Medium', false],
];

describe('A reason', () => {
  for (const [reason, category, risk, isOther] of reasons)
    it(`${isOther ? 'contradicts' : 'fits'} ${category}, ${risk}: ${reason}`, () => {
      assert.equal(contradicts(reason, { category, risk }), isOther);
    });
});
