import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { redactArguments } from '../../src/guard/proxy/redact.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';

const plain = { all: false, names: [] };
const secret = 'hunter2-hunter2';

describe('what the audit log holds of arguments', () => {
  it('is everything but secrets', () => {
    const given = { path: '/x', count: 3, deep: { list: [true, null, 'text'] } };
    assert.deepEqual(redactArguments(given, plain), given);
  });

  it('is no value of an argument that is called like a secret, however deep it stands', () => {
    const names = ['password', 'userPassword', 'api_key', 'API-Key', 'authToken', 'client_secret', 'Cookie'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.constantFrom('in', 'list')), (name, way) => {
        const inner: JsonObject = { [name]: { value: [secret] } };
        const given = way.reduce<JsonObject>((all, step) => ({ [step]: step === 'in' ? all : [all] }), inner);
        assert.ok(!JSON.stringify(redactArguments(given, plain)).includes(secret));
      }),
    );
  });

  it('is no key or token that looks like one, wherever it stands', () => {
    const looks = [
      `ghp_${'a1'.repeat(18)}`,
      `sk-${'a1'.repeat(12)}`,
      'AKIAIOSFODNN7EXAMPLE',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
      'Bearer abc.def',
      '-----BEGIN PRIVATE KEY-----',
    ];
    for (const look of looks) {
      const said = JSON.stringify(redactArguments({ text: `before ${look} after`, [look]: 1 }, plain));
      assert.ok(!said.includes(look), said);
      assert.match(said, /before .* after/);
    }
    assert.deepEqual(redactArguments({ url: 'postgres://me:pass@host/db' }, plain), {
      url: 'postgres://[redacted]@host/db',
    });
  });

  it('is no value that the user names, and none at all on demand', () => {
    const given = { Note: secret, other: 'kept', deep: { note: secret } };
    assert.deepEqual(redactArguments(given, { ...plain, names: ['note'] }), {
      ...{ Note: '[redacted]', other: 'kept', deep: { note: '[redacted]' } },
    });
    assert.deepEqual(redactArguments(given, { ...plain, all: true }), {
      ...{ Note: '[redacted]', other: '[redacted]', deep: { note: '[redacted]' } },
    });
  });

  it('is cut where it is long, and ready in time for whatever text', () => {
    const long = redactArguments({ text: 'é'.repeat(100_000) }, plain);
    assert.equal(long.text, `${'é'.repeat(limits.auditCharacters)}…`);
    for (const piece of ['//', 'sk-', 'eyJ', 'Bearer ', '-----BEGIN ', 'a@'])
      redactArguments({ text: piece.repeat(50_000) }, plain);
  });
});
