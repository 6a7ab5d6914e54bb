import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isVerbatim } from '../../src/model/evidence.ts';
import { wholeWords } from '../../src/view/quotes.ts';

const widened = (description: string, quote: string): string =>
  wholeWords({ name: 'x', description }, { id: 'deletes', at: '/description', quote }).quote;

describe('a quote', () => {
  it('is widened to whole words', () => {
    assert.equal(widened('It deletes everything.', 'letes every'), 'deletes everything');
    assert.equal(widened('It deletes everything.', 'deletes'), 'deletes');
    assert.equal(widened('Удаляет объект', 'даля'), 'Удаляет');
  });

  it('is not widened at a space or a stop, nor through data without end', () => {
    assert.equal(widened('It deletes. All.', ' deletes.'), ' deletes.');
    assert.ok(widened('a'.repeat(500), 'aaa').length <= 43);
  });

  it('stays as it is when it is empty or not there', () => {
    assert.equal(widened('It deletes.', ''), '');
    assert.equal(widened('It deletes.', 'nowhere'), 'nowhere');
  });

  it('still stands verbatim, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat({ max: 20 }), (text, start, length) => {
        const from = text.length === 0 ? 0 : start % text.length;
        const evidence = { id: 'deletes', at: '/description', quote: text.slice(from, from + length) };
        const definition = { name: 'x', description: text };
        fc.pre(evidence.quote !== '');
        const whole = wholeWords(definition, evidence);
        return isVerbatim(definition, whole) && whole.quote.includes(evidence.quote);
      }),
    );
  });
});
