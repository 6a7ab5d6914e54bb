import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readOverrides } from '../../../classifier/overrides/read.ts';
import { UserError } from '../../../src/terminal/command.ts';

const override = {
  tool: 'close_shelf',
  definition: 'a'.repeat(64),
  category: 'Write',
  risk: 'Low',
  reason: 'It closes a shelf, which can be opened again.',
  quotes: [{ at: '/description', quote: 'Closes a shelf.' }],
  by: 'A librarian',
  on: '2026-02-03',
};
const file = (...tools: object[]) => ({ server: 'npm:shelf', tools });

function folderWith(test: TestContext, files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const text = (value: object) => JSON.stringify(value, null, 2);

describe('A folder of corrections', () => {
  it('is read by server', (test) => {
    const folder = folderWith(test, { 'shelf.json': text(file(override)), 'README.md': 'Words.' });
    assert.deepEqual([...readOverrides(folder)], [['npm:shelf', [{ ...override, refuted: [] }]]]);
  });

  it('may be missing', () => {
    assert.equal(readOverrides('there-is-no-such-folder').size, 0);
  });
});

/** What a file may hold wrongly, and the line and words of the complaint. */
const wrong: Readonly<Record<string, readonly [content: string, complaint: RegExp]>> = {
  'no JSON': ['{\n  "server": "npm:shelf",\n}', /shelf\.json, line 3: this is not JSON/],
  nothing: ['', /shelf\.json, line 1: this is not JSON/],
  'a level that no verdict has': [
    text(file({ ...override, risk: 'Unknown' })),
    /shelf\.json, line 8: tools\.0\.risk: Invalid option/,
  ],
  'a field that is missing': [
    text(file({ ...override, by: undefined })),
    /shelf\.json, line 4: tools\.0\.by: Invalid input/,
  ],
  'a field that nobody knows': [
    text(file({ ...override, level: 3 })),
    /line 4: tools\.0: Unrecognized key: "level"/,
  ],
  'a hash that is none': [
    text(file({ ...override, definition: 'abc' })),
    /line 6: tools\.0\.definition: expected the 64/,
  ],
  'no quote': [text(file({ ...override, quotes: [] })), /line 10: tools\.0\.quotes: Too small/],
  'no reason to speak of': [
    text(file({ ...override, reason: 'Wrong.' })),
    /line 9: tools\.0\.reason: Too small/,
  ],
  'a signal that nobody knows': [
    text(file({ ...override, refuted: ['is-evil'] })),
    /tools\.0\.refuted\.0: Invalid option/,
  ],
  'a tool twice': [text(file(override, override)), /tools\.1\.tool: close_shelf is corrected twice/],
  'another server than its name says': [
    text({ ...file(override), server: 'npm:desk' }),
    /line 1: the file on npm:desk is called desk\.json or desk-[0-9a-f]{6}\.json/,
  ],
};

describe('A file of corrections is refused with file, line and field when it holds', () => {
  for (const [what, [content, complaint]] of Object.entries(wrong))
    it(what, (test) => {
      const folder = folderWith(test, { 'shelf.json': content });
      assert.throws(
        () => readOverrides(folder),
        (error) => error instanceof UserError && complaint.test(error.message),
      );
    });

  it('what another file holds already', (test) => {
    const files = { 'shelf-f5066b.json': text(file(override)), 'shelf.json': text(file(override)) };
    const folder = folderWith(test, files);
    assert.throws(
      () => readOverrides(folder),
      /shelf\.json, line 1: another file corrects npm:shelf already/,
    );
  });
});
