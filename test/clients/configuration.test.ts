import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readConfiguration } from '../../src/clients/configuration.ts';
import type { ConfiguredServer } from '../../src/clients/configured-server.ts';
import { configurationFiles } from '../../src/clients/configuration-files.ts';
import { keysOf } from '../../src/lookup/keys.ts';
import { limits } from '../../src/model/limits.ts';

const secret = 'hunter2-Zx9qLm4Kp7Vt3Rw8';
const firstKey = ({ told }: ConfiguredServer): string => keysOf(told)[0]?.text ?? '';
const read = (text: string): [string, string][] =>
  readConfiguration(text).servers.map((server) => [server.alias, firstKey(server)]);
const stdio = { command: 'npx', args: ['-y', '@sea/files'] };

describe('the configuration of a client', () => {
  it('is read whichever client wrote it', () => {
    const written: [string, string, string][] = [
      ['Claude Desktop', JSON.stringify({ mcpServers: { a: stdio } }), 'npm:@sea/files'],
      ['Claude Code', JSON.stringify({ projects: { '/p': { mcpServers: { a: stdio } } } }), 'npm:@sea/files'],
      [
        'VS Code',
        '{ // mine\n "servers": { "a": { "type": "http", "url": "https://a.example/mcp" }, }, }',
        'remote:https://a.example/mcp',
      ],
      ['VS Code settings', JSON.stringify({ mcp: { servers: { a: stdio } } }), 'npm:@sea/files'],
      [
        'Windsurf',
        JSON.stringify({ mcpServers: { a: { serverUrl: 'https://a.example/sse' } } }),
        'remote:https://a.example/sse',
      ],
      [
        'Gemini CLI',
        JSON.stringify({ mcpServers: { a: { httpUrl: 'https://a.example/mcp' } } }),
        'remote:https://a.example/mcp',
      ],
      [
        'Codex',
        '[mcp_servers.a]\ncommand = "npx"\nargs = ["-y", "@sea/files"]\n[mcp_servers.a.env]\nK = "v"\n',
        'npm:@sea/files',
      ],
      [
        'Zed',
        JSON.stringify({ context_servers: { a: { command: { path: 'npx', args: ['-y', '@sea/files'] } } } }),
        'npm:@sea/files',
      ],
      [
        'OpenCode',
        JSON.stringify({ mcp: { a: { type: 'local', command: ['npx', '-y', '@sea/files'] } } }),
        'npm:@sea/files',
      ],
      [
        'a snippet without braces',
        '"mcpServers": { "a": { "command": "uvx", "args": ["a-mcp"] } }',
        'pypi:a-mcp',
      ],
      ['a map of servers', JSON.stringify({ a: stdio }), 'npm:@sea/files'],
      ['a list of servers', JSON.stringify({ mcpServers: [{ name: 'a', ...stdio }] }), 'npm:@sea/files'],
    ];
    for (const [client, text, key] of written) assert.deepEqual(read(text), [['a', key]], client);
  });

  it('is told from a plain list of packages, images, addresses, repositories and names', () => {
    const lines: [string, string][] = [
      ['@sea/files@1.0.0', 'npm:@sea/files'],
      ['- tavily-mcp', 'npm:tavily-mcp'],
      ['pypi:A_Mcp', 'pypi:a-mcp'],
      ['ghcr.io/sea/files:2', 'oci:ghcr.io/sea/files'],
      ['docker:mcp/box', 'oci:docker.io/mcp/box'],
      ['https://mcp.sea.example/mcp?key=1', 'remote:https://mcp.sea.example/mcp'],
      ['https://github.com/Sea/Files/tree/main/src', 'repository:github.com/sea/files/src'],
      ['npx -y @sea/files /home', 'npm:@sea/files'],
      ['Sea Files', 'name:sea files'],
    ];
    const text = ['# my servers', '', ...lines.map(([line]) => line)].join('\n');
    const { language, servers, faults } = readConfiguration(text);
    assert.deepEqual([language, faults], ['list', []]);
    assert.deepEqual(
      servers.map(firstKey),
      lines.map(([, key]) => key),
    );
    assert.deepEqual(servers.map(({ alias }) => alias).slice(0, 6), [
      'files',
      'tavily-mcp',
      'A_Mcp',
      'files',
      'box',
      'sea',
    ]);
    assert.deepEqual(
      read('a-mcp, b-mcp').map(([alias]) => alias),
      ['a-mcp', 'b-mcp'],
    );
  });

  it('says where each server stands, and keeps those of the same name', () => {
    const { servers } = readConfiguration(
      '{"mcpServers": {\n  "a": {"command": "npx", "args": ["a-mcp"]},\n  "a": {"url": "https://a.example"}\n}}',
    );
    assert.deepEqual(
      servers.map(({ alias, place }) => [alias, place.line]),
      [
        ['a', 2],
        ['a', 3],
      ],
    );
  });

  it('says what is switched off', () => {
    const text = JSON.stringify({
      mcpServers: { a: { ...stdio, disabled: true }, b: { ...stdio, enabled: false }, c: stdio },
    });
    assert.deepEqual(
      readConfiguration(text).servers.map(({ isDisabled }) => isDisabled),
      [true, true, false],
    );
  });
});

describe('a broken configuration', () => {
  it('names line and column, and what is whole stays', () => {
    const half =
      '{"mcpServers": {\n  "whole": {"command": "npx", "args": ["a-mcp"]},\n  "broken": {"command": "npx", "args": ["-y", "@sea/fil';
    const { servers, faults } = readConfiguration(half);
    assert.deepEqual(
      servers.map(({ alias }) => alias),
      ['whole'],
    );
    assert.deepEqual(faults[0], {
      place: { line: 3, column: 47 },
      message: 'A text has no closing quotation mark.',
    });
    assert.match(faults.at(-1)?.message ?? '', /left out/);
  });

  it('keeps the whole tables of broken TOML', () => {
    const text =
      '[mcp_servers.a]\ncommand = "npx"\nargs = ["a-mcp"]\n\n[mcp_servers.b]\ncommand = npx\n\n[mcp_servers.c]\nurl = "https://c.example/mcp"\n';
    const { servers, faults } = readConfiguration(text);
    assert.deepEqual(
      servers.map(({ alias, place }) => [alias, place.line]),
      [
        ['a', 1],
        ['c', 8],
      ],
    );
    assert.deepEqual(
      faults.map(({ place }) => place?.line),
      [6],
    );
  });

  it('is a sentence, whatever was pasted', () => {
    const pasted: [string, RegExp][] = [
      ['', /nothing in it/],
      ['\u007fELF\0\0\u0001\u0002', /binary/],
      ['a'.repeat(limits.configurationCharacters + 1), /16,000,001 characters/],
      ['a'.repeat(5_000_000), /too long for a package/],
      ['['.repeat(100_000), /nested more than/],
      ['{"name": "a", "version": "1"}', /lists no servers/],
      ['mcpServers:\n  a:\n    command: npx\n', /YAML/],
      ['[tool.poetry]\nname = "a"\n', /lists no servers/],
    ];
    for (const [text, message] of pasted) {
      const { servers, faults } = readConfiguration(text);
      assert.deepEqual(servers, []);
      assert.match(faults[0]?.message ?? '', message);
    }
  });

  it('reads 5 MB of JSON around its servers', () => {
    const text = JSON.stringify({
      history: Array.from({ length: 50_000 }, (_, at) => `word ${at} `.repeat(8)),
      mcpServers: { a: stdio },
    });
    assert.ok(text.length > 4_000_000);
    assert.deepEqual(read(text), [['a', 'npm:@sea/files']]);
  });

  it('never throws, and never quotes the text in a fault', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('{"mcpServers": {', '[mcp_servers.a]\nx = ', '', '"a": '),
        (text, start) => {
          const { faults } = readConfiguration(`${start}${text}${secret}`);
          return !JSON.stringify(faults).includes(secret);
        },
      ),
    );
  });

  it('is not taken in by names of the language itself', () => {
    const { servers } = readConfiguration(
      '{"mcpServers": {"__proto__": {"command": "npx", "args": ["a-mcp"]}, "constructor": {"url": "https://a.example/mcp"}}}',
    );
    assert.deepEqual(
      servers.map(({ alias }) => alias),
      ['__proto__', 'constructor'],
    );
    assert.equal(({} as Record<string, unknown>).command, undefined);
  });
});

describe('a secret', () => {
  const places: readonly unknown[] = [
    { command: 'npx', args: ['-y', '@sea/files', secret, `--key=${secret}`, '--key', secret] },
    { command: secret, args: [secret] },
    {
      command: 'npx',
      args: [
        '-y',
        'mcp-remote',
        `https://u:${secret}@a.example/${secret}?k=${secret}#${secret}`,
        '--header',
        `A: ${secret}`,
      ],
    },
    {
      command: 'docker',
      args: ['run', '-e', `K=${secret}`, `--env=K=${secret}`, '-v', `/${secret}:/x`, 'mcp/box', secret],
    },
    { command: 'node', args: [`/${secret}/server.js`], env: { KEY: secret }, cwd: secret, envFile: secret },
    {
      url: `https://u:${secret}@a.example/s/${secret}/mcp?token=${secret}`,
      headers: { Authorization: `Bearer ${secret}` },
    },
    { url: secret },
    { command: ['npx', secret], environment: { [secret]: secret } },
  ];
  it('is in nothing that is handed on, wherever it stands', () => {
    for (const server of places) {
      const whole = { [secret]: secret, mcpServers: { a: server, [secret]: server }, inputs: [secret] };
      for (const text of [JSON.stringify(whole), `// ${secret}\n${JSON.stringify(whole)} ${secret}`]) {
        const all = readConfiguration(text);
        assert.equal(JSON.stringify(all).includes(secret), false, JSON.stringify(all));
        const keys = all.servers.flatMap(({ told }) => keysOf(told).map((key) => key.text));
        assert.equal(keys.join().includes(secret), false);
      }
    }
  });

  it('is masked on a line of a list too', () => {
    const { servers } = readConfiguration(
      `https://a.example/${secret}/mcp\nsk-live0123456789abcdef\nnpx -y a-mcp --key ${secret}\n`,
    );
    const text = JSON.stringify(servers);
    assert.equal(/hunter2|sk-live/.test(text), false, text);
  });
});

describe('the files in which clients keep their servers', () => {
  const at = (platform: NodeJS.Platform, variables = {}, project: string | null = null) =>
    configurationFiles({ home: '/h', project, platform, variables }).map(({ path }) => path);

  it('are where each platform keeps settings', () => {
    assert.equal(at('linux')[0], '/h/.config/Claude/claude_desktop_config.json');
    assert.equal(at('darwin')[3], '/h/Library/Application Support/Code/User/mcp.json');
    assert.equal(at('win32', { APPDATA: 'C:\\R' })[0], 'C:\\R\\Claude\\claude_desktop_config.json');
    assert.ok(at('linux', { CODEX_HOME: '/c' }).includes('/c/config.toml'));
  });

  it('are those of the project too, where there is one', () => {
    assert.ok(at('linux', {}, '/p').includes('/p/.mcp.json'));
    assert.equal(
      at('linux').some((path) => path.startsWith('/p')),
      false,
    );
  });
});
