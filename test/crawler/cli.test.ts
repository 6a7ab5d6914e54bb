import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, afterEach, describe, it } from 'node:test';
import { readBundle } from '../../crawler/read-bundle.ts';
import { locations } from '../../src/model/locations.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { entry, sendPage, startRegistry } from './sources/registry-server.ts';
import type { Answer, RegistryServer } from './sources/registry-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-cli-'));
after(() => {
  rmSync(folder, { recursive: true });
});
let projects = 0;

/** A project with this program, a list of its own and an empty state. */
function freshProject(list: object): string {
  const project = join(folder, `project-${++projects}`);
  mkdirSync(join(project, 'data'), { recursive: true });
  for (const part of ['crawler', 'src', 'node_modules', 'package.json']) {
    symlinkSync(resolve(part), join(project, part));
  }
  writeFileSync(join(project, locations.servers), JSON.stringify(list));
  return project;
}

function start(project: string, ...words: string[]) {
  const flags = ['--preserve-symlinks', '--preserve-symlinks-main'];
  const program = spawn(process.execPath, [...flags, 'crawler/cli.ts', ...words], {
    cwd: project,
    env: {
      ...{ ...process.env, INIT_CWD: project, GLAMA_API_KEY: '' },
      NODE_COMPILE_CACHE: join(folder, 'compiled'), // nobody else takes what is compiled of a project
    },
  });
  const said = { stdout: '', stderr: '' };
  program.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  program.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = once(program, 'close').then(([status]) => ({ status: status as number | null, ...said }));
  return { program, ended };
}

const run = (project: string, ...words: string[]) => start(project, ...words).ended;
const small = readBundle(locations.servers).servers.filter(({ package: name }) =>
  /memory|sequential/.test(name),
);
const empty = freshProject({ servers: [] });

describe('npm run crawl', () => {
  it('explains itself', async () => {
    const { status, stdout, stderr } = await run(empty, '--help');
    assert.deepEqual([status, stderr], [0, '']);
    for (const option of [
      '--bundled',
      '--again',
      '--source NAME',
      '--registry URL',
      '--from PATH',
      '--remotes',
      '--json',
    ]) {
      assert.ok(stdout.includes(option), option);
    }
  });

  const mistakes: [string[], RegExp][] = [
    [['--everything'], /--everything/],
    [['--source', 'nowhere'], /no source "nowhere".*official-registry/],
    [['--allow-private', 'localhost'], /--allow-private needs --remotes/],
    [['--remotes', '--source', 'official-registry'], /two crawls/],
    [['--source', 'registry'], /has no address of its own: give one with --registry/],
    [['--source', 'pulsemcp', '--from', '.'], /read from the web: leave --from out/],
    [['--registry', 'https://registry.example'], /--registry needs --source/],
    [['--source', 'official-registry', '--registry', 'file:///etc'], /file:\/\/\/etc is no web address/],
  ];
  for (const [words, message] of mistakes) {
    it(`refuses ${words.join(' ')} and says what would be right`, async () => {
      const { status, stdout, stderr } = await run(empty, ...words);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, message);
    });
  }

  it('skips a source without its key, says which variable to set, and does not fail', async () => {
    const { status, stdout, stderr } = await run(empty, '--source', 'glama', '--json');
    assert.equal(status, 0);
    assert.match(stderr, /glama was skipped: it needs a key; set GLAMA_API_KEY to yours/);
    assert.match(stdout, /"skipped":"glama was skipped/);
  });

  it('reads a file named from where the caller is', async () => {
    const project = freshProject({ servers: [] });
    writeFileSync(join(project, 'mine.json'), JSON.stringify([entry('a/mine')]));
    const { status, stderr } = await run(project, '--source', 'file', '--from', 'mine.json');
    assert.equal(status, 0, stderr);
    assert.match(stderr, /1 server with 0 listed tools/);
  });

  it('names the entry of the list that is wrong', async () => {
    const { status, stderr } = await run(freshProject({ servers: [{ package: 'a', version: '*' }] }));
    assert.equal(status, 1);
    assert.match(stderr, /^data\/servers\.json, entry 1 \(a\), version: /);
  });

  it('lists real servers, then only what changed, and sums up as JSON', async () => {
    const project = freshProject({ servers: small });
    const first = await run(project, '--json');
    assert.equal(first.status, 0, first.stderr);
    const counts = { started: 2, takenOver: 0, unchanged: 0, faults: 0, servers: 2 };
    const { tools, ...others } = JSON.parse(first.stdout) as Record<string, number>;
    assert.deepEqual(others, counts);
    assert.ok((tools ?? 0) > 2);
    const second = await run(project, '--json');
    assert.deepEqual(JSON.parse(second.stdout), { ...counts, started: 0, unchanged: 2, tools });
    const third = await run(project, '--json', '--again', '--bundled');
    assert.deepEqual(JSON.parse(third.stdout), { ...counts, tools });
  });
});

describe('npm run crawl -- --source official-registry', () => {
  let registry: RegistryServer;
  afterEach(() => {
    registry.close();
  });
  const words = () => ['--source', 'official-registry', '--registry', registry.address, '--json'];
  const twoPages: Answer = (response, cursor) => {
    if (cursor === null) sendPage(response, [entry('a/one')], 'second');
    else sendPage(response, [entry('a/two')]);
  };

  it('walks the registry and sums up as JSON', async () => {
    registry = await startRegistry(twoPages);
    const { status, stdout } = await run(empty, ...words());
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), {
      ...{ started: 0, takenOver: 0, unchanged: 0, faults: 0 },
      ...{ servers: 2, tools: 0 },
    });
  });

  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGKILL', null],
  ] as const) {
    it(`keeps its place when ${signal} ends it, and goes on from there`, async () => {
      const project = freshProject({ servers: [] });
      const { promise: isAsked, resolve: asked } = Promise.withResolvers<undefined>();
      let isHeld = true;
      registry = await startRegistry((response, cursor, request) => {
        if (cursor === null || !isHeld) twoPages(response, cursor, request);
        else asked(undefined);
      });
      const { program, ended } = start(project, ...words());
      await isAsked;
      program.kill(signal);
      assert.equal((await ended).status, status);
      isHeld = false;
      const again = await run(project, ...words());
      assert.equal(again.status, 0);
      assert.deepEqual(registry.cursors, [null, 'second', 'second']);
      const store = await openStore(join(project, locations.store));
      assert.deepEqual(
        (await Array.fromAsync(store.servers())).map(({ id }) => id),
        ['npm:a-one', 'npm:a-two'],
      );
      await store.close();
    });
  }
});
