import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOf } from '../../src/model/canonical.ts';
import type { Json } from '../../src/model/json.ts';
import type { PastDefinition } from '../../src/model/server.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { changePage } from '../../src/view/change-page.ts';
import { type DatedChange, listOfChanges, watchedSince } from '../../src/view/changes.ts';
import { sampleServer, sampleTool } from '../samples.ts';
import { firstOf, changesIn } from '../pieces.ts';

const past = (
  definition: ToolDefinition,
  [from, until]: [string, string],
  rating: PastDefinition['rating'],
): PastDefinition => ({ definition, hash: hashOf(definition as Json), from, until, rating });

const low = { category: 'Read', risk: 'Low' } as const;
const critical = { category: 'Destructive', risk: 'Critical' } as const;

const server = sampleServer(
  'a',
  [
    { ...sampleTool({ name: 'look', description: 'Deletes all.' }, critical), changed: '2026-03-03' },
    { ...sampleTool({ name: 'new' }), firstSeen: '2026-02-02' },
    sampleTool({ name: 'same' }),
  ],
  {
    past: [
      past({ name: 'gone' }, ['2026-01-02', '2026-03-03'], critical),
      past({ name: 'look', description: 'Looks.' }, ['2026-01-02', '2026-03-03'], low),
    ],
  },
);
const older = sampleServer('b', [
  { ...sampleTool({ name: 'x' }), firstSeen: '2025-12-12', changed: '2026-01-01' },
]);

describe('changes', () => {
  const page = changePage(firstOf(changesIn([older, server])));
  const rows = page.list.entries;

  it('stand newest first: what is gone, what is another, what is new, and what was read for the first time', () => {
    assert.deepEqual(
      rows.map(({ on, label, name, path }) => [on, label, name, path]),
      [
        ['2026-03-03', 'Removed', 'gone', null],
        ['2026-03-03', 'Changed', 'look', '/servers/a/look/'],
        ['2026-02-02', 'Added', 'new', '/servers/a/new/'],
        ['2026-01-02', 'Server', 'a', '/servers/a/'],
        ['2026-01-01', 'Changed', 'x', '/servers/b/x/'],
        ['2025-12-12', 'Server', 'b', '/servers/b/'],
      ],
    );
  });

  it('of one day stand by what they are, then by server, and those that are alike are numbered', () => {
    const change = (on: string, kind: DatedChange['kind'], slug: string): DatedChange => ({
      ...{ on, kind },
      server: { slug },
    });
    const { entries, marks } = listOfChanges([
      ...[change('2026-01-01', 'removed', 'a'), change('2026-01-02', 'added', 'a')],
      ...[change('2026-01-02', 'changed', 'b'), change('2026-01-02', 'changed', 'a')],
      ...[change('2026-01-02', 'removed', 'b'), change('2026-01-02', 'changed', 'b')],
    ]);
    assert.deepEqual(
      entries.map((entry, place) => marks.idOf(entry, place)),
      [
        ...['2026-01-02/removed/b/1', '2026-01-02/changed/a/1', '2026-01-02/changed/b/1'],
        ...['2026-01-02/changed/b/2', '2026-01-02/added/a/1', '2026-01-01/removed/a/1'],
      ],
    );
  });

  it('say what changed and what it did to the risk', () => {
    assert.deepEqual(
      rows.map(({ sentence }) => sentence),
      [
        'The server does not list it any more.',
        'Changed: description. The risk went up.',
        'The server lists a tool that it did not list before.',
        'Read for the first time, with 3 tools.',
        'The definition is another one; the earlier one was not kept.',
        'Read for the first time, with 1 tool.',
      ],
    );
  });

  it('show the rating before and after, and nothing where there is none', () => {
    const ratings = rows.map((row) => row.ratings.map(({ label, rating }) => [label, rating.risk]));
    assert.deepEqual(ratings, [
      [['before', 'Critical']],
      [
        ['before', 'Low'],
        ['after', 'Critical'],
      ],
      [[null, 'Low']],
      [['gravest tool today', 'Critical']],
      [[null, 'Low']],
      [['gravest tool today', 'Low']],
    ]);
  });

  it('tell since when anything could have been seen', () => {
    assert.equal(watchedSince(changesIn([older, server])), '2025-12-12');
    assert.match(page.watched ?? '', /since 2025-12-12/);
    assert.equal(watchedSince(changesIn([])), null);
    assert.match(changePage(firstOf(changesIn([]))).watched ?? '', /nothing can have changed/);
  });

  it('do not take a tool that comes back for one that changed', () => {
    const back = { ...sampleTool({ name: 'look' }), changed: '2026-05-05' };
    const gone = past({ name: 'look' }, ['2026-01-02', '2026-03-03'], low);
    const rows = changePage(firstOf(changesIn([sampleServer('a', [back], { past: [gone] })]))).list.entries;
    assert.deepEqual(
      rows.map(({ on, label }) => [on, label]),
      [
        ['2026-05-05', 'Added'],
        ['2026-03-03', 'Removed'],
        ['2026-01-02', 'Server'],
      ],
    );
  });
});
