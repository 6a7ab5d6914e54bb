import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { definitionTokens } from '../../src/model/tokens.ts';
import { codePoint } from '../code-points.ts';
import { publishedServers } from '../policy/sample-policy.ts';

const ping = { name: 'ping', description: 'Ping.', inputSchema: { type: 'object' } };

describe('the tokens of a definition', () => {
  it('are those of name, description and input schema in o200k_base', () => {
    // js-tiktoken 1.0.21, another implementation, counts the same.
    assert.equal(definitionTokens(ping), 16);
    assert.equal(definitionTokens({ ...ping, annotations: { title: 'A title that no model reads' } }), 16);
  });

  it('count control tokens as the text they are', () => {
    assert.ok(definitionTokens({ name: 'x', description: '<|endoftext|>' }) > 10);
  });

  it('are as many as the library counts in the whole text, whatever stands in it', () => {
    const unit = fc.oneof(
      fc.string({ unit: codePoint }),
      fc.constantFrom(
        ' ',
        '  ',
        '\r\n',
        '\u00a0 ',
        "'S",
        "don't",
        'aB',
        'Ab',
        '123456',
        '//',
        'ǅ',
        'é',
        '漢字',
      ),
    );
    const text = fc.array(unit, { maxLength: 20 }).map((parts) => parts.join(''));
    const property = fc.property(text, text, (name, description) => {
      const whole = countTokens(JSON.stringify({ name, description }), { disallowedSpecial: new Set() });
      assert.equal(definitionTokens({ name, description }), whole);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('stand in the published catalogue as they are counted', () => {
    const tools = publishedServers().flatMap((server) => server.tools);
    assert.deepEqual(
      tools
        .filter(({ definition, tokens }) => definitionTokens(definition) !== tokens)
        .map(({ slug }) => slug),
      [],
    );
  });
});
