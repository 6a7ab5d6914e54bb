import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { deployList, difference, firstSite, merged } from './merging.ts';

const openFiles = (): number => readdirSync('/dev/fd').length;

describe('A merge', () => {
  it('leaves no file open, of which a system has only so many', () => {
    const root = mkdtempSync(join(tmpdir(), 'placard-merge-'));
    try {
      firstSite(root);
      const before = openFiles();
      merged(root);
      assert.equal(openFiles(), before);
      assert.deepEqual(deployList(root), difference);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
