import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';

function run(...words: string[]) {
  return spawnSync(process.execPath, ['crawler/cli.ts', ...words], { encoding: 'utf8' });
}

describe('npm run crawl', () => {
  it('explains itself', () => {
    const { status, stdout, stderr } = run('--help');
    assert.equal(status, 0);
    assert.equal(stderr, '');
    for (const option of ['--bundled', '--again', '--source NAME', '--registry URL', '--json']) {
      assert.ok(stdout.includes(option), option);
    }
  });

  const mistakes: [string[], RegExp][] = [
    [['--everything'], /--everything/],
    [['--source', 'nowhere'], /no source "nowhere".*official-registry/],
    [['--registry', 'https://registry.example'], /--registry needs --source/],
    [['--source', 'official-registry', '--registry', 'file:///etc'], /file:\/\/\/etc is no web address/],
  ];
  for (const [words, message] of mistakes) {
    it(`refuses ${words.join(' ')} and says what would be right`, () => {
      const { status, stdout, stderr } = run(...words);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }
});
