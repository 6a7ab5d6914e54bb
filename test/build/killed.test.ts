import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { after, deployList, difference, firstSite, merged } from './merging.ts';

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

/** Merges, killed before the file system is changed for the step-th time. Returns whether it was killed. */
function killedAt(step: number, check: (root: string) => void): boolean {
  const root = mkdtempSync(join(tmpdir(), 'placard-killed-'));
  try {
    firstSite(root);
    const { signal, status, stderr } = spawnSync(process.execPath, [program, root, String(step)]);
    assert.ok(signal === 'SIGKILL' || status === 0, String(stderr));
    if (signal === 'SIGKILL') merged(root);
    check(root);
    return signal === 'SIGKILL';
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe('a merge that is killed at any step', () => {
  it('is completed by the next build, with a list of everything to upload and delete', () => {
    let step = 1;
    while (
      killedAt(step, (root) => {
        const told = `step ${step}`;
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
