import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { launchOf, publicAddress } from '../../../crawler/sources/client-launch.ts';
import { clients, configurationFiles } from '../../../crawler/sources/clients.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { UserError } from '../../../src/terminal/command.ts';
import '../../setup.ts';
import { writeFiles } from './archive.ts';
import { sampleMachine } from './machine.ts';
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
      [...store.servers()].map(({ id, listings }) => [id, listings[0]?.name]),
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
    assert.equal(store.server('npm:@sea/files')?.listings[0]?.packages[0]?.version, '1.2.3');
    assert.equal(counts.faults, 1);
  });

  it('leave no secret in the store, not even in a fault', async () => {
    const file = join(freshFolder('secrets'), 'store.db');
    const store = openStore(file);
    await walkSource(clients, { machine: { home }, store });
    const broken = join(home, 'broken.json');
    writeFiles(home, { 'broken.json': `{"mcpServers": {"a": ${secret}`, 'broken.toml': `a = ${secret}` });
    await walkSource(clients, { machine: { home }, store, from: broken });
    await walkSource(clients, { machine: { home }, store, from: join(home, 'broken.toml') });
    assert.equal(store.sourceFaults().length, 3);
    store.close();
    assert.equal(readFileSync(file).includes(secret), false);
  });

  it('are looked for where each platform keeps settings', () => {
    const at = (platform: NodeJS.Platform, variables = {}) =>
      configurationFiles(sampleMachine({ home: '/h', platform, variables }));
    assert.equal(at('linux')[0], '/h/.config/Claude/claude_desktop_config.json');
    assert.equal(at('darwin')[3], '/h/Library/Application Support/Code/User/mcp.json');
    assert.equal(at('win32', { APPDATA: '/h/Roaming' })[0], '/h/Roaming/Claude/claude_desktop_config.json');
    assert.equal(at('linux', { CODEX_HOME: '/c' })[6], '/c/config.toml');
  });

  it('are none where no client is, and a mistake where the user names a file without any', async () => {
    const { counts } = await walkSource(clients, {});
    assert.deepEqual([counts.listings, counts.faults], [0, 0]);
    await assert.rejects(walkSource(clients, { from: '/nowhere/mcp.json' }), UserError);
  });
});

describe('a command line', () => {
  const started = (line: string) => {
    const [command = '', ...words] = line.split(' ');
    const found = launchOf(command, words);
    const [one] = found?.packages ?? [];
    return one === undefined
      ? (found?.remotes[0]?.url ?? null)
      : `${one.kind}:${one.name}@${one.version ?? ''}`;
  };
  const lines: [string, string | null][] = [
    ['npx -y @a/b@1.0.0-beta.1 --key x', 'npm:@a/b@1.0.0-beta.1'],
    ['npx --package=@a/b -y b', 'npm:@a/b@'],
    ['npx -p @a/b@latest b', 'npm:@a/b@'],
    ['C:\\Programs\\npx.cmd a-mcp', 'npm:a-mcp@'],
    ['cmd /c npx -y a-mcp', 'npm:a-mcp@'],
    ['npm exec -- a-mcp', 'npm:a-mcp@'],
    ['pnpm dlx a-mcp', 'npm:a-mcp@'],
    ['bunx a-mcp', 'npm:a-mcp@'],
    ['uvx --from a-mcp[all]==2.1 run', 'pypi:a-mcp@2.1'],
    ['uv tool run a-mcp@1.2', 'pypi:a-mcp@1.2'],
    ['pipx run a-mcp', 'pypi:a-mcp@'],
    ['docker run --rm -i -v /a:/b ghcr.io/a/b:1', 'oci:ghcr.io/a/b:1@'],
    ['npx mcp-remote https://x.example/mcp?token=1', 'https://x.example/mcp'],
    ['npx -y --api-key s3cret a-mcp', null],
    ['docker run --weird s3cret image', null],
    ['docker compose up', null],
    ['uv run server.py', null],
    ['npm run start', null],
    ['npx', null],
    ['npx ./local', null],
    ['node dist/server.js', null],
    ['constructor x', null],
  ];
  for (const [line, expected] of lines)
    it(`${expected === null ? 'tells nothing' : `starts ${expected}`}: ${line}`, () => {
      assert.equal(started(line), expected);
    });
});

describe('an address', () => {
  it('loses everything that may be somebody’s own', () => {
    const addresses: [string, string | null][] = [
      ['https://u:p@x.example/mcp/?k=1#t', 'https://x.example/mcp/'],
      ['https://x.example/api/s/NjE3ZTk0YmUtOWEyZC00/mcp', 'https://x.example/api/s/{secret}/mcp'],
      ['https://x.example/0123456789abcdef/sse', 'https://x.example/{secret}/sse'],
      ['https://x.example/sk-abc123DEF/mcp', 'https://x.example/{secret}/mcp'],
      [
        'https://x.example/model-context-protocol-server/mcp',
        'https://x.example/model-context-protocol-server/mcp',
      ],
      ['file:///etc/passwd', null],
      ['${URL}', null],
    ];
    for (const [text, expected] of addresses) assert.equal(publicAddress(text), expected, text);
  });

  it('keeps no query, no password and no key, whatever it is', () => {
    const key = fc.stringMatching(/^[0-9a-f]{16,40}$/);
    fc.assert(
      fc.property(key, key, key, (user, path, query) => {
        const found = publicAddress(`https://${user}:${user}@x.example/${path}/mcp?${query}=${query}`);
        assert.equal(found, 'https://x.example/{secret}/mcp');
      }),
    );
  });
});
