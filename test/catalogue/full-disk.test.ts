import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

describe('a disk that is full while a catalogue is published', () => {
  it('is told with the next step, and the catalogue is as it was, file by file', (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'placard-full-'));
    test.after(() => {
      rmSync(folder, { recursive: true });
    });
    // a disk of 600 kB, in a namespace of its own: no right is needed to make one
    const script = `mount -t tmpfs -o size=600k tmpfs "$0" && "$1" "$2" "$0/catalogue"; code=$?
      ls -A "$0/catalogue" | grep -vc "jsonl$"; (cd "$0/catalogue"; sha256sum --check --quiet SHA256SUMS); cat "$0"/catalogue/* | grep -c '"description":"Reads."'; exit $code`;
    const program = join(import.meta.dirname, 'publish-twice.ts');
    const words = ['-rm', 'sh', '-c', script, folder, process.execPath, program];
    const { status, stdout, stderr } = spawnSync('unshare', words, { encoding: 'utf8' });
    assert.equal(status, 1, stderr);
    assert.match(
      stderr,
      /^There is no room left on the disk \(ENOSPC: .+\)\.\nMake room and run the command again/m,
    );
    assert.equal(stdout, '1\n60\n');
  });
});
