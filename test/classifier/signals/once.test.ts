import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { once } from '../../../classifier/signals/reading/once.ts';
import { limits } from '../../../src/model/limits.ts';

/** A function of a text that is asked through `once`, and the texts for which it was really called. */
function counted() {
  const called: string[] = [];
  const ask = once((text) => {
    called.push(text);
    return [text.length];
  });
  return { called, ask };
}

describe('What is found out once for a text', () => {
  it('is the same thing when the text comes again', () => {
    const { called, ask } = counted();
    assert.equal(ask('a'), ask('a'));
    assert.deepEqual(ask('ab'), [2]);
    assert.deepEqual(called, ['a', 'ab']);
  });

  it('is found anew for a text that is too long to keep', () => {
    const { called, ask } = counted();
    const long = 'x'.repeat(limits.rememberedText + 1);
    assert.deepEqual(ask(long), ask(long));
    assert.equal(called.length, 2);
  });

  it('gives way to what is found of other texts, so that no input fills the memory', () => {
    const { called, ask } = counted();
    const texts = Array.from({ length: 4 * limits.rememberedTexts }, (_, each) => String(each));
    for (const text of texts) ask(text);
    called.length = 0;
    for (const text of texts.toReversed()) assert.deepEqual(ask(text), [text.length]);
    const kept = texts.length - called.length;
    assert.ok(kept > 0 && kept <= limits.rememberedTexts, `${kept} texts were kept`);
  });
});
