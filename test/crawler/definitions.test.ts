import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDefinitions } from '../../crawler/inspect/definitions.ts';
import { canonical } from '../../src/model/canonical.ts';
import type { Json } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import '../setup.ts';

describe('a raw tool list', () => {
  it('gives each tool a definition or a fault, whatever it holds', () => {
    const names = fc.constantFrom('read', 'write', '', '__proto__', '\ud800');
    const tool = fc.oneof(fc.jsonValue(), fc.record({ name: names, description: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.array(tool), (raws) => {
        const { tools, failures } = readDefinitions(raws, limits);
        assert.equal(tools.length + failures.length, raws.length);
        assert.equal(new Set(tools.map(({ name }) => name)).size, tools.length);
      }),
    );
  });

  it('is kept byte for byte when there is nothing wrong with it', () => {
    const definition = fc.record({
      name: fc.string({ minLength: 1, maxLength: 50 }).filter((name) => !name.includes('\0')),
      inputSchema: fc.dictionary(
        fc.stringMatching(/^[a-z$]{1,9}$/),
        fc.constantFrom<Json>(1, null, 'x', [true]),
      ),
    });
    fc.assert(
      fc.property(definition, (raw) => {
        const [tool] = readDefinitions([raw], limits).tools;
        assert.equal(canonical(tool as Json), canonical(raw));
      }),
    );
  });

  it('may be as large as the limits say, and no larger', () => {
    const sized = (size: number) => ({ name: 'a', description: 'x'.repeat(size) });
    const frame = Buffer.byteLength(canonical(sized(0)));
    const bounds = { ...limits, definitionBytes: 100 };
    assert.equal(readDefinitions([sized(100 - frame)], bounds).tools.length, 1);
    assert.equal(readDefinitions([sized(101 - frame)], bounds).failures[0]?.kind, 'invalid-definition');
  });
});
