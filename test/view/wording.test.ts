import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import '../setup.ts';
import {
  count,
  enumeration,
  figure,
  mcpServer,
  paragraph,
  sentence,
  shortened,
} from '../../src/view/wording.ts';
import { codePoint } from '../code-points.ts';

describe('count', () => {
  it('knows none, one and many', () => {
    assert.equal(count(0, 'tool'), 'no tools');
    assert.equal(count(1, 'tool'), '1 tool');
    assert.equal(count(1204, 'tool'), '1,204 tools');
  });
});

describe('a figure', () => {
  it('is written as in English', () => {
    assert.deepEqual([0, 999, 1_000, 31_204, 0.25, -1].map(figure), [
      '0',
      '999',
      '1,000',
      '31,204',
      '0.25',
      '-1',
    ]);
  });
});

describe('enumeration', () => {
  it('joins with commas and one "and"', () => {
    assert.equal(enumeration([]), '');
    assert.equal(enumeration(['a']), 'a');
    assert.equal(enumeration(['a', 'b']), 'a and b');
    assert.equal(enumeration(['a', 'b', 'c']), 'a, b and c');
  });
});

describe('sentence', () => {
  const cases = [
    ['It deletes a file', 'It deletes a file.'],
    ['It deletes a file.', 'It deletes a file.'],
    ['It deletes a file..', 'It deletes a file.'],
    ['And more...', 'And more...'],
    ['Really? ', 'Really?'],
    ['It says “stop.”', 'It says “stop.”'],
    ['削除します。', '削除します。'],
  ] as const;
  for (const [given, ended] of cases) {
    it(`ends “${given}” once`, () => {
      assert.equal(sentence(given), ended);
    });
  }

  it('leaves alone what it has ended itself', () => {
    fc.assert(fc.property(fc.string(), (text) => sentence(sentence(text)) === sentence(text)));
  });
});

describe('paragraph', () => {
  it('leaves out what is empty', () => {
    assert.equal(paragraph('One', null, ' ', 'Two.'), 'One. Two.');
  });
});

describe('shortened', () => {
  it('never grows and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), fc.integer({ min: 1, max: 20 }), (text, longest) => {
        const short = shortened(text, longest);
        return Array.from(short).length <= Math.max(longest, 1) && short.isWellFormed();
      }),
    );
  });

  it('prefers the space before the limit', () => {
    assert.equal(shortened('one two three four', 12), 'one two…');
    assert.equal(shortened('one two three four', 15), 'one two three…');
  });
});

describe('mcpServer', () => {
  const cases = [
    ['GitHub', 'GitHub MCP server'],
    ['Frisco MCP', 'Frisco MCP server'],
    ['Amazon EKS MCP Server', 'Amazon EKS MCP Server'],
    ['hostinger-api-mcp', 'hostinger-api-mcp server'],
    ['@notionhq/notion-mcp-server', '@notionhq/notion-mcp-server'],
    ['Postgres Server', 'Postgres Server'],
  ] as const;
  for (const [name, phrase] of cases) {
    it(`calls ${name} “${phrase}”`, () => {
      assert.equal(mcpServer(name), phrase);
    });
  }
});
