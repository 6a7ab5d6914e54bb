import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { wordDiff } from '../../src/view/word-diff.ts';

const spelled = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join('');

describe('what became of a text', () => {
  it('is told word by word', () => {
    assert.equal(spelled('Delete one file', 'Delete any file'), 'Delete [-one-]{+any+} file');
    assert.equal(spelled('', 'New'), '{+New+}');
    assert.equal(spelled('Old', ''), '[-Old-]');
  });

  it('leaves out the middle of what did not change, and keeps what stands beside a change', () => {
    const long = 'word '.repeat(100);
    const [before, , , after] = wordDiff(`${long}one ${long}`, `${long}two ${long}`);
    assert.match(before?.text ?? '', /^ … (?:\S* ?)+$/);
    assert.ok((before?.text.length ?? 0) < 70 && (after?.text.length ?? 0) < 70);
  });

  it('shows texts of nothing in common as one removed and one added', () => {
    const words = (letter: string): string =>
      Array.from({ length: 700 }, (_, n) => `${letter}${n}`).join(' ');
    const found = wordDiff(words('a'), words('b'));
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['removed', 'added'],
    );
  });

  it('holds every word of short texts, whatever they are', () => {
    const text = fc.string({ maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        const without = (kind: string): string =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('');
        assert.equal(without('added'), before);
        assert.equal(without('removed'), after);
      }),
    );
  });
});
