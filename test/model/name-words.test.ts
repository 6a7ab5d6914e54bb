import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOf } from '../../src/model/name-words.ts';

describe('wordsOf', () => {
  it('reads a name the same in every spelling', () => {
    for (const name of [
      'delete_file',
      'deleteFile',
      'DeleteFile',
      'delete-file',
      'delete.file',
      'Delete file',
    ])
      assert.deepEqual(wordsOf(name), ['delete', 'file'], name);
  });

  it('keeps abbreviations and other alphabets whole', () => {
    assert.deepEqual(wordsOf('getHTTPStatus'), ['get', 'http', 'status']);
    assert.deepEqual(wordsOf('отправить_письмо'), ['отправить', 'письмо']);
  });
});
