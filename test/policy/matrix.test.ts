import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ability } from '../../src/policy/format.ts';
import { formats } from '../../src/policy/formats.ts';
import { capabilities, isTried } from '../../src/policy/matrix.ts';

describe('the matrix of formats', () => {
  it('has one cell for each ability, proved where it is claimed', () => {
    for (const format of formats) {
      const cells = capabilities(format);
      assert.deepEqual(
        cells.map(({ ability }) => ability),
        Ability.options,
      );
      for (const { ability, support, proof } of cells)
        assert.equal(proof === null, support === 'none', `${format.id}: ${ability}`);
    }
  });

  it('calls a format tried when anything but reading proved a part of it', () => {
    const tried = formats.filter(isTried).map(({ id }) => id);
    assert.ok(tried.includes('claude-code'));
    assert.ok(!tried.includes('cursor'));
  });
});
