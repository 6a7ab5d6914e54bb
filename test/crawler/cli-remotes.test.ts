import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { locations } from '../../src/model/locations.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { sampleListing } from '../samples.ts';
import { newest } from './remote/peers.ts';
import { serve } from './remote/loopback.ts';

const project = mkdtempSync(join(tmpdir(), 'placard-cli-remotes-'));
after(() => {
  rmSync(project, { recursive: true });
});
for (const part of ['crawler', 'src', 'node_modules', 'package.json']) {
  symlinkSync(resolve(part), join(project, part));
}

/** Runs the program on the project's own store and returns what it says. */
async function crawl(...words: string[]) {
  const flags = ['--preserve-symlinks', '--preserve-symlinks-main', 'crawler/cli.ts', '--remotes', '--json'];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(project, 'compiled') }; // nobody else takes what is compiled there
  const program = spawn(process.execPath, [...flags, ...words], { cwd: project, env });
  let stdout = '';
  let stderr = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  program.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(program, 'close');
  return { counts: JSON.parse(stdout) as Record<string, number>, stderr };
}

describe('npm run crawl -- --remotes', async () => {
  const { url } = await serve(newest('stateless'));
  mkdirSync(dirname(join(project, locations.store)), { recursive: true });
  const store = await openStore(join(project, locations.store));
  const remotes = [{ kind: 'streamable-http' as const, url }];
  const listing = sampleListing('a', { source: 'official-registry', packages: [], remotes });
  await store.saveSourcePage('official-registry', [listing], { cursor: null, done: true });
  await store.close();
  const none = { listed: 0, needy: 0, unlisted: 0, unchanged: 0, faults: 0, servers: 1, tools: 0 };

  it('goes to no private address by itself, and says which it refused', async () => {
    const { counts, stderr } = await crawl();
    assert.deepEqual(counts, { ...none, unlisted: 1, faults: 1 });
    assert.match(stderr, /The address leads into a private network\. 127\.0\.0\.1 is 127\.0\.0\.1/);
  });

  it('lists a server on a private host that is named', async () => {
    const { counts, stderr } = await crawl('--allow-private', 'elsewhere.example, 127.0.0.1');
    assert.deepEqual(counts, { ...none, listed: 1, tools: 1 });
    assert.match(stderr, /^1 of 1, about 0\.0 s left · official-registry:a: 1 tool$/m);
    assert.match(stderr, /^1 listed, 0 want something first, 0 not listed, 0 left alone, 0 faults\.$/m);
  });

  it('leaves alone what it has just listed', async () => {
    const { counts } = await crawl('--allow-private', '127.0.0.1');
    assert.deepEqual(counts, { ...none, unchanged: 1, tools: 1 });
  });
});
