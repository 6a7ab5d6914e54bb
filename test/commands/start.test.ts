import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { readBundle } from '../../crawler/read-bundle.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { locations } from '../../src/model/locations.ts';

/** A copy of the repository as a clone would have it after `npm ci`: sources and data, no store, no site. */
function freshCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'placard-start-'));
  const parts = [
    'crawler',
    'classifier',
    'src',
    'data',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ];
  for (const part of parts) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

interface Run {
  child: ChildProcess;
  /** Everything said on standard error so far. */
  said: () => string;
  /** Resolves once this was said; rejects when the program ends first. */
  saying: (text: string) => Promise<void>;
  exitCode: Promise<number | null>;
}

function start(folder: string, port: number): Run {
  const words = ['src/commands/start.ts', '--port', String(port)];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }; // nobody else takes what is compiled of a copy
  const child = spawn(process.execPath, words, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exitCode = new Promise<number | null>((resolveCode) => child.on('close', resolveCode));
  const saying = (text: string): Promise<void> =>
    new Promise((found, failed) => {
      child.stderr.on('data', () => {
        if (said.includes(text)) found();
      });
      void exitCode.then((code) => {
        failed(new Error(`it ended with ${String(code)} before it said "${text}":\n${said}`));
      });
    });
  return { child, said: () => said, saying, exitCode };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  assert.ok(typeof address === 'object' && address !== null);
  return address.port;
}

const shards = (folder: string): string[] =>
  readdirSync(folder).map((name) => `${name} ${sha256(readFileSync(join(folder, name), 'utf8'))}`);

describe('npm start on a fresh clone', async () => {
  const folder = freshCopy();
  after(async () => {
    for (const run of runs) run.child.kill('SIGTERM');
    await Promise.all(runs.map((run) => run.exitCode));
    rmSync(folder, { recursive: true });
  });
  const port = await freePort();
  const runs: Run[] = [];
  const begin = (): Run => {
    const run = start(folder, port);
    runs.push(run);
    return run;
  };

  it('really starts the servers that npm brought along, takes over the rest, and serves true pages', async () => {
    const run = begin();
    await run.saying(`http://localhost:${port}`);
    const others = readBundle(locations.servers).servers.length - 5;
    const sum = `5 started and listed now, 0 unchanged since an earlier run, ${others} taken from the committed catalogue`;
    assert.ok(run.said().includes(sum), run.said());
    assert.match(run.said(), /server-everything: \d+ tools, started and listed/);
    assert.match(run.said(), /hostinger-api-mcp: \d+ tools, taken from the catalogue/);
    const page = await fetch(
      `http://localhost:${port}/servers/modelcontextprotocol-server-filesystem/write_file/`,
    );
    assert.equal(page.status, 200);
    assert.match(await page.text(), /<h1[^>]*>\s*write_file/);
    run.child.kill('SIGINT');
    assert.equal(await run.exitCode, 0);
  });

  it('publishes exactly the committed catalogue (if this fails: npm run classify, and look at the diff)', () => {
    assert.deepEqual(shards(join(folder, 'data/catalogue')), shards('data/catalogue'));
  });

  it('redoes nothing when nothing changed', async () => {
    const run = begin();
    await run.saying(`http://localhost:${port}`);
    assert.match(run.said(), /0 started and listed now, 5 unchanged since an earlier run/);
    assert.match(run.said(), /The site is up to date/);
    run.child.kill('SIGINT');
    assert.equal(await run.exitCode, 0);
  });

  it('says before it does anything which port is taken and how to choose another', async () => {
    const other = createServer();
    await new Promise<void>((ready) => other.listen(port, ready));
    const run = begin();
    assert.equal(await run.exitCode, 1);
    assert.match(run.said(), new RegExp(`^Port ${port}: .*--port NUMBER\\.$`, 'm'));
    assert.doesNotMatch(run.said(), /Listing tools/);
    await new Promise((closed) => other.close(closed));
  });
});
