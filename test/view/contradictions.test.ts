import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CatalogueTool } from '../../src/model/server.ts';
import {
  contradictionLists,
  contradiction,
  contradictionPage,
  contradictions,
} from '../../src/view/contradictions.ts';
import { listed } from '../../src/view/tool-row.ts';
import { firstOf } from '../pieces.ts';
import { sampleServer, sampleTool } from '../samples.ts';

type Hints = NonNullable<CatalogueTool['definition']['annotations']>;

function tool(name: string, annotations: Hints, changes: Partial<CatalogueTool['classification']> = {}) {
  return sampleTool({ name, description: 'Wipes all.', annotations }, changes);
}

const conflict = (hint: string, value: boolean) => ({
  id: 'annotation-conflict',
  at: `/annotations/${hint}`,
  quote: `"${hint}": ${String(value)}`,
});
const deletes = { id: 'deletes', at: '/description', quote: 'Wipes all' };
const path = { id: 'p:path', at: '/inputSchema/properties/path', quote: '"path": {}' };
const of = (...tools: CatalogueTool[]) => listed([sampleServer('a', tools)]);

describe('contradictions', () => {
  it('are hints that the rules found to conflict and hints that our category denies', () => {
    const found = contradictions(
      of(
        tool('found', { readOnlyHint: true }, { signals: [conflict('readOnlyHint', true)] }),
        tool('denied', { readOnlyHint: true }, { category: 'Write' }),
        tool('agreed', { readOnlyHint: true }),
        tool('silent', {}, { category: 'Destructive' }),
      ),
    );
    assert.deepEqual(
      found.map((one) => [one.tool.definition.name, one.direction, contradiction(one.tool)?.hints]),
      [
        ['found', 'less', ['readOnlyHint']],
        ['denied', 'less', ['readOnlyHint']],
      ],
    );
  });

  it('stand in the list of their direction', () => {
    const harsh = tool('harsh', { destructiveHint: true }, { signals: [conflict('destructiveHint', true)] });
    const both = tool(
      'both',
      { readOnlyHint: true, destructiveHint: true },
      { signals: [conflict('readOnlyHint', true), conflict('destructiveHint', true)] },
    );
    assert.deepEqual(
      contradictionLists(of(harsh, both)).map(({ direction, entries }) => [direction, entries.length]),
      [
        ['less', 0],
        ['more', 1],
        ['both', 1],
      ],
    );
  });

  it('are shown with the words of the hint and the words of the definition', () => {
    const mild = tool(
      'wipe',
      { readOnlyHint: true },
      { category: 'Destructive', signals: [path, conflict('readOnlyHint', true), deletes] },
    );
    const [list] = contradictionLists(of(mild));
    assert.ok(list);
    const [row] = contradictionPage(firstOf(list)).list.entries;
    assert.deepEqual(row?.claims, [
      {
        hint: 'readOnlyHint: true',
        claim: 'only reads',
        quote: { text: '"readOnlyHint": true', place: 'annotations · readOnlyHint' },
      },
    ]);
    assert.deepEqual(row.quotes, [{ place: 'description', text: 'Wipes all' }]);
    assert.equal(row.rationale, null);
  });

  it('give the judge’s reason where the definition has no words to quote', () => {
    const bare = tool('go', { readOnlyHint: true }, { category: 'Write', rationale: 'The name says so' });
    const [list] = contradictionLists(of(bare));
    assert.ok(list);
    const [row] = contradictionPage(firstOf(list)).list.entries;
    assert.deepEqual([row?.quotes, row?.rationale], [[], 'The name says so.']);
  });
});
