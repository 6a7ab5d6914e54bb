import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limits } from '../../src/model/limits.ts';
import { reviewsOf } from '../../src/model/review.ts';

const repository = 'https://github.com/x/mono';
const server = (id: string, tools: string[], address: string | null = repository) => ({
  id,
  repository: address,
  tools: tools.map((name) => ({ definition: { name } })),
});
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `tool-${index}`);

describe('a list of tools is to be reviewed', () => {
  it('when it is longer than the limit, and not when it just reaches it', () => {
    const found = reviewsOf([
      server('a', many(limits.reviewTools + 1)),
      server('b', many(limits.reviewTools)),
    ]);
    assert.deepEqual([...found], [['a', [{ reason: 'many-tools' }]]]);
  });

  it('when servers of one repository share all of it, in whatever folders and order', () => {
    const found = reviewsOf([
      server('b', ['write', 'read'], `${repository}/tree/HEAD/b`),
      server('a', ['read', 'write'], `${repository}/tree/HEAD/a`),
      server('c', ['read'], `${repository}/tree/HEAD/c`),
    ]);
    assert.deepEqual(found.get('a'), [{ reason: 'shared-tools', servers: ['b'] }]);
    assert.deepEqual(found.get('b'), [{ reason: 'shared-tools', servers: ['a'] }]);
    assert.equal(found.has('c'), false);
  });

  it('but not when their repositories differ, are unknown, or no tools are known', () => {
    const found = reviewsOf([
      server('a', ['read']),
      server('b', ['read'], 'https://github.com/y/other'),
      server('c', ['read'], null),
      server('d', ['read'], null),
      server('e', []),
      server('f', []),
    ]);
    assert.deepEqual([...found], []);
  });
});
