import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Log } from 'sarif';
import { z } from 'zod';
import { writeCatalogue } from '../../src/catalogue/write.ts';
import { stackServers } from '../site/stack-servers.ts';
import { emptyFolder, placard, serverThatLists } from './placarding.ts';

const folder = emptyFolder();
const home = emptyFolder();
writeCatalogue(join(folder, 'catalogue'), stackServers);
serverThatLists(folder, [
  { name: 'delete_everything', description: 'Deletes all files for good. This cannot be undone.' },
]);

const secret = 'hunter2-Zx9qLm4Kp7Vt3Rw8';
const npx = (name: string) => ({
  command: 'npx',
  args: ['-y', name, `--key=${secret}`],
  env: { KEY: secret },
});
const program = { command: 'node', args: ['server.mjs', secret], env: { TOKEN: secret } };
writeFileSync(
  join(folder, '.mcp.json'),
  `{\n  // mine\n  "mcpServers": {\n    "web": ${JSON.stringify(npx('web-reader'))},\n    "post": ${JSON.stringify(npx('@harbour/mail'))},\n    "own": ${JSON.stringify(program)},\n  }\n}\n`,
);
mkdirSync(join(home, '.codex'), { recursive: true });
writeFileSync(
  join(home, '.codex/config.toml'),
  `[mcp_servers.bench]\ncommand = "npx"\nargs = ["workbench", "${secret}"]\n`,
);

const stack = (...words: string[]) =>
  placard(['stack', '--catalogue', 'catalogue', ...words], folder, { HOME: home });

const Printed = z.object({
  servers: z.array(
    z.object({ alias: z.string(), tools: z.number().nullable(), note: z.string().nullable() }),
  ),
  chains: z.array(z.object({ id: z.string(), state: z.string(), servers: z.array(z.string()) })),
  denials: z.array(z.object({ alias: z.string(), name: z.string() })),
});
const printed = async (...words: string[]) => {
  const { text, error } = await stack('--json', ...words);
  assert.equal(`${text}${error}`.includes(secret), false, 'a secret was printed');
  return Printed.parse(JSON.parse(text));
};

describe('placard stack', () => {
  it('finds the configurations of the clients and of the project, and says what their servers can do together', async () => {
    const { code, text, error } = await stack();
    assert.equal(code, 0, error);
    assert.match(text, /^3 of 4 servers known, 7 tools, 3 chains\n/);
    assert.match(
      text,
      /Private data, strangers’ text and a way out \(asks first\)[^]*→ Reads private data or credentials: post\/read_mail/,
    );
    assert.match(text, /Deny these 2 tools, and all 3 chains are broken/);
    assert.match(text, /own: It starts something of your own/);
    assert.equal(`${text}${error}`.includes(secret), false);
  });

  it('takes one client alone, or a file that is named', async () => {
    assert.deepEqual(
      (await printed('--client', 'codex')).servers.map(({ alias }) => alias),
      ['bench'],
    );
    assert.deepEqual(
      (await printed('--config', '.mcp.json')).servers.map(({ alias }) => alias),
      ['web', 'post', 'own'],
    );
    const { code, error } = await stack('--client', 'emacs');
    assert.equal(code, 2);
    assert.match(error, /no client "emacs".*claude-desktop/);
  });

  it('starts a private server only after a yes, and in the sandbox', async () => {
    const asked = await stack('--json', '--start');
    assert.match(
      asked.error,
      /own: node •••[^]*Start it in the sandbox and list its tools\? Nobody is here to ask, so no/,
    );
    assert.equal(
      Printed.parse(JSON.parse(asked.text)).servers.find(({ alias }) => alias === 'own')?.tools,
      null,
    );
    const started = await printed('--config', '.mcp.json', '--start', '--yes');
    const own = started.servers.find(({ alias }) => alias === 'own');
    assert.equal(own?.tools, 1, own?.note ?? 'it is gone');
  });

  it('prints one policy for all servers under their names there, or writes it', async () => {
    const { text } = await stack('--format', 'claude-code', '--preset', 'strict');
    const { permissions } = JSON.parse(text) as { permissions: Record<string, string[]> };
    const names = Object.values(permissions).flat();
    for (const name of ['mcp__web__fetch_page', 'mcp__post__send_mail', 'mcp__bench__run'])
      assert.ok(names.includes(name), name);
    assert.equal((await stack('--format', 'policy-json', '--out', 'policies')).code, 0);
    assert.deepEqual(readdirSync(join(folder, 'policies')).sort(), [
      'policy-bench.json',
      'policy-post.json',
      'policy-web.json',
    ]);
    assert.match((await stack('--format', 'never')).error, /no format "never"/);
  });

  it('fails a pipeline for a grave or unknown tool, and for a chain that the policy does not break', async () => {
    assert.equal((await stack('--fail-on', 'critical')).code, 4);
    assert.equal((await stack('--client', 'codex', '--fail-on-chain', '--preset', 'read-only')).code, 0);
    assert.equal((await stack('--fail-on-chain')).code, 4);
    assert.equal(
      (await stack('--config', '.mcp.json', '--fail-on', 'critical')).code,
      4,
      'unknown counts as grave',
    );
  });

  it('writes SARIF with each finding at its line, and Markdown without secrets', async () => {
    await stack('--config', '.mcp.json', '--sarif', 'stack.sarif');
    const text = readFileSync(join(folder, 'stack.sarif'), 'utf8');
    const [run] = (JSON.parse(text) as Log).runs;
    const found = run?.results?.map(({ ruleId, locations }) => [
      ruleId,
      locations?.[0]?.physicalLocation?.region?.startLine,
    ]);
    assert.deepEqual(found, [
      ['risky-tool', 5],
      ['risky-tool', 5],
      ['chain', 5],
      ['unlisted-server', 6],
    ]);
    assert.equal(text.includes(secret), false);
    const report = await stack('--report');
    assert.match(report.text, /^# What these servers can do together\n/);
    assert.equal(report.text.includes(secret), false);
  });

  it('says what is broken and goes on with what is whole', async () => {
    writeFileSync(
      join(folder, 'half.json'),
      '{"mcpServers": {"web": {"command": "npx", "args": ["web-reader"]}, "post": {"command": "np',
    );
    const { code, text, error } = await stack('--config', 'half.json');
    assert.equal(code, 0);
    assert.match(error, /half\.json, line 1: A text has no closing quotation mark/);
    assert.match(text, /1 of 1 server known/);
    writeFileSync(join(folder, 'none.json'), '{}');
    const none = await stack('--config', 'none.json');
    assert.equal(none.code, 1);
    assert.match(none.error, /none\.json: no server is configured there/);
  });
});
