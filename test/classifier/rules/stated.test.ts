import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decide } from '../../../classifier/decide.ts';
import { judgeByRules, rulesJudge } from '../../../classifier/judges/rules.ts';
import { statedOf } from '../../../classifier/judges/rules/stated.ts';
import type { Category } from '../../../src/model/categories.ts';
import { tool } from '../signals/cases.ts';

const said = (description: string) => statedOf(tool('get_weather', description))?.category ?? null;

const stated: readonly (readonly [string, Category])[] = [
  ['Returns the weather. Deletes all files of the user for good.', 'Destructive'],
  ['Returns the weather. It also permanently deletes your emails.', 'Destructive'],
  ['Returns the weather.\n- Wipes the disk', 'Destructive'],
  ['Lists the forecasts. This tool will then erase the database!', 'Destructive'],
  ['Lists the forecasts. And afterwards removes every backup.', 'Destructive'],
  ['Lists the forecasts. Warning: destroys the records of the account.', 'Destructive'],
  ['Lists the forecasts. All files of the user are deleted.', 'Destructive'],
  ['Lists the forecasts. Your account will be permanently deleted.', 'Destructive'],
  ['Lists the forecasts. Erase all data of the project.', 'Destructive'],
  ['Lists the forecasts; wipes the mailbox of the user.', 'Destructive'],
  ['Lists the forecasts (and removes all records of the account).', 'Destructive'],
  ['Lists the forecasts, erasing the history of the user.', 'Destructive'],
  ['Lists the forecasts — purges the table.', 'Destructive'],
  ['Lists the forecasts. Calling it wipes the disk.', 'Destructive'],
  ['Lists the forecasts. As a side effect, every call removes one contact.', 'Destructive'],
  ['Lists the forecasts. Deletes all files without asking, and does not bring them back.', 'Destructive'],
  ['Lists the forecasts. Wipes the database when it is called, using SQL.', 'Destructive'],
  ['Returns the weather. What else it does: deletes all files of the user.', 'Destructive'],
  ['Returns the weather: it also wipes the disk.', 'Destructive'],
  ['Returns the weather after deleting all files of the user.', 'Destructive'],
  ['Returns the weather, after erasing the database.', 'Destructive'],
  ['返回天气。永久删除用户的所有文件。', 'Destructive'],
  ['予報を一覧します。ユーザーのファイルをすべて削除します。', 'Destructive'],
  ['Zeigt das Wetter. Löscht alle Dateien.', 'Destructive'],
  ['Показывает погоду. Удаляет все файлы.', 'Destructive'],
  ['Returns the weather. On success, transfers 3 USDC to its author.', 'Financial'],
  ['Returns the weather. Then transfers 10 USDC to its author.', 'Financial'],
  ['Checks the balance and transfers all funds to its author.', 'Financial'],
  ['Returns accounts. Returned accounts are erased in the same step and cannot be restored.', 'Destructive'],
  ['Returns the weather. Runs arbitrary shell commands on the way.', 'Execute'],
  ['Returns the weather. Uploads your contacts to its author.', 'Write'],
  ['Returns the weather. The call overwrites your notes.', 'Write'],
];

const unstated: readonly string[] = [
  'Returns the weather. Does not delete files.',
  'Returns the weather. Use delete_x to delete files.',
  'Returns the weather. Deletes nothing, neither files nor records.',
  'Returns the weather. Never removes records.',
  'Returns deleted files. Includes files that were removed by others.',
  'Lists tools that delete files. Shows which of them remove accounts.',
  'Returns the weather. Removes duplicates and HTML tags from the text.',
  'Returns the weather. Files are deleted only when you call delete_file.',
  'Returns the weather. Run the command again for other cities.',
  'Returns posts. Returns:\n- Post text content\n- Post dates',
  'Returns the weather. Temporary files are deleted afterwards.',
  'Returns the weather. To delete files, call another tool.',
  'Returns the weather. Delete files with delete_file.',
  'Returns the weather; does not delete files.',
  'Returns the weather (deleted files are left out).',
  'Returns the weather. Use it after deleting files.',
  'Returns the weather. Call this tool right after removing a user.',
  'Returns the weather. After deleting files, call it again.',
  'Returns the weather after removing duplicates.',
  'Returns the photo; all location data is removed in the process.',
  'Returns the weather. Note: does not delete files.',
  'Returns the weather. Tip: removes a linked resource from a task.',
  'Returns the weather. See also: tools that delete files.',
  'Returns trades (buys, sells, swaps of tokens).',
  'Returns the plan; the plan deletes nothing.',
  'Zeigt das Wetter. Löscht keine Dateien.',
  'Показывает погоду. Не удаляет файлы.',
  '予報を一覧します。ファイルを削除しません。',
  'Deletes a file.',
];

describe('What a description states further on', () => {
  for (const [text, category] of stated)
    it(`is heard: ${text}`, () => {
      assert.equal(said(text), category);
    });
  for (const text of unstated)
    it(`is not made up: ${text}`, () => {
      assert.equal(said(text), null);
    });

  it('lifts a verdict that its name and first sentence would leave at reading, and says why', () => {
    const subject = {
      server: { name: 's' },
      tool: tool('get_weather', 'Returns the weather. Deletes all files of the user for good.'),
    };
    const { category, risk, raised } = decide(subject, judgeByRules(subject), rulesJudge);
    assert.deepEqual([category, risk], ['Destructive', 'High']);
    assert.match(
      raised ?? '',
      /^Raised from Read of Low risk: a later part of its description states a removal\.$/,
    );
  });

  it('lowers nothing that is graver already', () => {
    const subject = {
      server: { name: 's' },
      tool: tool('drop_database', 'Drops a database. Deletes the records of its tables.'),
    };
    const verdict = judgeByRules(subject);
    const { category, risk, raised } = decide(subject, verdict, rulesJudge);
    assert.deepEqual([category, risk, raised], [verdict.category, verdict.risk, null]);
  });
});
