import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';
import { locations } from '../../src/model/locations.ts';

/** What others use to look at MCP servers, at the versions with which this was proved. 143 MB, so it is installed on demand. */
const dependencies = {
  '@modelcontextprotocol/conformance': '0.1.16',
  '@modelcontextprotocol/inspector': '2.12.0',
};
const folder = resolve(locations.peers);
const stamp = join(folder, 'package.json');
const wanted = JSON.stringify({ private: true, dependencies });
if (!existsSync(join(folder, 'node_modules')) || readFileSync(stamp, 'utf8') !== wanted) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, wanted);
  const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', flags, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  assert.equal(status, 0, 'npm could not install the peers; its own words stand above.');
}

const server = [resolve('src/commands/placard.ts'), 'mcp'];

/**
 * The scenarios of the official suite that are about what this server has. The others ask for tools, prompts and resources that
 * the suite's own example has (`test_simple_text` and the like), for sessions, which a server without state has none of, or for
 * features that this server does not offer: completion, log levels, prompts, subscriptions, sampling, elicitation.
 */
const scenarios = ['server-initialize', 'ping', 'tools-list', 'resources-list', 'dns-rebinding-protection'];

describe('the conformance suite of the protocol', async () => {
  const child = spawn(process.execPath, [...server, '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  after(() => child.kill());
  const [said] = (await once(child.stderr.setEncoding('utf8'), 'data')) as [string];
  const url = /http:\S+/.exec(said)?.[0] ?? '';
  const program = join(folder, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');

  for (const scenario of scenarios)
    it(`passes ${scenario}`, async () => {
      const words = [program, 'server', '--url', url, '--scenario', scenario];
      const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: folder });
      assert.match(stdout, /Passed: ([1-9]\d*)\/\1/);
    });
});

describe('the command line of the Inspector', () => {
  const program = join(folder, 'node_modules/.bin/mcp-inspector');
  const inspect = async (...words: string[]): Promise<unknown> => {
    const line = [program, '--cli', process.execPath, ...server, ...words];
    const env = { ...process.env, HOME: folder, MCP_CATALOG_PATH: join(folder, 'catalog.json') };
    return JSON.parse((await promisify(execFile)(process.execPath, line, { env })).stdout);
  };

  it('lists the tools', async () => {
    const { tools } = z
      .object({ tools: z.array(z.object({ name: z.string() })) })
      .parse(await inspect('--method', 'tools/list'));
    assert.equal(tools.length, 6);
  });

  it('calls one and gets its data', async () => {
    const words = ['--method', 'tools/call', '--tool-name', 'search'];
    const called = await inspect(...words, '--tool-arg', 'words=file', '--tool-arg', 'limit=2');
    const { structuredContent } = z
      .object({ structuredContent: z.object({ tools: z.array(z.unknown()) }) })
      .parse(called);
    assert.equal(structuredContent.tools.length, 2);
  });
});
