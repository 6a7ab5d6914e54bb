import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/model/json.ts';
import { Preset, type Constraint, type Policy } from '../../../src/model/policy.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { fit } from '../../../src/policy/fit.ts';
import { gemini } from '../../../src/policy/formats/gemini.ts';
import { readRuleset } from '../../../src/policy/ruleset.ts';
import { hostileName, hostilePolicy } from '../hostile-names.ts';
import {
  catalogueSamplePolicies,
  fiveRules,
  sampleConstraint,
  samplePolicy,
  sampleRule,
} from '../sample-policy.ts';
import { geminiEngine, geminiFaults, geminiHookAnswer, geminiName, type Settings } from './gemini-engine.ts';

const exported = (policy: Policy, alias = 'stub', withGuard = false) =>
  exportPolicy(policy, gemini, { alias, withGuard });

const text = (policy: Policy, alias = 'stub'): string => exported(policy, alias).files[0]?.text ?? '';

const engineFor = (policy: Policy, options: { settings?: Settings; mode?: string } = {}) =>
  geminiEngine(text(policy), 'stub', options);

const inGemini = { allow: 'allow', ask: 'ask_user', deny: 'deny', hide: 'deny' } as const;

const conditioned = (...constraints: Constraint[]): Policy =>
  samplePolicy({ write_item: sampleRule({ constraints }) });

/** What the policy itself says of a call, in Gemini's words. */
const meant = (policy: Policy, tool: string, given: JsonObject): string =>
  inGemini[
    evaluate(
      readRuleset(policy),
      { tool, arguments: given, definition: null },
      { now: 0, counters: new Map() },
    ).decision
  ];

/** The part of a policy that the format says it holds. */
const held = (policy: Policy): Policy => {
  const fitted = fit(policy, gemini, { withGuard: false }).policy;
  const tools = Object.entries(fitted.tools).map(([name, rule]) => [
    name,
    { ...policy.tools[name], decision: rule.decision, constraints: rule.constraints },
  ]);
  return { ...policy, tools: Object.fromEntries(tools) as Policy['tools'] };
};

describe('a policy in the policy engine of Gemini CLI', () => {
  it('is read without a fault, and decides every tool as the policy does', async () => {
    assert.deepEqual(await geminiFaults(text(fiveRules)), []);
    const { decide } = await engineFor(fiveRules);
    assert.equal(await decide('read_item'), 'allow');
    assert.equal(await decide('write_item', { env: 'dev' }), 'allow');
    assert.equal(await decide('exec_item'), 'ask_user');
    assert.equal(await decide('delete_item'), 'deny');
    assert.equal(await decide('wipe_item'), 'deny');
  });

  it('denies a tool of the server that it does not name, and leaves other servers alone', async () => {
    const { decide } = await engineFor(fiveRules);
    assert.equal(await decide('added_later'), 'deny');
    assert.equal(await decide('delete_item', {}, 'other'), 'ask_user');
  });

  it('offers the agent what is open, and nothing that is closed', async () => {
    const { isOffered } = await engineFor(fiveRules);
    assert.deepEqual(Object.keys(fiveRules.tools).filter(isOffered), [
      'read_item',
      'write_item',
      'exec_item',
    ]);
  });

  it('denies what breaks a condition, also where the name stands in an inner object', async () => {
    const { decide } = await engineFor(fiveRules);
    assert.equal(await decide('write_item', { env: 'prod' }), 'deny');
    assert.equal(await decide('write_item', {}), 'deny');
    assert.equal(await decide('write_item', { inner: { env: 'dev' } }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', inner: { env: 'dev' } }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', note: '\0"env":"dev"\0' }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', 'a"env': 'dev' }), 'deny');
    assert.equal(await decide('write_item', { env: ['dev'] }), 'deny');
  });

  it('says which condition was broken', () => {
    assert.match(text(fiveRules), /denyMessage = "Production stays with people\."/);
  });

  it('takes an argument left out as held, unless it must be given', async () => {
    const { decide } = await engineFor(conditioned(sampleConstraint({ mustBeGiven: false })));
    assert.equal(await decide('write_item', {}), 'allow');
    assert.equal(await decide('write_item', { env: 'staging' }), 'allow');
    assert.equal(await decide('write_item', { env: 'prod' }), 'deny');
  });

  it('takes null as an argument left out', async () => {
    const given = await engineFor(conditioned(sampleConstraint({ op: 'neq', value: 'prod' })));
    assert.equal(await given.decide('write_item', { env: null }), 'deny');
    assert.equal(await given.decide('write_item', { env: 'dev' }), 'allow');
    const absent = await engineFor(conditioned(sampleConstraint({ op: 'exists', value: false })));
    assert.equal(await absent.decide('write_item', { env: null }), 'allow');
    assert.equal(await absent.decide('write_item', { env: 'dev' }), 'deny');
  });

  it('holds several conditions at once', async () => {
    const { decide } = await engineFor(
      conditioned(
        sampleConstraint(),
        sampleConstraint({ argument: ['force'], op: 'neq', value: true, mustBeGiven: false }),
        sampleConstraint({ argument: ['ticket'], op: 'exists', value: true }),
      ),
    );
    assert.equal(await decide('write_item', { env: 'dev', ticket: '7' }), 'allow');
    assert.equal(await decide('write_item', { env: 'dev', ticket: '7', force: false }), 'allow');
    assert.equal(await decide('write_item', { env: 'dev', ticket: '7', force: true }), 'deny');
    assert.equal(await decide('write_item', { env: 'dev' }), 'deny');
    assert.equal(await decide('write_item', { env: 'prod', ticket: '7' }), 'deny');
  });

  it('takes what a server may read as the same for the same', async () => {
    const force = (value: Constraint['value']) =>
      conditioned(sampleConstraint({ argument: ['force'], op: 'neq', value, mustBeGiven: false }));
    const { decide } = await engineFor(force(true));
    for (const given of [true, 'true', 1]) assert.equal(await decide('write_item', { force: given }), 'deny');
    for (const given of [false, 'no', 0, null])
      assert.equal(await decide('write_item', { force: given }), 'allow');
    const text = await engineFor(force('5'));
    assert.equal(await text.decide('write_item', { force: 5 }), 'deny');
  });

  const scalar = fc.oneof(
    hostileName.filter((text) => text.trim() !== ''),
    fc.constantFrom('true', 'false', '1', '0', '5', ' 5', '5.0', '0x5'),
    fc.boolean(),
    fc.integer({ min: -1, max: 6 }),
    fc.constant(null),
  );
  const condition = fc
    .record({
      op: fc.constantFrom<Constraint['op'][]>('eq', 'neq', 'in', 'not_in', 'exists'),
      values: fc.array(scalar, { maxLength: 3 }),
      mustBeGiven: fc.boolean(),
      argument: fc.constantFrom('env', 'a"b', '文件').map((name) => [name]),
    })
    .map(({ op, values, ...rest }) => {
      const value = op === 'in' || op === 'not_in' ? values : (values[0] ?? true);
      return sampleConstraint({ op, value, ...rest });
    })
    .filter((constraint) => gemini.argument?.(constraint) === 'native');

  it('decides a call within conditions as the evaluator does, or stricter about how a number is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { minLength: 1, maxLength: 2 }),
        fc.dictionary(fc.constantFrom('env', 'a"b', '文件', 'other'), scalar),
        async (constraints, given) => {
          const policy = conditioned(...constraints);
          const { decide } = await engineFor(policy);
          const made = await decide('write_item', given);
          if (made !== meant(policy, 'write_item', given)) {
            assert.equal(made, 'deny');
            assert.ok(
              constraints.some(({ value }) => [value].flat().some((each) => typeof each === 'number')),
            );
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('asks instead where a condition is not one a pattern can hold, and keeps those it can', async () => {
    const policy = conditioned(
      sampleConstraint(),
      sampleConstraint({ argument: ['path'], op: 'regex', value: '^/srv/' }),
    );
    const { warnings } = exported(policy);
    assert.match(
      warnings.find(({ ability }) => ability === 'arguments')?.message ?? '',
      /argument path .*guard/,
    );
    const { decide } = await engineFor(policy);
    assert.equal(await decide('write_item', { env: 'dev', path: '/srv/a' }), 'ask_user');
    assert.equal(await decide('write_item', { env: 'prod', path: '/srv/a' }), 'deny');
  });

  it('shows what is to be filled in as it stands in the file, and says that it stands there twice', () => {
    const { files, fill } = exported(
      conditioned(sampleConstraint({ value: ['replace-with-a-recipient'], fill: 'Put your own there.' })),
    );
    assert.equal(files[0]?.text.split('replace-with-a-recipient').length, 3);
    assert.match(fill.join(' '), /two rules: change both\. write_item: Put your own there\./);
  });

  it('denies a tool whose conditions are longer than Gemini accepts, and says so', async () => {
    const value = Array.from({ length: 300 }, (_, index) => `environment-${index}`);
    const policy = conditioned(sampleConstraint({ value }));
    assert.match(exported(policy).warnings.at(-1)?.message ?? '', /longer than this program accepts/);
    assert.deepEqual(await geminiFaults(text(policy)), []);
    assert.equal(await (await engineFor(policy)).decide('write_item', { env: value[0] }), 'deny');
  });

  it('outranks a server that is trusted in the settings, and the mode that allows everything', async () => {
    for (const options of [{ settings: { mcpServers: { stub: { trust: true } } } }, { mode: 'yolo' }]) {
      const { decide } = await engineFor(fiveRules, options);
      assert.equal(await decide('exec_item'), 'ask_user');
      assert.equal(await decide('delete_item'), 'deny');
      assert.equal(await decide('added_later'), 'deny');
      assert.equal(await decide('write_item', { env: 'prod' }), 'deny');
    }
  });

  it('keeps closed what is closed, also when the settings allow that very tool', async () => {
    const { decide } = await engineFor(fiveRules, {
      settings: { tools: { allowed: ['mcp_stub_delete_item', 'mcp_stub_write_item'] } },
    });
    assert.equal(await decide('delete_item'), 'deny');
    assert.equal(await decide('write_item', { env: 'prod' }), 'deny');
  });

  it('opens nothing that the settings exclude or plan mode denies', async () => {
    const excluded = await engineFor(fiveRules, { settings: { mcp: { excluded: ['stub'] } } });
    assert.equal(await excluded.decide('read_item'), 'deny');
    assert.equal(await excluded.decide('write_item', { env: 'dev' }), 'deny');
    assert.equal(
      await (await engineFor(fiveRules, { mode: 'plan' })).decide('write_item', { env: 'dev' }),
      'deny',
    );
  });

  it('follows the names that Gemini gives tools with long or unusual names', async () => {
    const long = `${'delete_all_the_things_'.repeat(4)}now`;
    assert.equal(geminiName('stub', long).length, 63);
    const policy = samplePolicy({ [long]: sampleRule({ decision: 'ask' }), 'read.文件': sampleRule() });
    const { decide } = await engineFor(policy);
    assert.equal(await decide(long), 'ask_user');
    assert.equal(await decide('read.文件'), 'allow');
  });

  it('gives tools that Gemini calls by one name the stricter rule, and says so', async () => {
    const policy = samplePolicy({ 'a b': sampleRule(), 'a/b': sampleRule({ decision: 'deny' }) });
    assert.equal(exported(policy).warnings.filter(({ message }) => message.includes('one name')).length, 2);
    assert.equal(await (await engineFor(policy)).decide('a b'), 'deny');
  });

  it('does not let a tool with another tool’s full name open that one', async () => {
    const policy = samplePolicy({ mcp_stub_wipe: sampleRule(), wipe: sampleRule({ decision: 'ask' }) });
    const { decide } = await engineFor(policy);
    assert.equal(await decide('wipe'), 'ask_user');
    assert.equal(await decide('mcp_stub_wipe'), 'deny');
  });

  it('decides tools of any name as the policy does, or stricter with a warning', async () => {
    await fc.assert(
      fc.asyncProperty(hostilePolicy, async (policy) => {
        const { warnings } = exported(policy);
        const { decide } = await engineFor(policy);
        assert.deepEqual(await geminiFaults(text(policy)), []);
        for (const [tool, { decision }] of Object.entries(policy.tools)) {
          const made = await decide(tool);
          if (made === inGemini[decision]) continue;
          assert.ok(warnings.some((warning) => warning.tool === tool));
          assert.ok(
            ['allow', 'ask_user', 'deny'].indexOf(made) >
              ['allow', 'ask_user', 'deny'].indexOf(inGemini[decision]),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses an alias with which rules would fail in silence', () => {
    for (const alias of ['my_server', 'mcp', 'a b', '', 'x'.repeat(26), 'a"b'])
      assert.notEqual(gemini.aliasFault(alias), null);
    assert.equal(gemini.aliasFault('my-server'), null);
  });

  it('puts the guard before every tool of the server and of no other, and refuses the call without the guard', async () => {
    const settings = exported(fiveRules, 'stub', true).files[1]?.text ?? '';
    const answer = await geminiHookAnswer(settings, geminiName('stub', 'write_item'), tmpdir());
    assert.equal(answer?.decision, 'deny');
    assert.match(answer.reason ?? '', /The guard failed, so the call is refused/);
    assert.equal(await geminiHookAnswer(settings, geminiName('stub-two', 'write_item'), tmpdir()), null);
    assert.equal(await geminiHookAnswer(settings, 'read_file', tmpdir()), null);
  });

  for (const preset of Preset.options)
    it(`decides 200 tools of the catalogue as the ${preset} policy does`, async () => {
      for (const policy of catalogueSamplePolicies(preset)) {
        const { decide } = await engineFor(policy);
        assert.deepEqual(await geminiFaults(text(policy)), []);
        for (const tool of Object.keys(policy.tools))
          assert.equal(await decide(tool), meant(held(policy), tool, {}), tool);
      }
    });
});
