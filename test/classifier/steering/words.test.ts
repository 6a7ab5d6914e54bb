import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { placeholders } from '../../../classifier/signals/reading/steering/kinds.ts';
import { most, piecesOf, wordsOf } from '../../../classifier/signals/reading/steering/words.ts';
import { kindOf } from './by-hand.ts';

const hashes = (text: string) => wordsOf(text).map(({ hash }) => hash);

/** Which placeholder each word of a text is, '' where it is a word. */
const placeholdersIn = (text: string) =>
  wordsOf(text).map(({ kinds }) => placeholders.find((each) => kinds.includes(kindOf(each))) ?? '');

const differs = (one: string, other: string) => {
  assert.notDeepEqual(hashes(one), hashes(other));
};
const agrees = (one: string, other: string) => {
  assert.deepEqual(hashes(one), hashes(other));
};

describe('Words of a text', () => {
  it('count without case, and with what they share with their other forms', () => {
    agrees('Sending Messages', 'send message');
    differs('send message', 'message send');
  });

  it('are nothing where there are none', () => {
    assert.deepEqual([wordsOf(''), wordsOf(' \n\t '), wordsOf('… — ·')], [[], [], []]);
  });

  it('are of kinds: whom it is about, what is done, what it is done to', () => {
    const [user, , telling] = wordsOf('users never told');
    assert.ok(user?.kinds.includes(kindOf('user')));
    assert.deepEqual(telling?.kinds, []);
    assert.ok(wordsOf('conceals')[0]?.kinds.includes(kindOf('conceal')));
    assert.deepEqual(wordsOf('rhubarb')[0]?.kinds, []);
  });

  it('are followed by the signs that order a text', () => {
    assert.equal(wordsOf('a: b').length, 3);
    assert.equal(wordsOf('<!-- a').length, 2);
    differs('keep this', 'keep "this"');
  });
});

describe('What programs read counts as what it is', () => {
  for (const [what, one, other, placeholder] of [
    ['an address', 'https://a.example/x?y=1', 'http://other.example', '<address>'],
    ['a mailbox', 'ann@mail.example', 'bob.smith+x@corp.example', '<mailbox>'],
    ['a path', '/etc/passwd', '~/.ssh/id_rsa', '<path>'],
    ['a path from here', './notes/a.md', '../b', '<path>'],
    ['a file', 'notes.txt', 'server.pem', '<file>'],
    ['a number', '12.50', '7', '<number>'],
  ] as const)
    it(`whatever it is: ${what}`, () => {
      assert.deepEqual(placeholdersIn(`open ${one} now`), ['', placeholder, '']);
      agrees(`open ${one} now`, `open ${other} now`);
      differs(`open ${one} now`, 'open now');
    });

  it('a name of a program, and with it the words it is made of', () => {
    assert.deepEqual(placeholdersIn('send_message'), ['<name>', '', '']);
    assert.deepEqual(placeholdersIn('listFiles'), ['<name>', '', '']);
    agrees('send_message', 'sendMessage');
    agrees('list_files', 'listed_filing');
    differs('send_message', 'send_letter');
  });

  it('a part of a name is another word than the same word in a sentence', () => {
    const [, part] = hashes('send_it');
    assert.notEqual(part, hashes('send')[0]);
  });

  it('the dot behind a sentence belongs to none of it', () => {
    agrees('See notes.txt.', 'See notes.txt');
    agrees('Tell nobody.', 'Tell nobody');
  });
});

describe('A contraction', () => {
  it('counts as its words, with either apostrophe', () => {
    agrees("don't", 'do not');
    agrees('don’t', 'do not');
    agrees("isn't", 'is not');
  });

  it('is apart from what belongs to somebody', () => {
    assert.equal(wordsOf("user's").length, 2);
    assert.equal(hashes("user's")[0], hashes('users')[0]);
    agrees('user’s', "user's");
  });
});

describe('Chinese, Japanese and Korean', () => {
  it('count as neighbouring characters', () => {
    assert.equal(wordsOf('发送给用户').length, 4);
    assert.deepEqual(hashes('发送给用户').slice(0, 1), hashes('发送'));
    assert.equal(wordsOf('メモ').length, 1);
    assert.equal(wordsOf('사용자').length, 2);
  });

  it('count where one character stands alone', () => {
    assert.equal(wordsOf('不').length, 1);
  });

  it('stand beside words of other scripts', () => {
    assert.deepEqual(hashes('发送 token'), [...hashes('发送'), ...hashes('token')]);
  });
});

describe('A hostile text', () => {
  const length = 200_000;
  const units = ['a', '_', 'a_', '.', '/', 'a@', '1.', 'aA', '-a', '中', '<!--', 'http://', "a'"];
  const of = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

  for (const unit of units)
    it(`is cut into pieces that grow with its length alone: ${JSON.stringify(unit)}`, () => {
      const [half, whole] = [piecesOf(of(unit, length / 2)), piecesOf(of(unit, length))];
      assert.ok(whole.length <= 2 * half.length + 200, `${half.length}, then ${whole.length}`);
      assert.ok(whole.reduce((sum, piece) => sum + piece.length, 0) <= length);
    });

  it('has no more words that count than so many, and those of the piece that passes their number', () => {
    assert.equal(wordsOf('word '.repeat(length / 5)).length, most + 1);
    assert.equal(wordsOf(`${'word '.repeat(most)} send_the_message and more`).length, most + 4);
    assert.ok(wordsOf('中'.repeat(length)).length < 2 * most);
  });

  it('is never read beyond its pieces: each stands in it, one behind the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0;
        for (const piece of piecesOf(text)) {
          at = text.indexOf(piece, at);
          assert.ok(at >= 0 && piece.length > 0);
          at += piece.length;
        }
      }),
    );
  });
});
