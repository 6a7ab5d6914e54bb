import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identity } from '../../crawler/identity.ts';
import manifest from '../../package.json' with { type: 'json' };

describe('what Placard calls itself', () => {
  it('is what its package.json says', () => {
    assert.deepEqual(identity, { name: manifest.name, version: manifest.version });
  });
});
