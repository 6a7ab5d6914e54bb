import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { openShard } from '../../src/catalogue/lines.ts';
import { readCatalogue } from '../../src/catalogue/read.ts';
import { shardOf } from '../../src/catalogue/shards.ts';
import { shardNames, sumsName } from '../../src/catalogue/sums.ts';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import type { CatalogueServer } from '../../src/model/server.ts';
import { UserError } from '../../src/terminal/command.ts';
import { runProgram } from '../../src/terminal/program.ts';
import { sampleServer, sampleTool } from '../samples.ts';

const home = mkdtempSync(join(tmpdir(), 'placard-damaged-'));
const folder = join(home, 'data/catalogue');
after(() => {
  rmSync(home, { recursive: true });
});

/** Two servers of one shard, so that one line of it can be missing. */
function neighbours(): CatalogueServer[] {
  const first = sampleServer('lake', [sampleTool({ name: 'read' })]);
  for (let number = 0; ; number += 1) {
    const other = sampleServer(`lake-${number}`, [sampleTool({ name: 'read' })]);
    if (shardOf(other.id) === shardOf(first.id)) return [first, other];
  }
}
const servers = neighbours();
const [{ id }] = servers as [CatalogueServer];
const shard = shardOf(id);
const file = join(folder, shard);

process.env.PLACARD_CATALOGUE = folder; // before the commands are loaded, which read it once
const { commands } = await import('../../src/commands/commands.ts');
const placard = (...words: string[]): Promise<void> =>
  runProgram({ name: 'placard', about: '', commands }, words);

/** What a program of its own says on standard error when it ends with code 1. */
function said(...words: string[]): string {
  const environment = { ...process.env, PLACARD_HOME: home, PLACARD_CATALOGUE: folder };
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env: environment });
  assert.equal(status, 1, stderr);
  return stderr;
}

/** What a tool of the MCP server answers. */
async function answered(): Promise<string> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const args = ['src/commands/placard.ts', 'mcp', '--catalogue', folder];
  await client.connect(new StdioClientTransport({ command: process.execPath, args }));
  const { isError, content } = await client.callTool({ name: 'check_server', arguments: { server: id } });
  await client.close();
  assert.equal(isError, true);
  return JSON.stringify(content);
}

const thrown = async (run: () => unknown): Promise<string> => {
  try {
    await run();
  } catch (error) {
    assert.ok(error instanceof UserError && error.exitCode === 1, String(error));
    return error.message;
  }
  return assert.fail('it was read');
};

const project = join(home, 'mcp.json');
writeFileSync(project, '{"mcpServers":{"lake":{"command":"npx","args":["lake"]}}}');

/** Whatever reads a catalogue, and what it says. `diff`, `lock` and `preview` read none, and `classify` replaces it. */
const readers: Readonly<Record<string, () => string | Promise<string>>> = {
  'a build': () => thrown(() => openShard(folder, shard)),
  crawl: () => said('crawler/cli.ts'),
  check: () => thrown(() => placard('check', id)),
  stack: () => thrown(() => placard('stack', '--config', project)),
  mcp: answered,
  'policy export': () => thrown(() => placard('policy', 'export', 'lake', '--format', 'cursor')),
  corrections: () => thrown(() => placard('corrections', join(home, 'none'))),
};

describe('a catalogue with a file that is cut exactly at the end of a line', () => {
  beforeEach(() => {
    writeCatalogue(folder, servers);
    truncateSync(file, readFileSync(file).indexOf(10) + 1);
  });

  for (const [name, read] of Object.entries(readers))
    it(`is refused by ${name}, with the next step`, async () => {
      const words = await read();
      assert.ok(
        words.includes(`${file} is not as it was published: its SHA-256 is not the one in SHA256SUMS.`),
        words,
      );
      assert.ok(
        words.includes(`git checkout HEAD -- ${folder}) or publish it again (npm run classify).`),
        words,
      );
    });

  it('is mended by publishing, file by file', () => {
    assert.deepEqual(writeCatalogue(folder, servers), { written: 1, removed: 0 });
    assert.equal(readCatalogue(folder).length, 2);
  });
});

describe('the sums of a catalogue', () => {
  beforeEach(() => {
    writeCatalogue(folder, servers);
  });

  it('are what sha256sum checks', () => {
    const { status, stderr } = spawnSync('sha256sum', ['--check', '--strict', sumsName], { cwd: folder });
    assert.equal(status, 0, String(stderr));
  });

  it('notice a file that is missing and one that does not belong there', () => {
    renameSync(file, join(folder, 'zz.jsonl'));
    assert.throws(() => shardNames(folder), new RegExp(`${shard} is not as it was published: it is missing`));
    writeFileSync(file, '');
    assert.throws(
      () => shardNames(folder),
      /zz\.jsonl was not published: SHA256SUMS does not name it\.\nRemove it, or publish again/,
    );
  });

  it('are refused when they hold something else, such as the marks of a merge', () => {
    const sums = join(folder, sumsName);
    writeFileSync(sums, `<<<<<<< HEAD\n${readFileSync(sums, 'utf8')}`);
    assert.throws(
      () => shardNames(folder),
      /SHA256SUMS is not as it was published: line 1 is no SHA-256 with the name of a file\.\nRestore the folder/,
    );
  });

  it('go with the last server', () => {
    writeCatalogue(folder, []);
    assert.deepEqual([readCatalogue(folder), readdirSync(folder)], [[], [sumsName]]);
  });

  it('are not asked for where an earlier version published none', () => {
    rmSync(join(folder, sumsName));
    assert.equal(readCatalogue(folder).length, 2);
  });
});

describe('the committed catalogue', () => {
  it('is as it was published', () => {
    assert.ok(shardNames('data/catalogue').length > 0);
    for (const name of shardNames('data/catalogue')) openShard('data/catalogue', name);
  });
});
