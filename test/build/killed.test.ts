import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  after,
  before,
  deployList,
  difference,
  firstSite,
  merged,
  replaced,
  restored,
  stateOf,
} from './merging.ts';

const program = fileURLToPath(new URL('merge-process.ts', import.meta.url));

function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(folder.length + 1), readFileSync(file, 'utf8')];
    }),
  );
}

/** Has a site made anew in a process that is killed before it changes the file system for the step-th time. Returns whether it was killed. */
function killedAt(
  how: 'merge' | 'replace',
  step: number,
  check: (root: string, isKilled: boolean) => void,
): boolean {
  const root = mkdtempSync(join(tmpdir(), 'placard-killed-'));
  try {
    firstSite(root);
    const { signal, status, stderr } = spawnSync(process.execPath, [program, how, root, String(step)]);
    assert.ok(signal === 'SIGKILL' || status === 0, String(stderr));
    check(root, signal === 'SIGKILL');
    return signal === 'SIGKILL';
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('a merge that is killed at any step', () => {
  it('is completed by the next build, with a list of everything to upload and delete', () => {
    let step = 1;
    while (
      killedAt('merge', step, (root, isKilled) => {
        const told = `step ${step}`;
        if (isKilled) merged(root);
        assert.deepEqual(filesIn(join(root, 'site')), after, told);
        assert.deepEqual(
          readdirSync(join(root, 'site')).sort(),
          ['a', 'data.json', 'index.html', 'index.md', 'new', 'same.json'],
          told,
        );
        assert.deepEqual(deployList(root), difference, told);
      })
    )
      step += 1;
    assert.ok(step > 12, `only ${step} steps`);
  });
});

describe('a site that is being replaced when the build is killed', () => {
  it('is there as it was or as it is to be, and the next build completes it and says that all is new', () => {
    let step = 1;
    while (
      killedAt('replace', step, (root) => {
        const told = `step ${step}`;
        restored(root);
        const left = filesIn(join(root, 'site'));
        assert.deepEqual(left, left['index.html'] === 'home' ? before : after, told);
        replaced(root);
        assert.deepEqual(filesIn(join(root, 'site')), after, told);
        assert.deepEqual(deployList(root), ['all'], told);
        assert.deepEqual(
          stateOf(root).filter((name) => !/^(deploy\.txt|site-notes|site-records-\w+)$/.test(name)),
          [],
          told,
        );
      })
    )
      step += 1;
    assert.ok(step > 8, `only ${step} steps`);
  });
});
