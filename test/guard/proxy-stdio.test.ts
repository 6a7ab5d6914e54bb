import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Client, ClientOptions } from '@modelcontextprotocol/client';
import type { Policy } from '../../src/model/policy.ts';
import { policyOf } from '../../src/policy/recommend.ts';
import { publishedServers, sampleConstraint } from '../policy/sample-policy.ts';
import { guardAlone, policyFile, workFolder } from './guarding.ts';
import { auditLines, call, connectStdio, policyFor, servers } from './proxied.ts';

const guard = await guardAlone();
const folder = workFolder();
const limit = { counter: 'writes', window: 'day', max: 2, scope: 'grant' } as const;

let proxies = 0;
interface Setting {
  policy: Policy;
  server: readonly string[];
  state?: string;
  words?: readonly string[];
  options?: ClientOptions;
}

/** A client behind the proxy, and the proxy's audit log. */
async function behind({ policy, server, state, words = [], options }: Setting) {
  const number = (proxies += 1);
  const kept = state ?? join(folder, `state-${number}`);
  const file = policyFile(folder, policy, `policy-${number}.json`);
  const own = ['proxy', '--policy', file, '--state', kept, ...words];
  const client = await connectStdio([process.execPath, guard, ...own, '--', ...server], options);
  return { client, log: join(kept, 'audit.jsonl') };
}

const names = async (client: Client): Promise<string[]> => {
  const { tools } = await client.listTools();
  return tools.map(({ name }) => name).sort();
};

const filesystem = await policyFor(servers.filesystem, {
  write_file: {
    limits: [limit],
    constraints: [sampleConstraint({ argument: ['path'], op: 'regex', value: '^/home/[a-z]+[.]txt$' })],
  },
  read_text_file: {},
  create_directory: { decision: 'ask' },
  move_file: { decision: 'deny' },
  edit_file: { decision: 'hide' },
  list_directory: { definition: '0'.repeat(64) },
});

describe('the proxy in front of the real file server', { concurrency: 3 }, () => {
  it('lets an allowed call through, and refuses a bad argument and the call over the limit', async () => {
    const { client, log } = await behind({ policy: filesystem, server: servers.filesystem });
    const write = (path: string, content: string) => call(client, 'write_file', { path, content });
    assert.match((await write('/home/a.txt', 'first')).text, /Successfully wrote/);
    assert.match((await write('/etc/a.txt', 'outside')).text, /Placard refused write_file: .*constraints\/0/);
    assert.match((await write('/home/a.txt', 'second')).text, /Successfully wrote/);
    const third = await write('/home/a.txt', 'third');
    assert.ok(third.isError);
    assert.match(third.text, /\(\/tools\/write_file\/limits\/0\)/);
    assert.equal((await call(client, 'read_text_file', { path: '/home/a.txt' })).text.trim(), 'second');
    assert.deepEqual(
      auditLines(log).map(({ tool, decision, rule }) => [tool, decision, rule]),
      [
        ['write_file', 'allow', '/tools/write_file'],
        ['write_file', 'deny', '/tools/write_file/constraints/0'],
        ['write_file', 'allow', '/tools/write_file'],
        ['write_file', 'deny', '/tools/write_file/limits/0'],
        ['read_text_file', 'allow', '/tools/read_text_file'],
      ],
    );
  });

  it('hides or refuses what the policy says, tools it does not name, and tools that are not the same any more', async () => {
    const { client, log } = await behind({ policy: filesystem, server: servers.filesystem });
    assert.deepEqual(await names(client), ['create_directory', 'move_file', 'read_text_file', 'write_file']);
    const rules = {
      create_directory: '/tools/create_directory',
      move_file: '/tools/move_file/decision',
      edit_file: '/tools/edit_file/decision',
      get_file_info: '/default',
      list_directory: '/tools/list_directory/definition',
      'no such tool': '/default',
    };
    for (const [name, rule] of Object.entries(rules)) {
      const { isError, text } = await call(client, name, { path: '/home' });
      assert.ok(isError, name);
      assert.ok(text.endsWith(`(${rule})`), text);
      if (name === 'create_directory') assert.match(text, /nobody can be asked here/);
    }
    assert.deepEqual(
      auditLines(log).map(({ rule }) => rule),
      Object.values(rules),
    );
  });

  it('asks a person where the client can, shows the arguments, and does what the person says', async () => {
    const answers = [
      { action: 'accept', content: { allow: true } },
      { action: 'accept', content: { allow: false } },
      { action: 'decline' },
    ] as const;
    const options = { capabilities: { elicitation: { form: {} } } };
    const { client, log } = await behind({ policy: filesystem, server: servers.filesystem, options });
    const asked: string[] = [];
    client.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params.message);
      return answers[asked.length - 1] ?? { action: 'cancel' };
    });
    const results = [];
    for (const path of ['/home/one', '/home/two', '/home/three'])
      results.push(await call(client, 'create_directory', { path }));
    assert.deepEqual(
      results.map(({ isError }) => isError),
      [false, true, true],
    );
    assert.match(asked[0] ?? '', /create_directory.*"path":"\/home\/one"/);
    assert.deepEqual(
      auditLines(log).map(({ decision }) => decision),
      ['allow', 'deny', 'deny'],
    );
  });

  it('leaves asking to the client when it is told that the client asks', async () => {
    const { client } = await behind({
      ...{ policy: filesystem, server: servers.filesystem, words: ['--ask', 'client'] },
    });
    const { isError } = await call(client, 'create_directory', { path: '/home/new' });
    assert.equal(isError, false);
  });

  it('keeps counting where a killed proxy left off, and apart for another name', async () => {
    const setting = { policy: filesystem, server: servers.filesystem, state: join(folder, 'kept') };
    const write = async (words: readonly string[] = []): Promise<boolean> => {
      const { client } = await behind({ ...setting, words });
      const { isError } = await call(client, 'write_file', { path: '/home/a.txt', content: '' });
      const { transport } = client;
      assert.ok(transport !== undefined && 'pid' in transport);
      process.kill(transport.pid as number, 'SIGKILL');
      return isError;
    };
    assert.deepEqual([await write(), await write(), await write()], [false, false, true]);
    assert.equal(await write(['--name', 'another']), false);
  });

  it('writes no secret down', async () => {
    const secrets = {
      path: '/home/a.txt',
      content: 'ghp_0123456789abcdefghijklmn and https://me:hunter2@example.org/',
      password: 'hunter2',
      nested: { apiKey: 'hunter2', list: [{ authorization: 'hunter2' }] },
      note: 'plain',
      unsaid: 'hunter2',
    };
    const { client, log } = await behind({
      ...{ policy: filesystem, server: servers.filesystem, words: ['--redact', 'unsaid'] },
    });
    await call(client, 'write_file', secrets);
    const text = readFileSync(log, 'utf8');
    assert.doesNotMatch(text, /hunter2|ghp_/);
    assert.match(text, /"path":"\/home\/a.txt".*"note":"plain"/);
  });

  it('lets no call through when the audit log cannot be written', async () => {
    if (process.platform !== 'linux') return; // there is no other device that is always full
    const { client } = await behind({
      ...{ policy: filesystem, server: servers.filesystem, words: ['--audit', '/dev/full'] },
    });
    const { isError, text } = await call(client, 'write_file', { path: '/home/b.txt', content: 'x' });
    assert.ok(isError);
    assert.match(text, /The audit log cannot be written: ENOSPC/);
  });

  it('lets no call through when calls cannot be counted', async () => {
    const state = join(folder, 'uncounted');
    mkdirSync(state);
    const { client, log } = await behind({ policy: filesystem, server: servers.filesystem, state });
    await call(client, 'write_file', { path: '/home/b.txt', content: 'x' });
    const [grant] = readdirSync(state).filter((name) => /^[0-9a-f]{32}$/.test(name));
    assert.ok(grant);
    rmSync(join(state, grant), { recursive: true });
    writeFileSync(join(state, grant), '');
    const { isError, text } = await call(client, 'write_file', { path: '/home/b.txt', content: 'x' });
    assert.ok(isError);
    assert.match(text, /Calls cannot be counted: /);
    assert.equal(auditLines(log).at(-1)?.decision, 'deny');
  });
});

describe('the proxy with a policy of the catalogue', () => {
  it('recognises the very tools that the catalogue has seen', async () => {
    const server = publishedServers().find(({ id }) => id === 'npm:@modelcontextprotocol/server-filesystem');
    assert.ok(server);
    const policy = policyOf(server, 'balanced');
    const shown = Object.entries(policy.tools).filter(([, { decision }]) => decision !== 'hide');
    const { client } = await behind({ policy, server: servers.filesystem });
    assert.deepEqual(await names(client), shown.map(([name]) => name).sort());
  });
});

describe('the proxy in front of the real everything server', () => {
  it('passes on prompts, resources, completions, logging and progress', async () => {
    const policy = await policyFor(servers.everything, {
      echo: {},
      'trigger-long-running-operation': {},
    });
    const { client } = await behind({ policy, server: servers.everything });
    assert.deepEqual(await names(client), ['echo', 'trigger-long-running-operation']);
    assert.match((await call(client, 'echo', { message: 'hello' })).text, /hello/);
    assert.ok((await client.listPrompts()).prompts.length > 0);
    const { resources } = await client.listResources();
    const [resource] = resources;
    assert.ok(resource);
    assert.ok((await client.readResource({ uri: resource.uri })).contents.length > 0);
    const steps: number[] = [];
    const given = { name: 'trigger-long-running-operation', arguments: { duration: 0.3, steps: 3 } };
    await client.callTool(given, { onprogress: ({ progress }) => void steps.push(progress) });
    assert.equal(steps[0], 1); // the client may drop those that come with the answer
  });

  it('passes on cancellation', async () => {
    const policy = await policyFor(servers.everything, { 'trigger-long-running-operation': {}, echo: {} });
    const { client } = await behind({ policy, server: servers.everything });
    const given = { name: 'trigger-long-running-operation', arguments: { duration: 60, steps: 60 } };
    const abort = new AbortController();
    const waiting = client.callTool(given, {
      signal: abort.signal,
      onprogress: () => {
        abort.abort(new Error('enough'));
      },
    });
    await assert.rejects(waiting, /enough/);
    assert.match((await call(client, 'echo', { message: 'still here' })).text, /still here/);
  });
});

describe('the proxy in front of a server of the newest revision', () => {
  const rules = { count: { limits: [limit] }, ask: { limits: [limit] }, progress: {} };

  it('speaks that revision, refuses and counts as ever', async () => {
    const policy = await policyFor(servers.newest, rules);
    const { client } = await behind({ policy, server: servers.newest });
    assert.equal(client.getNegotiatedProtocolVersion(), '2026-07-28');
    assert.deepEqual(await names(client), ['ask', 'count', 'progress']);
    const texts = [];
    for (let turn = 0; turn < 3; turn += 1) texts.push(await call(client, 'count'));
    assert.deepEqual(
      texts.map(({ isError }) => isError),
      [false, false, true],
    );
    assert.ok((await call(client, 'wait')).isError);
    assert.equal((await client.getPrompt({ name: 'greeting' })).messages.length, 1);
  });

  it('asks in return, and the answer is good for the same call once', async () => {
    const policy = await policyFor(servers.newest, { count: { decision: 'ask', limits: [limit] } });
    const options = { capabilities: { elicitation: { form: {} } } };
    const { client, log } = await behind({ policy, server: servers.newest, options });
    const allow = [true, false, true];
    client.setRequestHandler('elicitation/create', () => ({
      ...{ action: 'accept' as const, content: { allow: allow.shift() ?? false } },
    }));
    const results = [];
    for (let turn = 0; turn < 4; turn += 1) results.push(await call(client, 'count'));
    assert.deepEqual(
      results.map(({ isError }) => isError),
      [false, true, false, true],
    );
    assert.equal(results[2]?.text, '2');
    assert.equal(auditLines(log).at(-1)?.rule, '/tools/count/limits/0');
  });

  it('passes a question of the server on and counts the call once', async () => {
    const policy = await policyFor(servers.newest, rules);
    const options = { capabilities: { elicitation: { form: {} } } };
    const { client } = await behind({ policy, server: servers.newest, options });
    client.setRequestHandler('elicitation/create', () => ({
      ...{ action: 'accept' as const, content: { colour: 'red' } },
    }));
    assert.match((await call(client, 'ask')).text, /answered .*red.* 1$/);
    assert.match((await call(client, 'ask')).text, /answered .*red.* 2$/);
    assert.ok((await call(client, 'ask')).isError);
  });
});

describe('the proxy', () => {
  it('ends with an error when its server ends', async () => {
    const policy = await policyFor(servers.newest, { count: {} });
    const ended = behind({ policy, server: [process.execPath, '-e', 'process.exit(3)'] });
    await assert.rejects(ended);
  });
});
