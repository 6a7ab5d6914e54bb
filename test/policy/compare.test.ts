import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import { Operator } from '../../src/model/policy.ts';
import { comparisonOf, find, type Finding, given, opaque } from '../../src/policy/compare.ts';

const finding = (op: Operator, value: Json, call: Json): Finding =>
  find(comparisonOf(['x'], op, value), call);

/** Each operator with arguments that meet it, that do not, and that it cannot be compared with. */
const cases: Readonly<
  Record<Operator, { value: Json; yes: readonly Json[]; no: readonly Json[]; unclear: readonly Json[] }>
> = {
  eq: { value: 5, yes: [5, '5', '5.0'], no: [6, true, [5], {}], unclear: [] },
  neq: { value: true, yes: [false, 'no', 0, [true]], no: [true, 'true', 1], unclear: [] },
  lt: { value: 10, yes: [9.5, -1], no: [10, 11], unclear: ['9', true, [9], {}] },
  lte: { value: 10, yes: [10, -1], no: [10.5], unclear: ['10'] },
  gt: { value: 10, yes: [10.5], no: [10, -1], unclear: ['11'] },
  gte: { value: 10, yes: [10, 11], no: [9], unclear: [{ '10': 10 }] },
  in: { value: ['dev', 2, ['a']], yes: ['dev', 2, '2', ['a']], no: ['prod', 3, ['dev'], {}], unclear: [] },
  not_in: { value: ['dev', 2], yes: ['prod', 3, ['dev']], no: ['dev', 2, '2'], unclear: [] },
  exists: { value: true, yes: [0, '', false, [], {}], no: [null], unclear: [] },
  regex: { value: '^a+$', yes: ['a', 'aaa'], no: ['', 'b', 'a\n', 'A'], unclear: [1, ['a'], {}, true] },
  contains: { value: 'a', yes: ['xay', ['a', 'b']], no: ['xyz', [], ['ab']], unclear: [1, true, { a: 1 }] },
};

describe('a comparison', () => {
  for (const op of Operator.options) {
    const { value, yes, no, unclear } = cases[op];
    it(`with ${op} tells what holds, what does not and what cannot be compared`, () => {
      for (const x of yes) assert.equal(finding(op, value, { x }), 'yes', JSON.stringify(x));
      for (const x of no) assert.equal(finding(op, value, { x }), 'no', JSON.stringify(x));
      for (const x of unclear) assert.equal(finding(op, value, { x }), 'unclear', JSON.stringify(x));
    });

    it(`with ${op} holds for no argument that is missing`, () => {
      assert.equal(finding(op, value, {}), 'no');
      assert.equal(finding(op, value, { x: null }), 'no');
    });
  }

  it('cannot tell where something else is in the way, because a server may read a text as JSON', () => {
    const call = { x: '["a", "b"]', y: '{"force": true}' };
    for (const exists of [true, false])
      assert.equal(find(comparisonOf(['x', '1'], 'exists', exists), call), 'unclear');
    assert.equal(find(comparisonOf(['y', 'force'], 'eq', false), call), 'unclear');
    assert.equal(find(comparisonOf(['y', 'force'], 'eq', false), { y: null }), 'no');
  });

  it('knows absence', () => {
    assert.equal(finding('exists', false, {}), 'yes');
    assert.equal(finding('exists', false, { x: 0 }), 'no');
  });

  it('never holds together with its opposite', () => {
    const opposites: [Operator, Operator][] = [
      ['eq', 'neq'],
      ['in', 'not_in'],
      ['lt', 'gte'],
      ['gt', 'lte'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...opposites), fc.jsonValue(), fc.integer(), ([one, other], x, bound) => {
        const value = one === 'in' ? [bound] : bound;
        const findings = [finding(one, value, { x: x as Json }), finding(other, value, { x: x as Json })];
        assert.ok(!findings.every((each) => each === 'yes'));
        assert.ok(findings.includes('yes') || findings.every((each) => each === 'unclear') || x === null);
      }),
    );
  });

  it('finds two values equal whichever is asked about', () => {
    const scalar = fc.constantFrom<Json>(
      '',
      ' ',
      '0',
      '00',
      0,
      1,
      '1',
      '1.0',
      true,
      'true',
      false,
      'false',
      '-0',
    );
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        assert.equal(finding('eq', a, { x: b }), finding('eq', b, { x: a }));
      }),
    );
    assert.equal(finding('eq', '', { x: 0 }), 'no');
    assert.equal(finding('eq', 0, { x: '' }), 'no');
  });

  it('answers for any call, and reads nothing that the call does not hold itself', () => {
    const names = fc.constantFrom('x', '__proto__', 'constructor', 'toString', 'length', '0', '1', '-1', '');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 3 }), fc.jsonValue(), (argument, call) => {
        const value = given(call as Json, argument);
        if (value === undefined || value === opaque) return;
        assert.ok(JSON.stringify(call).includes(JSON.stringify(value)));
      }),
    );
    assert.equal(given({}, ['__proto__']), undefined);
    assert.equal(given({ x: [1, 2] }, ['x', 'length']), opaque);
    assert.equal(given({ x: 'text' }, ['x', '0']), opaque);
    assert.equal(given(JSON.parse('{"__proto__": {"a": 1}}') as Json, ['__proto__', 'a']), 1);
  });

  it('finds places in lists, where null is something, too', () => {
    assert.equal(given({ ids: ['a', 'b'] }, ['ids', '1']), 'b');
    assert.equal(given({ ids: ['a', null] }, ['ids', '1']), null);
    assert.equal(given({ ids: ['a', 'b'] }, ['ids', '01']), opaque);
    assert.equal(given({ ids: ['a', 'b'] }, ['ids', '2']), undefined);
    assert.equal(given({ ids: null }, ['ids']), undefined);
  });

  it('takes no longer for a pattern that would backtrack', () => {
    const text = `${'a'.repeat(50_000)}b`;
    assert.equal(finding('regex', '^(a+)+$', { x: text }), 'no');
    assert.equal(finding('regex', '^(a|a)*$', { x: text }), 'no');
  });

  it('refuses what RE2 does not know, and patterns beyond the limit', () => {
    for (const pattern of ['(?=a)', '(a)\\1', '(', 'a{2000}', 'a'.repeat(limits.patternCharacters + 1)])
      assert.throws(() => comparisonOf(['x'], 'regex', pattern), Error, pattern);
  });
});
