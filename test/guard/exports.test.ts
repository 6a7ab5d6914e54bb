import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import type { Policy } from '../../src/model/policy.ts';
import { exportPolicy } from '../../src/policy/export.ts';
import { formats } from '../../src/policy/formats.ts';
import { guardProgram } from '../../src/policy/words.ts';
import { sampleConstraint, samplePolicy, sampleRule } from '../policy/sample-policy.ts';
import { guardAlone, workFolder } from './guarding.ts';
import { call, connectStdio, policyFor, servers } from './proxied.ts';

const guard = await guardAlone();
const alias = 'stub';
const limit = { counter: 'writes', window: 'day', max: 1, scope: 'grant' } as const;
const policy = samplePolicy({
  write_item: sampleRule({ constraints: [sampleConstraint()], limits: [limit] }),
  delete_item: sampleRule({ decision: 'deny' }),
});

function filesOf(id: string, exported: Policy) {
  const format = formats.find((each) => each.id === id);
  assert.ok(format, `there is no format ${id}`);
  return exportPolicy(exported, format, { alias, withGuard: true }).files;
}

/** Puts the guard and the policy of an export where its command looks for them. */
function install(folder: string, files: ReturnType<typeof filesOf>): void {
  mkdirSync(folder, { recursive: true });
  copyFileSync(guard, join(folder, guardProgram));
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
}

/** Every text of a JSON value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Where the guard goes in a home folder or a project, and how the client puts a call. */
const hooks: Readonly<Record<string, { place: string; put: (tool: string, given: object) => object }>> = {
  'claude-code': {
    place: '.claude',
    put: (tool, given) => ({ tool_name: `mcp__stub__${tool}`, tool_input: given }),
  },
  'claude-code-hook': {
    place: '.claude',
    put: (tool, given) => ({ tool_name: `mcp__stub__${tool}`, tool_input: given }),
  },
  codex: { place: '.codex', put: (tool, given) => ({ tool_name: `mcp__stub__${tool}`, tool_input: given }) },
  'copilot-cli': {
    place: '.copilot',
    put: (tool, given) => ({ toolName: `stub-${tool}`, toolArgs: JSON.stringify(given) }),
  },
  cursor: {
    place: '.cursor',
    put: (tool, given) => ({ tool_name: tool, tool_input: JSON.stringify(given) }),
  },
  gemini: {
    place: '.gemini',
    put: (tool, given) => ({
      ...{ tool_name: `mcp_stub_${tool}`, tool_input: given },
      mcp_context: { server_name: 'stub', tool_name: tool },
    }),
  },
};

describe('the command line of an exported hook', { concurrency: 3 }, () => {
  for (const [id, { place, put }] of Object.entries(hooks)) {
    it(`starts the guard and holds the policy: ${id}`, () => {
      const home = workFolder();
      const files = filesOf(id, policy);
      install(join(home, place), files);
      const texts = files
        .filter(({ language }) => language === 'json')
        .map(({ text }) => JSON.parse(text) as unknown);
      const [line] = textsIn(texts).filter((text) => text.includes(guardProgram) && text.startsWith('node '));
      assert.ok(line);
      const environment = {
        HOME: home,
        CLAUDE_PROJECT_DIR: home,
        PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
      };
      const run = (tool: string, given: object) => {
        const input = JSON.stringify(put(tool, given));
        const { status, stdout } = spawnSync('sh', ['-c', line], {
          env: environment,
          input,
          encoding: 'utf8',
        });
        return { status, isDenied: stdout.includes('deny') };
      };
      assert.deepEqual(run('write_item', { env: 'dev' }), { status: 0, isDenied: false });
      assert.deepEqual(run('write_item', { env: 'prod' }), { status: 0, isDenied: true });
      assert.deepEqual(run('write_item', { env: 'dev' }), { status: 0, isDenied: true });
      assert.deepEqual(run('delete_item', {}), { status: 0, isDenied: true });
      rmSync(join(home, place, guardProgram));
      assert.equal(run('write_item', { env: 'dev' }).status, 2);
    });
  }
});

describe('the command of an exported server entry', () => {
  const places = { vscode: '.vscode', opencode: '.opencode' };
  for (const [id, place] of Object.entries(places)) {
    it(`starts the server behind the guard: ${id}`, async () => {
      const project = workFolder();
      const exported = await policyFor(servers.newest, { count: { limits: [limit] } });
      const files = filesOf(id, exported);
      install(join(project, place), files);
      const texts = textsIn(
        files.map(({ text, name }) => (name.includes('placard') ? '' : (JSON.parse(text) as unknown))),
      );
      const words = texts.slice(texts.indexOf('node'), texts.indexOf('YOUR-SERVER-COMMAND'));
      assert.ok(words.length > 3, texts.join(' '));
      const inPlace = words.map((word) =>
        word.replace('${workspaceFolder}', project).replace(/^[.]opencode/, join(project, place)),
      );
      const [, ...rest] = inPlace;
      const state = ['--state', join(project, 'state')];
      const proxy = rest.flatMap((word) => (word === '--' ? [...state, word] : [word]));
      const client = await connectStdio([process.execPath, ...proxy, ...servers.newest]);
      assert.equal((await call(client, 'count')).isError, false);
      assert.equal((await call(client, 'count')).isError, true);
    });
  }
});
