import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { clients } from '../../../crawler/sources/clients.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { UserError } from '../../../src/terminal/command.ts';
import '../../setup.ts';
import { writeFiles } from './archive.ts';
import { freshFolder, walkSource } from './walking.ts';

const secret = 'hunter2-Zx9qLm4Kp7Vt3Rw8';
const home = freshFolder('home');
writeFiles(home, {
  '.config/Claude/claude_desktop_config.json': JSON.stringify({
    mcpServers: {
      files: {
        command: 'npx',
        args: ['-y', '@sea/files@1.2.3', `/home/${secret}`, `--token=${secret}`],
        env: { KEY: secret },
      },
      bridge: {
        command: 'npx',
        args: ['mcp-remote', `https://user:${secret}@bridge.example/sse?key=${secret}`, '--header', secret],
      },
      own: { command: '/usr/bin/python3', args: ['server.py', secret] },
    },
  }),
  '.claude.json': JSON.stringify({
    oauthAccount: secret,
    mcpServers: {
      note: { type: 'http', url: `https://notes.example/${secret}/mcp`, headers: { a: secret } },
    },
    projects: {
      [`/projects/${secret}`]: {
        mcpServers: { inner: { command: 'uvx', args: ['--with', secret, 'inner-mcp==0.3'] } },
      },
    },
  }),
  '.cursor/mcp.json': JSON.stringify({
    mcpServers: {
      box: {
        command: 'docker',
        args: ['run', '-i', '--rm', '-e', `K=${secret}`, `--env=K=${secret}`, 'mcp/box:2', secret],
      },
    },
  }),
  '.config/Code/User/mcp.json': `{
    // comments and trailing commas are allowed here
    "inputs": [{ "id": "key", "default": "${secret}" }],
    "servers": { "code": { "type": "sse", "url": "https://code.example/mcp#${secret}" }, },
  }`,
  '.codeium/windsurf/mcp_config.json': JSON.stringify({
    mcpServers: { surf: { serverUrl: 'https://surf.example/mcp' } },
  }),
  '.codex/config.toml': `api = "${secret}"\n[mcp_servers.codex]\ncommand = "npx"\nargs = ["-y", "codex-mcp", "--key", "${secret}"]\nenv = { K = "${secret}" }\n`,
});

describe("the servers of the user's clients", () => {
  it('are found in every client, by package or address', async () => {
    const { store, counts } = await walkSource(clients, { machine: { home } });
    assert.deepEqual(
      (await Array.fromAsync(store.servers())).map(({ id, listings }) => [id, listings[0]?.name]),
      [
        ['clients:note', 'note'],
        ['npm:@sea/files', 'files'],
        ['npm:codex-mcp', 'codex'],
        ['oci:docker.io/mcp/box', 'box'],
        ['pypi:inner-mcp', 'inner'],
        ['remote:https://bridge.example/sse', 'bridge'],
        ['remote:https://code.example/mcp', 'code'],
        ['remote:https://surf.example/mcp', 'surf'],
      ],
    );
    assert.equal((await store.server('npm:@sea/files'))?.listings[0]?.packages[0]?.version, '1.2.3');
    assert.equal(counts.faults, 1);
  });

  it('leave no secret in the store, not even in a fault', async () => {
    const file = join(freshFolder('secrets'), 'store.db');
    const store = await openStore(file);
    await walkSource(clients, { machine: { home }, store });
    const broken = join(home, 'broken.json');
    writeFiles(home, { 'broken.json': `{"mcpServers": {"a": ${secret}`, 'broken.toml': `a = ${secret}` });
    await walkSource(clients, { machine: { home }, store, from: broken });
    await walkSource(clients, { machine: { home }, store, from: join(home, 'broken.toml') });
    assert.equal((await store.sourceFaults()).length, 3);
    await store.close();
    assert.equal(readFileSync(file).includes(secret), false);
  });

  it('are none where no client is, and a mistake where the user names a file without any', async () => {
    const { counts } = await walkSource(clients, {});
    assert.deepEqual([counts.listings, counts.faults], [0, 0]);
    await assert.rejects(walkSource(clients, { from: '/nowhere/mcp.json' }), UserError);
  });
});
