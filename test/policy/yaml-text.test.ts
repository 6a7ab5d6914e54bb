import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { hiddenCharacters } from '../../src/model/display.ts';
import { yamlText } from '../../src/policy/yaml-text.ts';
import { hostileName } from './hostile-names.ts';

describe('YAML text', () => {
  for (const version of ['1.1', '1.2'] as const)
    it(`is read back as it was by YAML ${version}, as names and as values, and hides nothing`, () => {
      fc.assert(
        fc.property(hostileName, (name) => {
          const text = yamlText(new Map([[name, [name, { value: name }]]]));
          const read: unknown = parse(text, { version, mapAsMap: true });
          assert.deepEqual(read, new Map([[name, [name, new Map([['value', name]])]]]));
          assert.deepEqual(hiddenCharacters(text), []);
        }),
      );
    });

  it('leaves plain what every version reads as text, and ends with a newline', () => {
    assert.equal(
      yamlText({ stub: ['read_item', 'no', '1e3'] }),
      "stub:\n  - read_item\n  - 'no'\n  - '1e3'\n",
    );
    assert.equal(yamlText({ stub: [] }), 'stub: []\n');
  });
});
