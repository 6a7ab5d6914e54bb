import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { hiddenCharacters } from '../../src/model/display.ts';
import { yamlText } from '../../src/policy/yaml-text.ts';
import { hostileName } from './hostile-names.ts';

/** Values of any depth with such texts as names and as values. */
const valueOf = (text: fc.Arbitrary<string>): fc.Arbitrary<unknown> =>
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.boolean(),
      fc.constant(null),
      fc.integer(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.array(fc.tuple(text, tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
    ),
  })).value;

describe('YAML text', () => {
  for (const version of ['1.1', '1.2'] as const)
    it(`is read back as it was by YAML ${version}, as names and as values, and hides nothing`, () => {
      fc.assert(
        fc.property(valueOf(hostileName), (value) => {
          const text = yamlText(value);
          const read: unknown = parse(text, { version, mapAsMap: true });
          assert.deepEqual(read, value);
          assert.deepEqual(hiddenCharacters(text), []);
        }),
      );
    });

  it('is what the library prints, which needs ten times as long', () => {
    fc.assert(
      fc.property(valueOf(fc.stringMatching(/^[a-z]{2,9}_[a-z.]{2,9}$/)), (value) => {
        assert.equal(yamlText(value), stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }));
      }),
    );
  });

  it('asks with a question mark for a name that is too long to stand before a colon', () => {
    const name = '\u200b'.repeat(200);
    const text = yamlText({ [name]: { [name]: ['a'] } });
    assert.match(text, /^\? "\\U0000200b/);
    assert.deepEqual(parse(text), { [name]: { [name]: ['a'] } });
  });

  it('leaves plain what every version reads as text, and ends with a newline', () => {
    assert.equal(
      yamlText({ stub: ['read_item', 'no', '1e3'] }),
      "stub:\n  - read_item\n  - 'no'\n  - '1e3'\n",
    );
    assert.equal(yamlText({ stub: [] }), 'stub: []\n');
  });
});
