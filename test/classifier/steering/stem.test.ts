import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stemOf } from '../../../classifier/signals/reading/steering/stem.ts';

/** What the forms of a word come down to, each of it once. */
const stems = (forms: string) => [...new Set(forms.split(' ').map(stemOf))];

describe('Forms of one English word', () => {
  for (const forms of [
    'send sends sending',
    'upload uploads uploading uploaded',
    'include includes including included',
    'share shares sharing shared',
    'stop stops stopping stopped',
    'policy policies',
    'address addresses addressing',
    'process processes processing processed',
    'message messages messaging',
    'quiet quietly',
    'silent silently',
    'user users',
  ])
    it(`come together: ${forms}`, () => {
      assert.equal(stems(forms).length, 1);
    });
});

describe('A word', () => {
  for (const word of ['it', 'us', 'bus', 'was', 'red', 'fly'])
    it(`of three letters and fewer stays as it is: ${word}`, () => {
      assert.equal(stemOf(word), word);
    });

  it('of four letters keeps its forms together too', () => {
    assert.equal(stemOf('keys'), 'key');
    for (const [word, form] of [
      ['file', 'files'],
      ['code', 'coded'],
      ['hide', 'hiding'],
      ['tell', 'telling'],
    ] as const)
      assert.equal(stemOf(form), stemOf(word));
    assert.deepEqual(['pass', 'need', 'sing', 'only', 'reply'].map(stemOf), [
      'pas',
      'need',
      'sing',
      'only',
      'reply',
    ]);
  });

  it('that is a name stays: of a program, a company, or of what stands for an address', () => {
    const names = ['github', 'slack', 'openai', '<address>', '<mailbox>', '用户', "'s"];
    assert.deepEqual(names.map(stemOf), names);
  });

  it('is not taken for another one', () => {
    for (const [one, other] of [
      ['secret', 'section'],
      ['silent', 'silver'],
      ['hide', 'hidden'],
      ['delete', 'deliver'],
      ['never', 'nerve'],
      ['posing', 'post'],
    ])
      assert.notEqual(stemOf(one ?? ''), stemOf(other ?? ''));
  });
});
