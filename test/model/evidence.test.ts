import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isVerbatim, textAt } from '../../src/model/evidence.ts';

const definition = {
  name: 'run',
  description: 'Runs SQL against the production database.',
  inputSchema: { type: 'object', properties: { sql: { type: 'string' } } },
};

describe('evidence', () => {
  it('holds when its quote stands at its pointer, letter for letter', () => {
    const at = '/description';
    assert.ok(isVerbatim(definition, { id: 'p:sql', at, quote: 'Runs SQL' }));
    assert.ok(!isVerbatim(definition, { id: 'p:sql', at, quote: 'runs sql' }));
    assert.ok(!isVerbatim(definition, { id: 'p:sql', at: '/name', quote: 'Runs SQL' }));
    assert.ok(!isVerbatim(definition, { id: 'p:sql', at: '/title', quote: 'Runs SQL' }));
  });

  it('may quote a member of a schema with its key', () => {
    assert.equal(textAt(definition, '/inputSchema/properties/sql'), '"sql": {"type":"string"}');
    assert.ok(isVerbatim(definition, { id: 'p:sql', at: '/inputSchema/properties/sql', quote: '"sql"' }));
  });

  it('claims an absence with an empty quote, and only where nothing stands', () => {
    const absent = { id: 'no-description', at: '/description', quote: '' };
    assert.ok(!isVerbatim(definition, absent));
    assert.ok(isVerbatim({ name: 'run' }, absent));
    assert.ok(isVerbatim({ name: 'run', description: ' \n' }, absent));
  });
});
