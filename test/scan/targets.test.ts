import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { targetOfCommand } from '../../src/scan/command-line.ts';
import { placedProgram } from '../../src/scan/program.ts';
import { targetOfWord } from '../../src/scan/word.ts';

const bare = { bin: null, arguments: [], environment: [] };

describe('a command line', () => {
  const packages: Record<string, object> = {
    'npx -y @scope/server@1.2.3 . --read-only': {
      ...bare,
      name: '@scope/server',
      version: '1.2.3',
      arguments: ['.', '--read-only'],
    },
    'npx server': { ...bare, name: 'server', version: null },
    'pnpm dlx server stdio': { ...bare, name: 'server', version: null, arguments: ['stdio'] },
    'npx -y --package=server@2.0.0 other-command here': {
      ...bare,
      ...{ name: 'server', version: '2.0.0', bin: 'other-command', arguments: ['here'] },
    },
    'npx -p server other-command': { ...bare, name: 'server', version: null, bin: 'other-command' },
    'npm exec -- server --x': { ...bare, name: 'server', version: null, arguments: ['--x'] },
  };
  for (const [line, target] of Object.entries(packages))
    it(`is read as npx reads it: ${line}`, () => {
      assert.deepEqual(targetOfCommand(line.split(' '), []), { kind: 'package', ...target });
    });

  it('leads to the server behind a bridge', () => {
    assert.deepEqual(targetOfCommand(['npx', 'mcp-remote', 'https://a.example/sse'], []), {
      kind: 'remote',
      remote: { kind: 'sse', url: 'https://a.example/sse' },
    });
  });

  it('is a program of the user’s own where it fetches nothing, with the names of its variables alone', () => {
    assert.deepEqual(targetOfCommand(['python3', 'server.py'], ['TOKEN']), {
      kind: 'program',
      command: ['python3', 'server.py'],
      environment: ['TOKEN'],
    });
  });

  it('is nothing where it would fetch what we cannot', () => {
    for (const line of ['docker run x', 'uvx x', '/usr/bin/uv run x', 'npx', 'npx --call x', ''])
      assert.equal(targetOfCommand(line.split(' ').filter(Boolean), []), null, line);
  });
});

describe('one word', () => {
  it('is an address, a script or a package', () => {
    assert.deepEqual(targetOfWord('https://a.example/mcp'), {
      kind: 'remote',
      remote: { kind: 'streamable-http', url: 'https://a.example/mcp' },
    });
    assert.deepEqual(targetOfWord('./a/server.ts'), {
      kind: 'program',
      command: ['node', './a/server.ts'],
      environment: [],
    });
    assert.deepEqual(targetOfWord('npm:@a/b@1.0.0'), {
      kind: 'package',
      ...bare,
      name: '@a/b',
      version: '1.0.0',
    });
  });

  it('is nothing else', () => {
    for (const word of ['', 'two words', 'https://', 'UPPER', '../x', '@a', 'ftp://a.example'])
      assert.equal(targetOfWord(word), null, word);
  });
});

describe('the folder that the sandbox shows', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'placard-place-')));
  after(() => {
    rmSync(root, { recursive: true });
  });
  mkdirSync(join(root, 'project', 'node_modules'), { recursive: true });
  mkdirSync(join(root, 'project', 'src'));
  writeFileSync(join(root, 'project', 'src', 'server.js'), '');
  writeFileSync(join(root, 'alone.js'), '');
  writeFileSync(join(root, 'package.json'), '{}');
  const place = (folder: string) => ({ folder, home: root });

  it('is the one that holds what a script needs', () => {
    assert.deepEqual(placedProgram(['node', 'src/server.js', '--x'], place(join(root, 'project'))), {
      folder: join(root, 'project'),
      command: ['node', 'src/server.js', '--x'],
    });
  });

  it('is never a whole home, nor what is above it', () => {
    for (const command of [
      ['node', 'alone.js'],
      ['python3', 'x.py'],
    ])
      assert.throws(() => placedProgram(command, place(root)), /would have to show all of/);
    assert.throws(() => placedProgram(['python3', 'x.py'], place('/')), /would have to show all of/);
  });
});
