import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { PolicyJson } from '../../src/model/policy-json.ts';
import { publishedServers } from '../policy/sample-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'placard-policy-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

function policy(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/commands/placard.ts', 'policy', ...words],
    { encoding: 'utf8' },
  );
  return { code: status, text: stdout, error: stderr };
}

function saved(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const server = publishedServers().find(({ tools }) => tools.length > 2);
assert.ok(server);
const [tool] = server.tools.map(({ definition }) => definition.name);
assert.ok(tool);

describe('placard policy', () => {
  it('exports what its own check accepts', () => {
    const out = join(folder, 'exported');
    const made = policy('export', server.slug, '--format', 'claude-code', '--alias', 'stub', '--out', out);
    assert.equal(made.code, 0, made.error);
    assert.deepEqual(readdirSync(out), ['settings.json']);
    const checked = policy('lint', join(out, 'settings.json'), '--server', `stub=${server.slug}`, '--json');
    assert.equal(checked.code, 0, checked.text);
    const { servers } = JSON.parse(checked.text) as { servers: { tools: unknown[] }[] };
    assert.equal(servers[0]?.tools.length, server.tools.length);
  });

  it('prints one file as it is, and never writes over another one', () => {
    const made = policy('export', server.slug, '--format', 'policy-json');
    assert.ok(PolicyJson.safeParse(JSON.parse(made.text)).success);
    const out = join(folder, 'once');
    assert.equal(policy('export', server.slug, '--format', 'codex', '--alias', 's', '--out', out).code, 0);
    const before = readFileSync(join(out, 'config.toml'), 'utf8');
    const again = policy('export', server.slug, '--format', 'codex', '--alias', 't', '--out', out);
    assert.equal(again.code, 1);
    assert.match(again.error, /config\.toml exists already/);
    assert.equal(readFileSync(join(out, 'config.toml'), 'utf8'), before);
  });

  it('finds what is ignored, with its line, and fails then', () => {
    const file = saved('bad.json', '{"permissions":{\n"deny":["mcp__stub__a(b:c)"]}}');
    const { code, text } = policy('lint', file);
    assert.equal(code, 1);
    assert.match(text, /Ignored \(line 2, permissions\.deny\[0\]\)/);
  });

  it('applies a policy to a call', () => {
    const file = saved('policy.json', {
      ...{ version: '1', default: 'deny' },
      tools: { write: { require: [{ path: 'args.env', op: 'eq', value: 'dev' }] } },
    });
    const outcome = (given: string): unknown =>
      JSON.parse(policy('evaluate', file, '--tool', 'write', '--arguments', given).text);
    assert.match(JSON.stringify(outcome('{"env":"dev"}')), /"decision":"allow","rule":"\/tools\/write"/);
    assert.match(JSON.stringify(outcome('{"env":"prod"}')), /"deny","rule":"\/tools\/write\/require\/0"/);
  });

  it('fails when a policy opened something', () => {
    const before = saved('before.json', { version: '1', default: 'deny', tools: {} });
    const later = saved('after.json', { version: '1', default: 'deny', tools: { wipe: {} } });
    const opened = policy('diff', before, later);
    assert.equal(opened.code, 1);
    assert.match(opened.text, /^Opened: wipe, deny to allow/);
    const closed = policy('diff', later, before);
    assert.deepEqual([closed.code, closed.text], [0, 'Closed: wipe, allow to deny\n']);
  });

  const mistakes: [string, string[], number, RegExp][] = [
    [
      'a server that is not there',
      ['export', 'no-such-server', '--format', 'codex'],
      1,
      /no server "no-such-server"/,
    ],
    ['a format that is not there', ['export', server.slug, '--format', 'xml'], 2, /no format "xml"/],
    [
      'an alias that cannot be',
      ['export', server.slug, '--format', 'codex', '--alias', 'a b'],
      1,
      /cannot name a server/,
    ],
    ['a file that is not there', ['lint', join(folder, 'none')], 1, /cannot be read/],
    [
      'arguments that are no JSON',
      ['evaluate', saved('e.json', {}), '--tool', tool, '--arguments', '{'],
      1,
      /no JSON/,
    ],
    ['a policy that is none', ['evaluate', saved('e.json', {}), '--tool', tool], 1, /no valid policy/],
    ['a server without a key', ['lint', saved('e.json', {}), '--server', server.slug], 2, /ALIAS=SERVER/],
    ['no command', [], 2, /Usage/],
  ];
  for (const [name, words, code, message] of mistakes)
    it(`says what is wrong with ${name}`, () => {
      const { code: ended, error } = policy(...words);
      assert.equal(ended, code, error);
      assert.match(error, message);
    });
});
