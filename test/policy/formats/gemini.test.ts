import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/model/json.ts';
import { Preset, type Policy } from '../../../src/model/policy.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { exportPolicy } from '../../../src/policy/export.ts';
import { fit } from '../../../src/policy/fit.ts';
import { gemini } from '../../../src/policy/formats/gemini.ts';
import { readRuleset } from '../../../src/policy/ruleset.ts';
import { hostilePolicy } from '../hostile-names.ts';
import { catalogueSamplePolicies, fiveRules, samplePolicy, sampleRule } from '../sample-policy.ts';
import { geminiEngine, geminiFaults, geminiHookAnswer, geminiName, type Settings } from './gemini-engine.ts';

const exported = (policy: Policy, alias = 'stub', withGuard = false) =>
  exportPolicy(policy, gemini, { alias, withGuard });

const text = (policy: Policy, alias = 'stub'): string => exported(policy, alias).files[0]?.text ?? '';

const engineFor = (policy: Policy, options: { settings?: Settings; mode?: string } = {}) =>
  geminiEngine(text(policy), 'stub', options);

const inGemini = { allow: 'allow', ask: 'ask_user', deny: 'deny', hide: 'deny' } as const;

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
  const tools = fitted.rules.map(([name, rule]) => [
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
