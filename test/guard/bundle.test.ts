import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { bundleGuard, packGuard } from '../../src/commands/guard-bundle.ts';
import { paths } from '../../src/model/paths.ts';
import { guardProgram } from '../../src/policy/words.ts';
import { fiveRules } from '../policy/sample-policy.ts';
import { policyFile, workFolder } from './guarding.ts';

const folder = workFolder();
const { file, bytes } = await bundleGuard(folder);

describe('the guard as one file', () => {
  it('is called what the exports and the site call it', () => {
    assert.equal(basename(file), guardProgram);
    assert.equal(basename(paths.guard), guardProgram);
    assert.deepEqual(readdirSync(folder), [guardProgram]);
  });

  it('needs nothing but modules of Node.js 20', () => {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
    const foreign = importedFiles
      .map(({ fileName }) => fileName)
      .filter((name) => !builtinModules.includes(name.replace('node:', '')) || name === 'node:sqlite');
    assert.deepEqual(foreign, []);
  });

  it('carries the licence of every package in it', () => {
    const text = readFileSync(file, 'utf8');
    const notices = text.slice(text.lastIndexOf('This file contains the following packages.'));
    for (const name of ['zod', 're2js', '@modelcontextprotocol/client', '@modelcontextprotocol/server'])
      assert.match(notices, new RegExp(`^${name} \\d+\\.\\d+`, 'm'));
    assert.ok(notices.split('Copyright').length > 10);
  });

  it('is small enough to be read by a hook at every call', () => {
    assert.ok(bytes < 1_500_000, `${bytes} bytes`);
  });

  it('is the same whenever it is made from the same sources', async () => {
    const again = join(folder, 'again');
    await bundleGuard(again);
    assert.ok(readFileSync(join(again, guardProgram)).equals(readFileSync(file)));
  });
});

describe('the guard as a package', () => {
  it('installs from its archive without the network and runs by its name', async () => {
    const made = join(folder, 'made');
    await packGuard(made);
    const here = { encoding: 'utf8', cwd: join(folder, 'empty') } as const;
    mkdirSync(here.cwd);
    const npm = (...words: string[]) => spawnSync('npm', words, here);
    const archive = npm('pack', made, '--silent').stdout.trim();
    assert.match(archive, /^placard-guard-.*\.tgz$/);
    renameSync(join(here.cwd, archive), join(folder, archive));
    const policy = policyFile(folder, fiveRules);
    const words = ['hook', '--client', 'codex', '--policy', policy, '--server', 'stub', '--state', folder];
    const input = JSON.stringify({ tool_name: 'mcp__stub__delete_item', tool_input: {} });
    const given = ['exec', '--offline', '--yes', '--package', join(folder, archive), '--', 'placard-guard'];
    const { stdout, stderr } = spawnSync('npm', [...given, ...words], { ...here, input });
    assert.match(stdout, /"permissionDecision":"deny"/, stderr);
    assert.deepEqual(readdirSync(here.cwd), []);
  });
});
