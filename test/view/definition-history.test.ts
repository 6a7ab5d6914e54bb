import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PastDefinition } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import type { Risk } from '../../src/model/risks.ts';
import { definitionHistory } from '../../src/view/definition-history.ts';
import { sampleTool } from '../samples.ts';

const past = (definition: ToolDefinition, from: string, until: string, risk: Risk): PastDefinition => ({
  ...{ definition, hash: '0'.repeat(64), from, until },
  rating: { category: 'Write', risk },
});

const path = (description: string) => ({ properties: { path: { type: 'string', description } } });

const now = {
  ...sampleTool(
    { name: 'save', description: 'Saves any file.', inputSchema: path('Anywhere') },
    { category: 'Write', risk: 'High' },
  ),
  changed: '2026-03-01',
};

describe('how a definition changed', () => {
  it('is told newest first, part by part, with what it did to the risk', () => {
    const history = definitionHistory(
      {
        past: [
          past({ name: 'save', description: 'Saves a file.' }, '2026-01-01', '2026-02-01', 'Medium'),
          past({ name: 'other', description: 'Else.' }, '2026-01-01', '2026-02-01', 'Low'),
          past(
            { name: 'save', description: 'Saves any file.', inputSchema: path('Below the root') },
            '2026-02-01',
            '2026-03-01',
            'Medium',
          ),
        ],
      },
      now,
    );
    assert.deepEqual(
      history.map(({ on, sentence, before, after }) => [on, sentence, before?.risk, after?.risk]),
      [
        ['2026-03-01', 'Changed: schema. The risk went up.', 'Medium', 'High'],
        ['2026-02-01', 'Changed: description and schema. The risk stayed the same.', 'Medium', 'Medium'],
      ],
    );
    assert.deepEqual(
      history.map(({ differences }) => differences.map(({ part, isCode }) => [part, isCode])),
      [
        [['path', true]],
        [
          ['Description', false],
          ['path', true],
        ],
      ],
    );
  });

  it('says that an earlier definition was not kept, and nothing of one that never changed', () => {
    const [only, ...others] = definitionHistory({}, now);
    assert.match(only?.sentence ?? '', /the earlier one was not kept\.$/);
    assert.deepEqual(others, []);
    assert.deepEqual(definitionHistory({}, { ...now, changed: null }), []);
  });

  it('spells out characters that nobody sees', () => {
    const before = past({ name: 'save', description: 'a\u202eb' }, '2026-01-01', '2026-03-01', 'High');
    const [change] = definitionHistory({ past: [before] }, now);
    const text = change?.differences.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join('');
    assert.match(text ?? '', /⟨U\+202E⟩/);
  });
});
