import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { groups } from '../groups/folders.ts';
import { filesOf } from '../groups/run.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** The test files that a script of package.json names. */
const namedBy = (script: string): string[] =>
  [...(scripts[script] ?? '').matchAll(/"(test\/[^"]+)"/g)].flatMap(([, pattern = '']) => globSync(pattern));
const together = Object.values(groups).flatMap((folders) => filesOf(folders).map((path) => `test/${path}`));

describe('every test file', () => {
  it('is run once by npm test, alone or with others of its kind, or by a script of its own', () => {
    const run = ['test:unit', 'test:site', 'test:clients', 'test:peers'].flatMap(namedBy);
    assert.deepEqual([...run, ...together].sort(), globSync('test/**/*.test.ts').sort());
  });

  it('of a group is run when the group is', () => {
    const files = globSync('test/groups/*.test.ts').sort();
    assert.deepEqual(
      files,
      Object.keys(groups)
        .sort()
        .map((name) => `test/groups/${name}.test.ts`),
    );
  });
});
