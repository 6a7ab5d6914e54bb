import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exportPolicy } from '../../src/policy/export.ts';
import type { Format } from '../../src/policy/format.ts';
import { policyJson } from '../../src/policy/formats/policy-json.ts';
import { formats } from '../../src/policy/formats.ts';
import { guardFile } from '../../src/policy/guard-command.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from './sample-policy.ts';

const options = { alias: 'stub', withGuard: false };

describe('an export', () => {
  it('joins what the fitting gave up with what the format says itself', () => {
    const { warnings } = exportPolicy(fiveRules, policyJson, options);
    assert.deepEqual(
      warnings.map(({ ability }) => ability),
      ['ask', 'definition'],
    );
  });

  it('lists what a person has to fill in, enforced or only proposed', () => {
    const fill = 'Put your own list in place of it.';
    const policy = samplePolicy({
      a: sampleRule({ constraints: [sampleConstraint({ fill })] }),
      b: sampleRule({ proposed: [sampleConstraint({ fill }), sampleConstraint({ fill })] }),
      c: sampleRule({ decision: 'hide', proposed: [sampleConstraint({ fill })] }),
    });
    const [first, second, ...more] = exportPolicy(policy, policyJson, options).fill;
    assert.equal(first, `a: ${fill}`);
    assert.match(second ?? '', /^b: nothing bounds the argument env yet/);
    assert.deepEqual(more, []);
  });

  it('refuses an alias that the format cannot spell', () => {
    const picky: Format = { ...policyJson, aliasFault: (alias) => `"${alias}" has a dot.` };
    assert.throws(() => exportPolicy(fiveRules, picky, { ...options, alias: 'a.b' }), RangeError);
  });

  it('brings the whole policy for the guard where the guard stands in front', () => {
    const guarded: Format = { ...policyJson, abilities: { ...policyJson.abilities, definition: 'guard' } };
    const { files, warnings } = exportPolicy(fiveRules, guarded, { alias: 'stub', withGuard: true });
    const file = files.find(({ name }) => name === guardFile(options.alias));
    assert.deepEqual(JSON.parse(file?.text ?? ''), fiveRules);
    assert.ok(!warnings.some(({ ability }) => ability === 'definition'));
  });

  for (const format of formats) {
    it(`of ${format.name} ends with a newline, bears a bare file name, and is the same every time`, () => {
      const exported = exportPolicy(fiveRules, format, options);
      assert.notEqual(exported.files.length, 0);
      for (const { name, text, destination } of exported.files) {
        assert.match(name, /^[\w.-]+$/);
        assert.match(text, /[^\n]\n$/);
        assert.match(destination, /\.$/);
      }
      assert.deepEqual(exportPolicy(fiveRules, format, options), exported);
    });
  }
});
