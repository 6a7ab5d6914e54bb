import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hiddenCharacters, oneLine, visible } from '../../src/model/display.ts';

describe('outside text on show', () => {
  it('spells out what cannot be seen', () => {
    assert.equal(visible('a\u200bb\u202ec\u{e0041}\u001b[31m'), 'a⟨U+200B⟩b⟨U+202E⟩c⟨U+E0041⟩⟨U+001B⟩[31m');
  });

  it('leaves ordinary text, line ends and emoji alone', () => {
    for (const text of ['Zürich – 東京\n\tдa', '⚠️ careful', '👩‍💻 👍🏽 1️⃣']) {
      assert.equal(visible(text), text);
      assert.deepEqual(hiddenCharacters(text), []);
    }
  });

  it('does not let an emoji cover for a smuggled sequence of selectors', () => {
    assert.deepEqual(hiddenCharacters('😀\ufe00\u{e0101}\u{e0102}').length, 3);
  });

  it('fits a line without cutting a character in two', () => {
    assert.equal(oneLine('  a\n\n b\r\nc '), 'a b c');
    assert.equal(oneLine('😀😀😀😀', 3), '😀😀…');
  });
});
