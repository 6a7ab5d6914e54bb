import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { emptyFolder } from './placarding.ts';

const folder = emptyFolder();
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify({
    scripts: {
      well: 'node -e "console.log(1 + 1)"',
      ill: 'node -e "console.error(\'it is torn\'); process.exitCode = 3"',
      killed: 'node -e "process.kill(process.pid, \'SIGKILL\')"',
    },
  }),
);

function sideBySide(...scripts: string[]) {
  const words = [resolve('src/commands/side-by-side.ts'), ...scripts];
  return spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
}

describe('scripts side by side', () => {
  it('pass when all do, and show what each said', () => {
    const { status, stdout, stderr } = sideBySide('well', 'well');
    assert.deepEqual([status, stdout], [0, '2\n2\n']);
    assert.match(stderr, /^well: passed, [\d.]+ s\nwell: passed, [\d.]+ s\n$/);
  });

  it('fail when one does, whichever it is, and the others still run', () => {
    for (const scripts of [
      ['ill', 'well'],
      ['well', 'ill'],
    ]) {
      const { status, stdout, stderr } = sideBySide(...scripts);
      assert.deepEqual([status, stdout.replace('it is torn\n', '')], [1, '2\n']);
      assert.match(`${stdout}${stderr}`, /it is torn\n[^]*ill: FAILED, /);
      assert.match(stderr, /\nFailed: ill\. What each says stands above\.\n$/);
    }
  });

  it('fail when one is killed, or is not in package.json', () => {
    const { status, stderr } = sideBySide('killed', 'never');
    assert.equal(status, 1);
    assert.match(stderr, /killed: FAILED/);
    assert.match(stderr, /Failed: killed, never\./);
  });

  it('say how they are called when none is named', () => {
    const { status, stderr } = sideBySide();
    assert.equal(status, 2);
    assert.match(stderr, /Usage: .* SCRIPT\.\.\./);
  });
});
