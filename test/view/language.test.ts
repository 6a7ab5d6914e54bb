import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageOf } from '../../src/view/language.ts';

describe('the language of outside text', () => {
  for (const [text, language] of [
    ['ファイルを削除します', 'ja'],
    ['删除一个文件', 'zh'],
    ['파일을 삭제합니다', 'ko'],
    ['Удаляет объекты на складе', 'ru'],
    ['Надіслати лист із вкладенням', 'uk'],
    ['Избриши датотека', 'und-Cyrl'],
    ['احذف الملف', 'und-Arab'],
    ['پرونده را پاک کن', 'fa'],
    ['מחק קובץ', 'und-Hebr'],
    ['ลบไฟล์', 'th'],
    ['Διαγραφή αρχείου', 'el'],
  ] as const)
    it(`is ${language} for ${text}`, () => {
      assert.equal(languageOf(text), language);
    });

  it('stays unknown for Latin letters, for text without letters and for a few foreign words', () => {
    for (const text of [
      'Delete a file',
      'Löscht eine Datei',
      '',
      '42 → {}',
      'Searches Habr (Хабр) for articles',
    ])
      assert.equal(languageOf(text), '');
  });

  it('is told in spite of Latin names inside', () => {
    assert.equal(languageOf('使用 GitHub API 查询仓库的问题列表并返回结果'), 'zh');
  });
});
