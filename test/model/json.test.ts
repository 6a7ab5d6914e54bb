import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { canonical, hashOf } from '../../src/model/canonical.ts';
import { isDeeperThan, Json, pointer, tokensOf, valueAt, wellFormed } from '../../src/model/json.ts';

describe('JSON', () => {
  it('is what zod takes for it, and nothing else', () => {
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withBigInt: true,
      withNullPrototype: true,
    });
    const parsed = z.json();
    fc.assert(
      fc.property(fc.oneof(anything, fc.jsonValue()), (value) => {
        assert.equal(Json.safeParse(value).success, parsed.safeParse(value).success);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('JSON pointers', () => {
  it('lead back to their tokens, whatever the tokens hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        assert.deepEqual(tokensOf(pointer(...tokens)), tokens);
      }),
    );
  });

  it('find members and elements, and nothing that is only inherited', () => {
    const root = { a: [{ 'b/c': 1 }] };
    assert.equal(valueAt(root, '/a/0/b~1c'), 1);
    assert.equal(valueAt(root, ''), root);
    for (const at of ['/b', '/a/1', '/constructor', '/a/length/0', '/__proto__'])
      assert.equal(valueAt(root, at), undefined);
  });
});

describe('depth', () => {
  it('is measured without recursion, so that a hostile nest cannot exhaust the stack', () => {
    let nest: Json = 1;
    for (let level = 0; level < 100_000; level++) nest = [nest];
    assert.equal(isDeeperThan(nest, 64), true);
    assert.equal(isDeeperThan({ a: { b: 1 } }, 2), false);
    assert.equal(isDeeperThan({ a: { b: 1 } }, 1), true);
  });
});

describe('well-formed text', () => {
  it('has no lone surrogates and no NUL, in keys and values, and changes nothing else', () => {
    const lone = '\ud800';
    assert.deepEqual(wellFormed({ [lone]: ['a\0b', lone] }), { '\ufffd': ['a\ufffdb', '\ufffd'] });
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        const clean = wellFormed(value as Json);
        assert.deepEqual(wellFormed(clean), clean);
        if (!JSON.stringify(value).includes('\\u0000')) assert.deepEqual(clean, value);
      }),
    );
  });

  it('keeps a member called __proto__ as data', () => {
    const parsed = JSON.parse('{"__proto__": {"polluted": true}}') as Json;
    assert.equal(JSON.stringify(wellFormed(parsed)), '{"__proto__":{"polluted":true}}');
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });
});

describe('the canonical form', () => {
  it('does not depend on the order of keys', () => {
    assert.equal(canonical({ b: 1, a: [{ d: null, c: 'é' }] }), '{"a":[{"c":"é","d":null}],"b":1}');
    assert.equal(hashOf({ b: 1, a: 2 }), hashOf({ a: 2, b: 1 }));
    assert.notEqual(hashOf({ a: 1 }), hashOf({ a: '1' }));
  });
});
