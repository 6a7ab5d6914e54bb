import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ability } from '../../src/policy/format.ts';
import { formats } from '../../src/policy/formats.ts';

const ids = formats.map(({ id }) => id);

/** Files beside the formats that two of them share. */
const shared: readonly string[] = [];

describe('the list of formats', () => {
  it('names each file of the folder once', () => {
    const files = readdirSync('src/policy/formats').map((file) => file.replace(/\.ts$/, ''));
    assert.deepEqual(ids.toSorted(), files.filter((file) => !shared.includes(file)).sort());
  });

  for (const format of formats) {
    it(`says of ${format.name} how each ability was proved, and of none that is missing`, () => {
      const proved = new Set(format.proofs.flatMap(({ abilities }) => abilities));
      const claimed = Ability.options.filter((ability) => format.abilities[ability] !== 'none');
      assert.deepEqual([...proved].sort(), claimed.toSorted());
    });
  }
});
