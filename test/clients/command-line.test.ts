import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { publicAddress } from '../../src/clients/addresses.ts';
import { launchOf } from '../../src/clients/command-line.ts';
import { maskedLine } from '../../src/clients/masked-line.ts';

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

describe('a masked command line', () => {
  const secret = 'hunter2';
  it('keeps program, verb, package and names of options, and nothing else', () => {
    const lines: [string, string[], string][] = [
      [
        'npx',
        ['-y', '@sea/files@1.2.3', '/home/me', `--token=${secret}`],
        'npx -y @sea/files@1.2.3 ••• --token=•••',
      ],
      [
        '/opt/bin/npx',
        ['-y', 'mcp-remote', 'https://x.example/mcp', '--header', secret],
        'npx -y mcp-remote ••• --header •••',
      ],
      ['docker', ['run', '-i', '--rm', '-e', `K=${secret}`, 'mcp/box'], 'docker run -i --rm -e ••• mcp/box'],
      ['node', ['server.js', secret], 'node ••• •••'],
      ['npx', ['-y', '--api-key', secret, 'a-mcp'], 'npx -y --api-key ••• •••'],
      ['uvx', ['--with', secret, 'a-mcp'], 'uvx --with ••• a-mcp'],
      ['env', [`-p${secret}`, `-p=${secret}`, '--ghp_0123456789abcdef'], 'env ••• -p=••• •••'],
    ];
    for (const [command, words, shown] of lines) assert.equal(maskedLine(command, words), shown);
  });

  it('never shows a word that a value can be', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9]{6,30}$/),
        fc.constantFrom('npx', 'node', 'docker', 'uvx'),
        (value, command) => {
          const shown = maskedLine(command, ['-y', 'a-mcp', value, `--key=${value}`, `-e`, `K=${value}`]);
          return !shown.includes(value);
        },
      ),
    );
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
