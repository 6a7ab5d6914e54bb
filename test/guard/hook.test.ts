import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { limits } from '../../src/model/limits.ts';
import { hookClients } from '../../src/guard/hook/clients.ts';
import { fiveRules, sampleConstraint, samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { guardAlone, policyFile, runGuardFile, workFolder } from './guarding.ts';

const guard = await guardAlone();
const folder = workFolder();
const fivefold = policyFile(folder, fiveRules);
let states = 0;

/** How each client says that it is about to call a tool of the server `stub`. */
const inputs: Readonly<Record<string, (tool: string, given: object, server?: string) => object>> = {
  'claude-code': (tool, given, server = 'stub') => ({
    ...{ session_id: 'x', hook_event_name: 'PreToolUse', cwd: '/home/x' },
    ...{ tool_name: `mcp__${server}__${tool.replace(/[^\w-]/g, '_')}`, tool_input: given },
  }),
  codex: (tool, given, server = 'stub') => ({
    ...{ hook_event_name: 'PreToolUse', turn_id: '1', model: 'x' },
    ...{ tool_name: `mcp__${server}__${tool.replace(/\W/g, '_')}`, tool_input: given },
  }),
  copilot: (tool, given, server = 'stub') => ({
    ...{ timestamp: 1, cwd: '/home/x' },
    ...{ toolName: `${server}-${tool}`, toolArgs: JSON.stringify(given) },
  }),
  gemini: (tool, given, server = 'stub') => ({
    ...{ hook_event_name: 'BeforeTool', tool_name: `mcp_${server}_${tool}`, tool_input: given },
    mcp_context: { server_name: server, tool_name: tool },
  }),
  cursor: (tool, given, server) => ({
    ...{ hook_event_name: 'beforeMCPExecution', command: 'npx stub' },
    tool_name: server === undefined ? tool : `MCP:${server}:${tool}`,
    tool_input: JSON.stringify(given),
  }),
};

/** What each client reads in an answer. */
const Answers = z.union([
  z
    .strictObject({
      hookSpecificOutput: z.strictObject({
        hookEventName: z.literal('PreToolUse'),
        permissionDecision: z.enum(['ask', 'deny']),
        permissionDecisionReason: z.string().min(1),
      }),
    })
    .transform(({ hookSpecificOutput: { permissionDecision, permissionDecisionReason } }) => ({
      answer: permissionDecision,
      reason: permissionDecisionReason,
    })),
  z
    .strictObject({
      permissionDecision: z.enum(['ask', 'deny']),
      permissionDecisionReason: z.string().min(1),
    })
    .transform((given) => ({ answer: given.permissionDecision, reason: given.permissionDecisionReason })),
  z
    .strictObject({ decision: z.literal('deny'), reason: z.string().min(1) })
    .transform(({ reason }) => ({ answer: 'deny', reason })),
  z
    .strictObject({
      permission: z.enum(['ask', 'deny']),
      user_message: z.string(),
      agent_message: z.string().min(1),
    })
    .transform(({ permission, agent_message: reason }) => ({ answer: permission, reason })),
]);

async function hook(
  client: string,
  input: object | string,
  words: readonly string[] = [],
  policy = fivefold,
) {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  const state = ['--state', join(folder, `state-${(states += 1)}`)];
  const base = ['hook', '--client', client, '--policy', policy, '--server', 'stub', ...state];
  return runGuardFile(guard, [...base, ...words], text);
}

async function answer(client: string, input: object, words: readonly string[] = [], policy = fivefold) {
  const { code, text, error } = await hook(client, input, words, policy);
  assert.equal(code, 0, error);
  const said = text.trim();
  return said === '' || said === '{}' ? { answer: 'silence', reason: '' } : Answers.parse(JSON.parse(said));
}

describe('the clients of the hook', () => {
  it('are one file each', () => {
    const files = readdirSync(new URL('../../src/guard/hook/clients', import.meta.url));
    assert.deepEqual(files.sort(), hookClients.map(({ id }) => `${id}.ts`).sort());
  });
});

for (const { id, canAsk, namesServer } of hookClients) {
  const of = inputs[id];
  assert.ok(of, `${id} has no input here`);
  describe(`the guard as a hook of ${id}`, { concurrency: 4 }, () => {
    it('has no opinion on what the policy allows', async () => {
      assert.equal((await answer(id, of('read_item', {}))).answer, 'silence');
      assert.equal((await answer(id, of('write_item', { env: 'dev' }))).answer, 'silence');
    });

    it('denies a bad argument with the rule that says so', async () => {
      const { answer: said, reason } = await answer(id, of('write_item', { env: 'prod' }));
      assert.equal(said, 'deny');
      assert.match(reason, /Production stays with people\. \(\/tools\/write_item\/constraints\/0\)/);
      assert.equal((await answer(id, of('write_item', {}))).answer, 'deny');
    });

    it('denies what is denied and what is hidden', async () => {
      assert.equal((await answer(id, of('delete_item', {}))).answer, 'deny');
      assert.equal((await answer(id, of('wipe_item', {}))).answer, 'deny');
    });

    it(`${canAsk ? 'asks' : 'denies, because it cannot ask,'} where the policy asks`, async () => {
      assert.equal((await answer(id, of('exec_item', {}))).answer, canAsk ? 'ask' : 'deny');
    });

    it('leaves asking to the client when it is told that the client asks', async () => {
      assert.equal((await answer(id, of('exec_item', {}), ['--ask', 'client'])).answer, 'silence');
      assert.equal((await answer(id, of('delete_item', {}), ['--ask', 'client'])).answer, 'deny');
    });

    it('has no opinion on tools of other servers', async () => {
      assert.equal((await answer(id, of('delete_item', {}, 'other'))).answer, 'silence');
    });

    it(`${namesServer ? 'denies' : 'cannot judge'} a tool that the policy does not name`, async () => {
      assert.equal((await answer(id, of('new_item', {}))).answer, namesServer ? 'deny' : 'silence');
    });

    it('refuses the call when there is no policy to go by', async () => {
      const broken = join(folder, 'broken.json');
      writeFileSync(broken, '{"server":');
      const policies = [broken, join(folder, 'missing.json'), policyFile(folder, { tools: {} }, 'odd.json')];
      const ends = await Promise.all(policies.map((policy) => hook(id, of('read_item', {}), [], policy)));
      for (const { code, text, error } of ends) {
        assert.deepEqual([code, text], [2, '']);
        assert.match(error, /Placard refused the call: .*no policy to go by/);
      }
    });

    it('refuses the call when it cannot count', async () => {
      const state = join(folder, `file-${id}`);
      writeFileSync(state, '');
      const { code, error } = await hook(id, of('write_item', { env: 'dev' }), ['--state', state]);
      assert.equal(code, 2);
      assert.match(error, /Placard refused the call: ENOTDIR/);
    });

    it('refuses what it cannot read', async () => {
      const garbage = ['', 'nonsense', '[]', '{}', 'null', '{"tool_name":1,"toolName":1}', '\0'.repeat(100)];
      const ends = await Promise.all(garbage.map((text) => hook(id, text)));
      assert.deepEqual(new Set(ends.map(({ code }) => code)), new Set([2]));
    });
  });
}

describe('the guard as a hook', { concurrency: 4 }, () => {
  it('counts calls over processes and denies the one over the limit', async () => {
    const limit = { counter: 'read', window: 'day', max: 2, scope: 'grant' } as const;
    const policy = policyFile(
      folder,
      samplePolicy({ read_item: sampleRule({ limits: [limit] }) }),
      'two.json',
    );
    const state = ['--state', join(folder, 'counted')];
    const said = [];
    for (let call = 0; call < 3; call += 1)
      said.push(await answer('claude-code', inputs['claude-code']?.('read_item', {}) ?? {}, state, policy));
    assert.deepEqual(
      said.map((each) => each.answer),
      ['silence', 'silence', 'deny'],
    );
    assert.match(said[2]?.reason ?? '', /2 of these calls .* day\. \(\/tools\/read_item\/limits\/0\)/);
  });

  it('lets a tool through only when every tool that the client spells like it passes', async () => {
    const twins = samplePolicy({
      'read.item': sampleRule(),
      'read item': sampleRule({ constraints: [sampleConstraint()] }),
    });
    const policy = policyFile(folder, twins, 'twins.json');
    const of = inputs.codex ?? (() => ({}));
    assert.equal((await answer('codex', of('read.item', {}), [], policy)).answer, 'deny');
    assert.equal((await answer('codex', of('read.item', { env: 'dev' }), [], policy)).answer, 'silence');
  });

  it('finds a tool by the name that the client made of it', async () => {
    const policy = policyFile(folder, samplePolicy({ 'a.b-c/д': sampleRule() }), 'odd-names.json');
    for (const { id } of hookClients) {
      const input = inputs[id]?.('a.b-c/д', {}) ?? {};
      assert.equal((await answer(id, input, [], policy)).answer, 'silence', id);
    }
  });

  it('reads policy.json as well', async () => {
    const json = { version: '1', default: 'deny', tools: { read_item: {} } };
    const policy = policyFile(folder, json, 'policy.json');
    const of = inputs['claude-code'] ?? (() => ({}));
    assert.equal((await answer('claude-code', of('read_item', {}), [], policy)).answer, 'silence');
    assert.equal((await answer('claude-code', of('write_item', {}), [], policy)).answer, 'deny');
  });

  it('refuses an unknown client, a missing option and an unknown one', async () => {
    for (const words of [['--client', 'zed'], ['--server', ''], ['--ask', 'me'], ['--nonsense']]) {
      const { code, error } = await hook('claude-code', {}, words);
      assert.equal(code, 2);
      assert.notEqual(error, '');
    }
  });

  it('refuses a call larger than the limit', async () => {
    const { code, error } = await hook('claude-code', `"${'x'.repeat(limits.hookBytes)}"`);
    assert.equal(code, 2);
    assert.match(error, /larger than/);
  });

  it('lets no call through whose arguments are nested too deep to walk', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    const input = `{"tool_name":"mcp__stub__write_item","tool_input":${deep}}`;
    const { code, text } = await hook('claude-code', input);
    assert.ok(code === 2 || text.includes('"deny"'));
  });

  it('refuses by itself when the call never comes, before the client gives up on it', async () => {
    const words = ['hook', '--client', 'codex', '--policy', fivefold, '--server', 'stub'];
    const child = spawn(process.execPath, [guard, ...words], { stdio: ['pipe', 'ignore', 'pipe'] });
    const said = Array.fromAsync(child.stderr.setEncoding('utf8'));
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 2);
    assert.match((await said).join(''), /Placard refused the call: no call was read/);
  });
});
