import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { UserError } from '../src/terminal/command.ts';
import { toolLines } from './bench/assess.ts';

const folder = mkdtempSync(join(tmpdir(), 'tool-lines-'));
after(() => {
  rmSync(folder, { recursive: true });
});

const tool = '{"server":{"name":"files"},"tool":{"name":"read_file"}}';

function linesIn(text: string): string[] {
  const file = join(folder, 'tools.jsonl');
  writeFileSync(file, text);
  return toolLines(file);
}

describe('the tools of a file that judging is measured on', () => {
  it('are its lines that are not blank', () => {
    assert.deepEqual(linesIn(`${tool}\n\n${tool}\n`), [tool, tool]);
  });

  const refused: Readonly<Record<string, [text: string, said: RegExp]>> = {
    'has a line in another form': [`${tool}\n\n{"name":"read_file"}\n`, /tools\.jsonl .*line 3: /],
    'holds no line': ['\n', /tools\.jsonl names no tools/],
  };
  for (const [what, [text, said]] of Object.entries(refused))
    it(`are refused with the cause when it ${what}`, () => {
      assert.throws(
        () => linesIn(text),
        (error) =>
          error instanceof UserError && said.test(error.message) && error.message.includes('assess --help'),
      );
    });

  it('are refused with the cause when it is not there', () => {
    assert.throws(() => toolLines(join(folder, 'absent.jsonl')), UserError);
  });
});
