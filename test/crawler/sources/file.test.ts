import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { file } from '../../../crawler/sources/file.ts';
import { UserError } from '../../../src/terminal/command.ts';
import { entry } from './registry-server.ts';
import { freshFolder, walkSource } from './walking.ts';

function fileOf(text: string): string {
  const path = join(freshFolder('file'), 'servers.json');
  writeFileSync(path, text);
  return path;
}

describe('a file of servers', () => {
  const one = entry('a/one');
  const alone = { name: 'a/two', packages: [{ registryType: 'npm', identifier: 'a-two' }] };
  const forms: Record<string, string> = {
    'a list': JSON.stringify([one, alone]),
    "a registry's page": JSON.stringify({ servers: [one, alone], metadata: {} }),
    'JSON Lines': `${JSON.stringify(one)}\n${JSON.stringify(alone)}\n\n`,
  };
  for (const [what, text] of Object.entries(forms))
    it(`may be ${what}`, async () => {
      const { store } = await walkSource(file, { from: fileOf(text) });
      assert.deepEqual(
        (await Array.fromAsync(store.servers())).map(({ id, listings }) => [id, listings[0]?.source]),
        [
          ['npm:a-one', 'file'],
          ['npm:a-two', 'file'],
        ],
      );
    });

  it('may be one server alone', async () => {
    const { store } = await walkSource(file, { from: fileOf(JSON.stringify(alone)) });
    assert.equal((await Array.fromAsync(store.servers())).length, 1);
  });

  for (const [text, message] of [
    ['{"name": "a"', /servers\.json is not JSON/],
    ['{"name": "a"}\n{"name"\n', /servers\.json, line 2: this is not JSON/],
    ['{"tools": []}', /lists no servers/],
    ['7', /lists no servers/],
  ] as const)
    it(`is refused, and what is wrong said: ${JSON.stringify(text)}`, async () => {
      await assert.rejects(
        walkSource(file, { from: fileOf(text) }),
        (error) => error instanceof UserError && message.test(error.message),
      );
    });
});
