import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inspect } from '../../crawler/inspect/inspect.ts';
import { bareScript } from '../../crawler/sandbox/node-program.ts';
import { disprove, shortfalls } from '../../crawler/sandbox/probe.ts';
import { inside } from '../../crawler/sandbox/sandbox.ts';
import type { Sandbox } from '../../crawler/sandbox/sandbox.ts';
import { findSandbox } from '../../crawler/sandboxes.ts';
import { limits } from '../../src/model/limits.ts';
import { commandFor, processesWith, provenSandboxes, visitHostile } from './visiting.ts';

const proven = await provenSandboxes();
const hostFile = fileURLToPath(new URL('../../package.json', import.meta.url));
const listener = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
await once(listener, 'listening');
after(() => listener.close());
const address = listener.address();
const port = typeof address === 'object' && address !== null ? address.port : 0;

/** Starts the program with nothing around it. */
const open: Sandbox = {
  id: 'unshare',
  enter: ({ folder, node }, program) => ({
    file: 'sh',
    arguments: ['-c', 'echo ready; exec "$@"', 'sh', node, `${folder}/self-test.ts`, ...program.slice(-2)],
    environment: { PATH: '/usr/bin:/bin', HOME: tmpdir(), SECRET: '1' },
  }),
};
const missing: Sandbox = {
  id: 'bubblewrap',
  enter: () => ({ file: 'no-such-sandbox', arguments: [], environment: {} }),
};

/** Waits until a condition holds. The test runner's own limit ends it when it never does. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(20);
}

describe('the search for a sandbox', () => {
  it('finds at least one on the machine that runs the tests', () => {
    assert.notEqual(proven.length, 0);
  });

  it('believes no sandbox that lets the host be seen', async () => {
    const reason = await disprove(open);
    assert.match(reason ?? '', /the host is reached over the network/);
    assert.match(reason ?? '', /a file of the host can be read/);
    assert.match(reason ?? '', /the environment is not empty/);
    assert.match(reason ?? '', /processes can be started/);
  });

  it('passes over those that fail and says why when none holds', async () => {
    const found = await findSandbox([missing, ...proven]);
    assert.equal(found.sandbox, proven[0]);
    const none = await findSandbox([missing, open]);
    assert.equal(none.sandbox, null);
    assert.match(none.reasons, /^bubblewrap: .*ENOENT; unshare: .*the host is reached/);
  });

  it('counts every finding against the sandbox', () => {
    const holding = {
      ...{
        reachesHost: false,
        interfaces: [],
        readsHostFile: false,
        writesPackage: false,
        writesRoot: false,
      },
      ...{ foundAtHome: [], writesHome: true, environment: ['HOME', 'PATH'], capabilities: '0000' },
      ...{ noNewPrivileges: true, otherProcesses: false, startsProcesses: false },
    };
    const leaks = {
      ...{ reachesHost: true, interfaces: ['eth0'], readsHostFile: true, writesPackage: true },
      ...{
        writesRoot: true,
        foundAtHome: ['.ssh'],
        writesHome: false,
        environment: ['HOME', 'PATH', 'TOKEN'],
      },
      ...{ capabilities: '0001', noNewPrivileges: false, otherProcesses: true, startsProcesses: true },
    };
    assert.deepEqual(shortfalls(holding, true), []);
    for (const [name, value] of Object.entries(leaks)) {
      assert.equal(shortfalls({ ...holding, [name]: value }, true).length, 1, name);
    }
    assert.deepEqual(shortfalls({ ...holding, startsProcesses: true }, false), []);
  });
});

for (const sandbox of proven) {
  describe(`a server in ${sandbox.id}`, () => {
    it('gets nowhere', async () => {
      const before = readFileSync(new URL('servers/intruder.ts', import.meta.url), 'utf8');
      const { tools } = await visitHostile(sandbox, ['intruder', hostFile, String(port)]);
      const outcome = Object.fromEntries(tools.map(({ name, title }) => [name, title ?? '']));
      assert.deepEqual(outcome, {
        'read-host-file': 'ENOENT',
        'read-system-file': 'ENOENT',
        'read-parent': outcome['read-parent'],
        'write-package': 'ERR_ACCESS_DENIED',
        'delete-package': 'ERR_ACCESS_DENIED',
        'write-system': 'ERR_ACCESS_DENIED',
        'write-home': 'done',
        'fill-home': 'ENOSPC',
        'start-process': 'ERR_ACCESS_DENIED',
        'reach-network': outcome['reach-network'],
        'start-worker': 'done',
        'read-environment': 'HOME,PATH',
        'see-working-folder': '/home',
      });
      assert.match(outcome['read-parent'] ?? '', /^(?:EACCES|EPERM|ENOENT)$/);
      assert.match(outcome['reach-network'] ?? '', /^(?:ENETUNREACH|ECONNREFUSED|EADDRNOTAVAIL)$/);
      assert.equal(readFileSync(new URL('servers/intruder.ts', import.meta.url), 'utf8'), before);
    });

    it('is held by the sandbox alone when the permission model is not there', async () => {
      const command = commandFor(sandbox, ['intruder', hostFile, String(port)], limits, bareScript);
      const { tools } = await inspect(command, limits, new AbortController().signal);
      const outcome = Object.fromEntries(tools.map(({ name, title }) => [name, title]));
      assert.equal(outcome['read-host-file'], 'ENOENT');
      assert.equal(outcome['write-package'], 'EROFS');
      assert.equal(outcome['delete-package'], 'EROFS');
      assert.equal(outcome['write-system'], 'EROFS');
      assert.equal(outcome['start-process'], 'done');
    });

    it('is gone after the visit, with all its processes', async () => {
      const mark = `visit-${process.pid}-${sandbox.id}`;
      const visit = visitHostile(sandbox, ['silent', mark], { visitMilliseconds: 500 });
      await assert.rejects(visit, { kind: 'timed-out' });
      await until(() => processesWith(mark).size === 0);
    });

    it('is gone however early the crawl is interrupted', async () => {
      const mark = `early-${process.pid}-${sandbox.id}`;
      for (let wait = 0; wait < 40; wait += 4) {
        const interruption = new AbortController();
        const visit = visitHostile(sandbox, ['silent', mark], {}, interruption.signal);
        await setTimeout(wait);
        interruption.abort(new Error('interrupted'));
        await assert.rejects(visit, { message: 'interrupted' });
      }
      await until(() => processesWith(mark).size === 0);
    });

    it('is gone when the crawl itself is killed, at whatever moment', async () => {
      const mark = `orphan-${process.pid}-${sandbox.id}`;
      const program = fileURLToPath(new URL('doomed-crawl.ts', import.meta.url));
      const isServing = (): boolean =>
        [...processesWith(mark).values()].some(([name]) => name === inside.node);
      for (const wait of [0, 3, 6, 10, 20]) {
        const crawl = spawn(process.execPath, [program, sandbox.id, mark], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        await once(crawl.stdout, 'data');
        if (wait === 20) await until(isServing);
        else await setTimeout(wait);
        crawl.kill('SIGKILL');
        await once(crawl, 'close');
      }
      await until(() => processesWith(mark).size === 0);
    });
  });
}
