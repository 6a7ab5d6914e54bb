import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import ts from 'typescript';
import { chooseJudge } from '../../classifier/judges.ts';
import { packCommand } from '../../src/commands/package-bundle.ts';
import { readLock } from '../../src/lock/read.ts';
import { emptyFolder, serverThatLists } from './placarding.ts';

const folder = emptyFolder();
const made = join(folder, 'made');
const { bytes } = await packCommand(made);
const empty = join(folder, 'empty');
mkdirSync(empty);

/** npm without the network: what it cannot find here it does not find. */
const env = {
  ...process.env,
  ...{
    npm_config_offline: 'true',
    npm_config_cache: join(folder, 'npm-cache'),
    npm_config_update_notifier: 'false',
  },
  ...{ HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache'), OPENAI_API_KEY: '' },
};
const packed = spawnSync('npm', ['pack', made, '--silent'], { cwd: empty, env, encoding: 'utf8' });
const archive = join(empty, packed.stdout.trim());

describe('the package of the command', () => {
  it('is one archive that depends on nothing but modules of Node.js', () => {
    assert.match(archive, /placard-[\d.]+\.tgz$/);
    const programs = readdirSync(join(made, 'program')).filter((name) => name.endsWith('.js'));
    const foreign = programs.flatMap((name) =>
      ts
        .preProcessFile(readFileSync(join(made, 'program', name), 'utf8'))
        .importedFiles.map(({ fileName }) => fileName)
        .filter((each) => !each.startsWith('.') && !builtinModules.includes(each.replace('node:', ''))),
    );
    assert.deepEqual([...new Set(foreign)], []);
  });

  it('is small enough to be fetched for one question', () => {
    assert.ok(bytes < 8e6, `the program has ${bytes} bytes`);
    assert.ok(statSync(archive).size < 4e6, `the archive has ${statSync(archive).size} bytes`);
  });

  it('names no place of the machine that made it', () => {
    const text = readdirSync(join(made, 'program'))
      .map((name) => readFileSync(join(made, 'program', name), 'utf8'))
      .join('');
    assert.ok(!text.includes(process.cwd()));
  });

  it('carries the licence of every package in it', () => {
    const notices = readFileSync(join(made, 'THIRD-PARTY-LICENSES'), 'utf8');
    for (const name of [
      'zod',
      'undici',
      'diff',
      '@modelcontextprotocol/client',
      '@modelcontextprotocol/server',
    ])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+`, 'm'));
  });

  it('says on an old Node.js which one it needs', () => {
    const starter = readFileSync(join(made, 'placard.mjs'), 'utf8').replace(/^#!.*\n/, '');
    const old = `Object.defineProperty(process.versions, 'node', { value: '20.19.4' });\n${starter}`;
    writeFileSync(join(folder, 'old.mjs'), old);
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'old.mjs')], { encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /^placard needs Node\.js 22\.18 or newer, and this is 20\.19\.4\./);
  });
});

describe('the package in an empty folder, without a network', () => {
  const npx = async (...words: string[]) => {
    const line = ['--yes', `--package=${archive}`, '--', 'placard', ...words];
    const options = { cwd: empty, env, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)('npx', line, options)).stdout;
  };

  it('runs by its name and says what it can do', async () => {
    assert.match(await npx('--help'), /^Usage: placard COMMAND/);
  });

  it('checks a server of the catalogue that came along', async () => {
    assert.match(await npx('check', '@modelcontextprotocol/server-filesystem'), /14 tools/);
  });

  it('lists a server in the sandbox, and rates as the repository does', async () => {
    const own = join(empty, 'server');
    mkdirSync(own);
    serverThatLists(own, [{ name: 'delete_file', description: 'Deletes a file for good.' }]);
    await npx('lock', 'server/server.mjs');
    const { judge, servers } = readLock(readFileSync(join(empty, 'placard.lock.json'), 'utf8'));
    assert.equal(judge, chooseJudge('model', {}).judge.version);
    assert.equal(servers.server?.tools[0]?.category, 'Destructive');
  });

  it('serves agents', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode: 'legacy' } });
    const args = ['--yes', `--package=${archive}`, '--', 'placard', 'mcp'];
    await client.connect(new StdioClientTransport({ command: 'npx', args, cwd: empty, env }));
    const { structuredContent } = await client.callTool({
      name: 'search',
      arguments: { words: 'file', limit: 1 },
    });
    assert.equal((structuredContent as { tools: unknown[] }).tools.length, 1);
    await client.close();
  });

  it('says of what only a checkout can do that it cannot', async () => {
    for (const name of ['build', 'worker'])
      await assert.rejects(npx(name), /only in a checkout of the repository/);
  });
});
