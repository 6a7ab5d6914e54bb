import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from '../../crawler/inspect/inspect.ts';
import { permittedScript } from '../../crawler/sandbox/node-program.ts';
import { limits } from '../../src/model/limits.ts';
import { provenSandboxes } from './visiting.ts';

const [sandbox] = await provenSandboxes();
assert.ok(sandbox, 'this machine proves no sandbox');
const folder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const visit = (...words: string[]) => {
  const confinement = { folder, node: process.execPath, limits };
  const script = { file: 'test/crawler/peers/stdio.ts', arguments: words, environment: {} };
  const command = sandbox.enter(confinement, permittedScript(confinement, script));
  return inspect(command, limits, new AbortController().signal);
};

describe('a server over standard output, built with the official SDK', () => {
  const expected = [
    { generation: 'earlier', protocol: '2025-11-25', ttlMs: null, cacheScope: null },
    { generation: 'newest', protocol: '2026-07-28', ttlMs: 5, cacheScope: 'public' },
    { generation: 'newest-only', protocol: '2026-07-28', ttlMs: 5, cacheScope: 'public' },
  ];
  for (const { generation, protocol, ttlMs, cacheScope } of expected) {
    it(`of the ${generation} generation is listed in revision ${protocol}`, async () => {
      const { tools, failures, ...about } = await visit(generation);
      assert.deepEqual(
        tools.map(({ name, description }) => [name, description]),
        [['look-up', 'Looks a book up.']],
      );
      assert.deepEqual(failures, []);
      assert.deepEqual(about, {
        ...{ protocol, serverName: 'shelf', serverTitle: 'The shelf', instructions: 'Read.' },
        ...{ pages: 1, ttlMs, cacheScope },
      });
    });
  }

  it('is not listed when it keeps its list for one client only', async () => {
    await assert.rejects(visit('newest', 'private'), { kind: 'private-listing' });
  });
});
