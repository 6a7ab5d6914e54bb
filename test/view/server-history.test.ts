import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serverHistory } from '../../src/view/server-history.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const seen = (name: string, firstSeen: string, changed: string | null = null) => ({
  ...sampleTool({ name }),
  firstSeen,
  changed,
});

describe('the history of a server', () => {
  it('tells each day’s tools, newest first', () => {
    const rows = serverHistory(
      sampleServer('s', [
        seen('a', '2026-01-01', '2026-03-01'),
        seen('b', '2026-01-01'),
        seen('c', '2026-02-01'),
      ]),
    );
    assert.deepEqual(
      rows.map(({ on, sentence, tools }) => [on, sentence, tools.map(({ name }) => name).join()]),
      [
        ['2026-03-01', '1 tool changed.', 'a'],
        ['2026-02-01', '1 tool first seen.', 'c'],
        ['2026-01-01', '2 tools first seen.', 'a,b'],
      ],
    );
  });

  it('names no tools where it was all of them', () => {
    const rows = serverHistory(sampleServer('s', [seen('a', '2026-01-01'), seen('b', '2026-01-01')]));
    assert.deepEqual(rows, [{ on: '2026-01-01', sentence: 'All 2 tools first seen.', tools: [] }]);
    assert.deepEqual(serverHistory(sampleServer('s')), []);
  });
});
