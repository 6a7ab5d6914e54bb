import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changesOf, partsThatDiffer, type Period } from '../../src/model/change.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';

const tool: ToolDefinition = {
  name: 'read',
  title: 'Read',
  description: 'Reads.',
  inputSchema: { type: 'object', properties: { a: {}, b: {} } },
  annotations: { readOnlyHint: true },
};

describe('two definitions differ', () => {
  const cases: [string, Partial<ToolDefinition>, string[]][] = [
    ['in the title', { title: 'Look' }, ['title']],
    ['in the description', { description: 'Reads more.' }, ['description']],
    ['in what goes in', { inputSchema: { type: 'object' } }, ['schema']],
    ['in what comes out', { outputSchema: { type: 'object' } }, ['schema']],
    ['in the hints', { annotations: { readOnlyHint: false } }, ['annotations']],
    ['in what MCP does not name', { icons: [] }, ['other']],
    ['in several parts', { icons: [], title: 'Look', annotations: {} }, ['title', 'annotations', 'other']],
  ];
  for (const [where, changes, parts] of cases) {
    it(where, () => {
      assert.deepEqual(partsThatDiffer(tool, { ...tool, ...changes }), parts);
      assert.deepEqual(partsThatDiffer({ ...tool, ...changes }, tool), parts);
    });
  }

  it('not in the order of their keys', () => {
    const reordered = { type: 'object', properties: { b: {}, a: {} } };
    assert.deepEqual(partsThatDiffer(tool, { ...tool, inputSchema: reordered }), []);
  });
});

/** A tool's periods from the hashes it had, one a day from 2026-01-01 on; null when it was not listed. */
function periodsOf(name: string, hashes: readonly (string | null)[]): Period[] {
  const day = (index: number): string => `2026-01-${String(index + 1).padStart(2, '0')}`;
  const periods: Period[] = [];
  for (const [index, hash] of hashes.entries()) {
    const standing = periods.at(-1);
    const isSame = standing?.until === null && standing.hash === hash;
    if (standing?.until === null && !isSame) standing.until = day(index);
    if (standing !== undefined && isSame) standing.last = day(index);
    if (hash === null || isSame) continue;
    const seen = { from: day(index), fromVersion: null, last: day(index), lastVersion: null, until: null };
    periods.push({ tool: name, hash, ...seen });
  }
  return periods;
}

const find = (hash: string): ToolDefinition => ({ ...tool, description: hash });
const told = (periods: Period[], since: string): string[] =>
  changesOf(periods, since, find).map(({ kind, at, parts }) => [at.slice(-2), kind, ...parts].join(' '));

describe('what happened to a tool', () => {
  it('is told from its periods', () => {
    const periods = periodsOf('read', ['a', 'a', 'b', null, 'b']);
    assert.deepEqual(told(periods, '2026-01-01'), [
      '01 added',
      '03 changed description',
      '04 removed',
      '05 added',
    ]);
    assert.deepEqual(told(periods, '2026-01-04'), ['04 removed', '05 added']);
    assert.deepEqual(told(periods, '2026-02-01'), []);
  });

  it('is told without parts when only the days of the older definition are known', () => {
    const [older, newer] = periodsOf('read', ['a', 'b']);
    assert.ok(older && newer);
    assert.deepEqual(told([{ ...older, hash: null }, newer], '2026-01-02'), ['02 changed']);
  });

  it('adds up: what is added and not removed is what stands', () => {
    const days = fc.array(fc.constantFrom('a', 'b', null), { maxLength: 10 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('x', 'y', 'z'), days), (tools) => {
        const periods = Object.entries(tools).flatMap(([name, hashes]) => periodsOf(name, hashes));
        const standing = new Set<string>();
        for (const { tool: name, kind } of changesOf(periods, '', find)) {
          if (kind === 'removed') assert.ok(standing.delete(name));
          else if (kind === 'changed') assert.ok(standing.has(name));
          else {
            assert.ok(!standing.has(name));
            standing.add(name);
          }
        }
        const last = Object.entries(tools).filter(([, hashes]) => (hashes.at(-1) ?? null) !== null);
        assert.deepEqual([...standing].sort(), last.map(([name]) => name).sort());
      }),
    );
  });
});
