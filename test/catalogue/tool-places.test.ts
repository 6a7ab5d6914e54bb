import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toolPlaces } from '../../src/catalogue/tool-places.ts';

/** What the places of a line hold. */
function toolsAt(line: Buffer): unknown[] | null {
  const found = toolPlaces(line);
  if (found === null) return null;
  return found.places.map(([start, end]): unknown => JSON.parse(line.toString('utf8', start, end)));
}

const lineOf = (server: object): Buffer => Buffer.from(JSON.stringify(server));

describe('the places of tools in a line', () => {
  it('hold the tools, whatever stands in them and before them', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[[\]{}"\\,:é]*$/));
    const tool = fc.dictionary(text, fc.oneof(fc.jsonValue(), text), { maxKeys: 4 });
    fc.assert(
      fc.property(fc.jsonValue(), text, fc.array(tool), (further, name, tools) => {
        const line = lineOf({ further, name, sources: [{ tools: [{}] }], tools });
        assert.deepEqual(toolsAt(line), JSON.parse(JSON.stringify(tools)));
        const { headBytes } = toolPlaces(line) ?? assert.fail();
        assert.deepEqual(JSON.parse(`${line.toString('utf8', 0, headBytes)}]}`), {
          ...(JSON.parse(line.toString('utf8')) as object),
          tools: [],
        });
      }),
    );
  });

  it('are not known where the tools are not the last member', () => {
    for (const server of [
      { tools: [{}], zeal: 1 },
      { tools: [{}], zeal: [{}] },
      { zeal: [{}] },
      { tools: {} },
      {},
    ])
      assert.equal(toolPlaces(lineOf(server)), null);
    assert.equal(toolPlaces(Buffer.from('')), null);
  });
});
