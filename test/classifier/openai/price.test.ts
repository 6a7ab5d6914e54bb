import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { dollars } from '../../../classifier/judges/openai/dollars.ts';
import { listedPrice, namedPrice, priceTable } from '../../../classifier/judges/openai/price.ts';

const million = { input: 1e6, cached: 0, written: 0, output: 1e6 };
const openai = 'https://api.openai.com/v1';

describe('the price of a model', () => {
  it('comes from the table, with its source and its date', () => {
    const price = listedPrice('gpt-5-mini', openai);
    assert.ok(price !== null);
    assert.ok(Math.abs(price.of(million) - 2.25) < 1e-9);
    assert.match(
      price.words,
      /^\$0\.25 in and \$2 out per million tokens \(OpenAI in @pydantic\/genai-prices/,
    );
    assert.ok(price.words.includes(`${priceTable.version} of ${priceTable.released}, from https://`));
  });

  it('is lower for what comes from a cache', () => {
    const price = listedPrice('gpt-5-mini', openai);
    assert.ok(price !== null && price.of({ ...million, cached: 1e6 }) < price.of(million));
  });

  it('counts a cache that has no price of its own as if there were none', () => {
    const price = listedPrice('mistral-small-latest', 'https://api.mistral.ai/v1');
    assert.ok(price !== null);
    assert.equal(price.of({ ...million, cached: 1e6 }), price.of(million));
  });

  for (const [name, model, address] of [
    ['a model the table does not list', 'nonsense-1', openai],
    ['an address the table does not list', 'gpt-5-mini', 'http://localhost:11434/v1'],
    [
      'an address that only looks like a listed one',
      'gpt-5-mini',
      'https://example.com/?https://api.openai.com',
    ],
    ['a model without prices for both ways', 'omni-moderation-latest', openai],
  ] as const) {
    it(`is unknown, and not nothing, for ${name}`, () => {
      assert.equal(listedPrice(model, address), null);
    });
  }

  it('can be named', () => {
    assert.equal(namedPrice('0.25,2').of(million), 2.25);
    for (const wrong of ['', '1', '1,2,3', '-1,2', '1,x', '1e9,1', 'Infinity,1'])
      assert.throws(() => namedPrice(wrong), /--price .*such as 0\.25,2/, wrong);
  });

  it('names the version of the table that is installed', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    assert.equal(dependencies[priceTable.name], priceTable.version);
  });
});

describe('an amount of money', () => {
  it('keeps the digits that tell it from nothing', () => {
    assert.deepEqual([0, 12.345, 0.5, 0.034, 0.00012].map(dollars), [
      '$0.00',
      '$12.35',
      '$0.50',
      '$0.034',
      '$0.00012',
    ]);
  });
});
