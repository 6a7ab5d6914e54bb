import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { z } from 'zod';
import { locations } from '../../src/model/locations.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { sampleListing } from '../samples.ts';
import { serve } from './remote/loopback.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-full-'));
after(() => {
  rmSync(folder, { recursive: true });
});
/** Two homes: of one, the disk has little room. */
const [full, roomy] = [join(folder, 'full'), join(folder, 'roomy')];
const state = (home: string): string => dirname(join(home, locations.store));
for (const home of [full, roomy]) mkdirSync(state(home), { recursive: true });

/** A server whose forty tools have 200 kB. */
function talkative(name: string): McpServer {
  const server = new McpServer({ name, version: '1.0.0' });
  for (let number = 0; number < 40; number += 1)
    server.registerTool(
      `read-${number}`,
      { description: `Reads ${name}. `.repeat(350), inputSchema: z.object({}) },
      () => ({ content: [] }),
    );
  return server;
}

const urls = await Promise.all(
  ['hills', 'lakes'].map(async (name) => {
    const handle = toNodeHandler(createMcpHandler(() => talkative(name)));
    const { url } = await serve(
      (request, response) =>
        void handle(
          Object.assign(request, { method: request.method ?? '', url: request.url ?? '' }),
          response,
        ),
    );
    return url;
  }),
);
const store = await openStore(join(full, locations.store));
const listings = urls.map((url, index) =>
  sampleListing(`s-${index}`, {
    ...{ source: 'official-registry', packages: [] },
    remotes: [{ kind: 'streamable-http', url }],
  }),
);
await store.saveSourcePage('official-registry', listings, { cursor: null, done: true });
await store.close();

/** Visits all servers, of a store in this home. `lead` is what comes before the program. */
async function crawl(home: string, lead: readonly string[] = []) {
  const words = [process.execPath, 'crawler/cli.ts', '--remotes', '--allow-private', '127.0.0.1'];
  const [program = '', ...others] = [...lead, ...words];
  const child = spawn(program, others, { env: { ...process.env, PLACARD_HOME: home } });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { code: child.exitCode, stderr };
}

/** How many tools the store has of each server. */
async function listed(home: string): Promise<number[]> {
  const store = await openStore(join(home, locations.store));
  const servers = await Array.fromAsync(store.servers());
  await store.close();
  return servers.map(({ tools }) => tools.length);
}

describe('a disk that is full while remote servers are listed', () => {
  it('is told with file and next step, and what was listed is kept for the next run', async () => {
    // a disk with room for one of the two, in a namespace of its own: no right is needed to make one
    const script = `cp "$0"/store.db "$1" && mount -t tmpfs -o size=580k tmpfs "$0" && cp "$1"/store.db "$0" || exit 9
      into="$1"; shift; "$@"; code=$?; cp "$0"/store.db* "$into"; exit $code`;
    const { code, stderr } = await crawl(full, [
      'unshare',
      '-rm',
      'sh',
      '-c',
      script,
      state(full),
      state(roomy),
    ]);
    assert.equal(code, 1, stderr);
    assert.match(
      stderr,
      /^\/.+\/store\.db: there is no room left on its disk\.\nMake room and run the command again: what was saved is kept\.$/m,
    );
    assert.deepEqual(await listed(roomy), [40, 0]);
    const again = await crawl(roomy);
    assert.equal(again.code, 0, again.stderr);
    assert.match(again.stderr, /^1 listed, .* 1 left alone, 0 faults\.$/m);
    assert.deepEqual(await listed(roomy), [40, 40]);
  });
});
