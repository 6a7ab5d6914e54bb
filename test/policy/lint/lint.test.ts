import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { exportPolicy } from '../../../src/policy/export.ts';
import { fit } from '../../../src/policy/fit.ts';
import { formats } from '../../../src/policy/formats.ts';
import { type KnownServer, lint } from '../../../src/policy/lint/lint.ts';
import { linters } from '../../../src/policy/lint/linters.ts';
import { hostilePolicy } from '../hostile-names.ts';
import { catalogueSamplePolicies, fiveRules } from '../sample-policy.ts';
import { clientTraps } from './client-traps.ts';
import { gatewayTraps } from './gateway-traps.ts';

const trapCases = [...clientTraps, ...gatewayTraps];

const tools = Object.keys(fiveRules.tools);
const stub: KnownServer = { alias: 'stub', tools };

const found = (text: string, kind: string, at: string): boolean =>
  lint(text, []).findings.some((finding) => finding.kind === kind && finding.at === at);

describe('every trap', () => {
  for (const { trap, format, bad, good, kind, at } of trapCases)
    it(trap, () => {
      assert.equal(lint(bad, []).format.id, format);
      assert.ok(found(bad, kind, at), JSON.stringify(lint(bad, []).findings));
      assert.ok(!found(good, kind, at), JSON.stringify(lint(good, []).findings));
    });

  it('is known for every format that can be checked', () => {
    const known = new Set(trapCases.map(({ format }) => format));
    assert.deepEqual(
      linters.map(({ id }) => id).filter((id) => !known.has(id)),
      [],
    );
  });
});

describe('the tools of a server', () => {
  const settings = (permissions: object): string => JSON.stringify({ permissions });

  it('are unknown, missing, and still allowed', () => {
    const { findings, servers } = lint(
      settings({ allow: ['mcp__stub__read_item', 'mcp__stub__raed_item'] }),
      [stub],
    );
    const of = (kind: string) => findings.filter((finding) => finding.kind === kind);
    assert.match(of('unknown')[0]?.message ?? '', /mcp__stub__raed_item/);
    assert.equal(of('missing').length, tools.length - 1);
    const allowed = servers[0]?.tools.filter(({ decision }) => decision === 'allow').map(({ tool }) => tool);
    assert.deepEqual(allowed, ['read_item']);
  });

  it('are not missing where nobody can call what is not named', () => {
    const text = JSON.stringify({ version: '1', default: 'deny', tools: { read_item: {} } });
    assert.deepEqual(lint(text, [stub]).findings, []);
  });

  it('are not decided by a rule that is ignored', () => {
    const { servers } = lint(settings({ allow: ['mcp__stub'], deny: ['mcp__stub__write_item(env:prod)'] }), [
      stub,
    ]);
    assert.ok(servers[0]?.tools.every(({ decision }) => decision === 'allow'));
  });
});

/** Formats whose files hold rules in a language of their own, or none but a hook. */
const unchecked = ['claude-code-hook', 'toolhive', 'agentcore'];

describe('our own exports', () => {
  for (const format of formats.filter(({ id }) => !unchecked.includes(id))) {
    const check = (policy: typeof fiveRules): void => {
      const { policy: fitted } = fit(policy, format, { withGuard: false });
      // Where nothing is open, some exports leave the server out, and their files are of no recognisable format.
      if (fitted.rules.every(([, { decision }]) => decision !== 'allow' && decision !== 'ask')) return;
      const { files, warnings } = exportPolicy(policy, format, { alias: 'stub', withGuard: false });
      const [file] = files;
      assert.ok(file);
      const names = Object.keys(policy.tools);
      const { findings, servers } = lint(file.text, [{ alias: 'stub', tools: names }]);
      const wrong = findings.filter(
        ({ kind }) => kind === 'ignored' || kind === 'open' || kind === 'unknown',
      );
      assert.deepEqual(wrong, [], file.text);
      for (const { tool, decision } of servers[0]?.tools ?? []) {
        const meant = fitted.rules.find(([name]) => name === tool)?.[1].decision;
        const isWarned = warnings.some((warning) => warning.tool === tool);
        if (meant === 'deny' || meant === 'hide')
          assert.ok(decision === 'deny' || decision === 'hide' || isWarned, `${tool} is ${decision}`);
        if (decision === 'allow') assert.equal(meant, 'allow', `${tool} is allowed`);
      }
    };

    it(`are read as ${format.id} without a complaint, and closed where the policy closes`, () => {
      check(fiveRules);
      catalogueSamplePolicies('balanced').forEach(check);
      catalogueSamplePolicies('read-only').forEach(check);
    });
  }
});

describe('a file that is no policy', () => {
  const cases: [string, string, RegExp][] = [
    ['broken JSON', '{\n  "permissions": {\n    "allow": [\n}', /^Line 4 is no JSON/],
    ['broken TOML', 'a = 1\n[mcp_servers.stub\n', /^Line 2 is no TOML/],
    ['broken YAML', 'mcp_servers:\n  stub: [a\n  b: c\n', /^Line \d+ is no YAML/],
    ['nothing', ' \n', /empty/],
    ['a list', '[{"mcp__stub": 1}]', /object at its root/],
    ['something else', '{"name":"package"}', /no format that is known here/],
    ['deep nesting', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /nested/],
    ['too much', `{"a":"${'a'.repeat(1_000_001)}"}`, /more than 1000000 characters/],
    [
      'too many values',
      JSON.stringify({ permissions: { allow: Array(10_001).fill('a') } }),
      /more than 10000 values/,
    ],
    ['an avalanche of aliases', avalanche(), /cannot be read|alias/i],
  ];
  for (const [name, text, message] of cases)
    it(`is refused with its cause: ${name}`, () => {
      assert.throws(
        () => lint(text, [stub]),
        (error) => error instanceof RangeError && message.test(error.message),
      );
    });

  it('never ends in anything but a finding or a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string(), mangled()), (text) => {
        try {
          lint(text, [stub]);
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
        }
      }),
    );
  });
});

/** Aliases of aliases, each ten of the one before. */
function avalanche(): string {
  const lines = Array.from({ length: 9 }, (_, level) =>
    level === 0
      ? 'l0: &l0 [x]'
      : `l${level}: &l${level} [${Array(10)
          .fill(`*l${level - 1}`)
          .join(', ')}]`,
  );
  return `${lines.join('\n')}\n`;
}

/** Real files with a piece cut out, or with names nobody expects. */
function mangled(): fc.Arbitrary<string> {
  const cut = fc
    .tuple(fc.constantFrom(...trapCases), fc.nat(400), fc.nat(40))
    .map(([{ bad }, from, length]) => bad.slice(0, from) + bad.slice(from + length));
  const hostile = fc.tuple(hostilePolicy, fc.constantFrom(...formats)).map(([policy, format]) => {
    const { files } = exportPolicy(policy, format, { alias: 'stub', withGuard: false });
    return files[0]?.text ?? '';
  });
  return fc.oneof(cut, hostile);
}
