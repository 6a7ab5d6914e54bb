import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changeLines, sinceWhen } from '../../../crawler/reports/changes.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { sampleLive } from '../../samples.ts';

describe('what has changed', async () => {
  const store = await openStore(':memory:');
  const visit = async (
    name: string,
    at: string,
    tools: { name: string; description?: string }[],
  ): Promise<void> => {
    await store.saveLive(sampleLive(name, tools, { at }), []);
  };
  await visit('a', '2026-01-01T00:00:00.000Z', [{ name: 'gone' }, { name: 'read' }]);
  await visit('a', '2026-02-01T00:00:00.000Z', [
    { name: 'read', description: 'Reads.' },
    { name: 'over\u001b[2Kwritten' },
  ]);
  await visit('b', '2026-02-01T00:00:00.000Z', [{ name: 'read' }, { name: 'write' }]);
  const lines = changeLines(await Array.fromAsync(store.changes('2026-01-15')), '2026-01-15');

  it('is told tool by tool, with the part, the version and the day, and a new server in one line', () => {
    assert.deepEqual(lines, [
      'npm:a:',
      '  - gone (version 1.0.0, 2026-02-01)',
      '  + over⟨U+001B⟩[2Kwritten (version 1.0.0, 2026-02-01)',
      '  ~ read (description, version 1.0.0, 2026-02-01)',
      'npm:b: new, with 2 tools',
    ]);
  });

  it('is said to be nothing when it is', async () => {
    assert.deepEqual(changeLines(await Array.fromAsync(store.changes('2026-03-01')), '2026-03-01'), [
      'Nothing has changed since 2026-03-01.',
    ]);
  });
});

describe('the day changes are told from', () => {
  const now = new Date('2026-03-10T12:00:00.000Z');

  it('is the one that is asked for, or a week ago', () => {
    assert.equal(sinceWhen('2026-01-01', now), '2026-01-01');
    assert.equal(sinceWhen(undefined, now), '2026-03-03');
  });

  it('must be a date', () => {
    for (const asked of ['yesterday', '2026-13-01', '', '2026'])
      assert.throws(() => sinceWhen(asked, now), { exitCode: 2, message: /is no date.*2026-03-10/ }, asked);
  });
});
