import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Exported } from '../../src/policy/format.ts';
import { lint } from '../../src/policy/lint/lint.ts';
import { testedClaudeCode } from './claude-code.ts';
import { alias, type TestedClient } from './client.ts';
import { testedCodex } from './codex.ts';
import { installed } from './installed.ts';
import { testedOpencode } from './opencode.ts';
import { runExported } from './run.ts';
import type { Step } from './scripted-model.ts';

const clients = [testedClaudeCode, testedCodex, testedOpencode];

const file = (name: string, text: string): Exported => ({
  files: [{ name, language: 'json', text, destination: 'Where the client reads it.' }],
  fill: [],
  warnings: [],
});
const settings = (value: object): Exported => file('settings.json', JSON.stringify(value));
const hook = (command: string): object => ({
  PreToolUse: [{ matcher: `mcp__${alias}__.*`, hooks: [{ type: 'command', command }] }],
});
const prod: Step = ['write_item', { env: 'prod' }];
const own = { allow: [`mcp__${alias}`] };

interface Seen {
  trap: string;
  client: TestedClient;
  exported: Exported;
  /** Whether the call is made all the same. */
  isMade: boolean;
}

const seen: Seen[] = [
  {
    trap: 'Claude Code makes a call that a rule with conditions on arguments denies',
    client: testedClaudeCode,
    exported: settings({ permissions: { ...own, deny: [`mcp__${alias}__write_item(env:prod)`] } }),
    isMade: true,
  },
  {
    trap: 'Claude Code does not make a call because every server is allowed by a pattern',
    client: testedClaudeCode,
    exported: settings({ permissions: { allow: ['mcp__*'] } }),
    isMade: false,
  },
  {
    trap: 'Claude Code makes a call whose hook ends with 1',
    client: testedClaudeCode,
    exported: settings({ permissions: own, hooks: hook('exit 1') }),
    isMade: true,
  },
  {
    trap: 'Claude Code makes a call whose hook’s matcher is the bare name of the server',
    client: testedClaudeCode,
    exported: settings({
      permissions: own,
      hooks: {
        PreToolUse: [
          { matcher: `mcp__${alias}`, hooks: [{ type: 'command', command: 'echo no >&2; exit 2' }] },
        ],
      },
    }),
    isMade: true,
  },
  {
    trap: 'Codex makes a call whose hook ends with 2 and no word',
    client: testedCodex,
    exported: {
      ...settings({}),
      files: [
        ...file('hooks.json', JSON.stringify({ description: 'For codex', hooks: hook('exit 2') })).files,
        ...file('config.toml', `[mcp_servers.${alias}]\ndefault_tools_approval_mode = "approve"\n`).files,
      ],
    },
    isMade: true,
  },
  {
    trap: 'OpenCode makes a call that a later pattern allows',
    client: testedOpencode,
    exported: file(
      'opencode.json',
      JSON.stringify({ permission: { [`${alias}_write_item`]: 'deny', [`${alias}_*`]: 'allow' } }),
    ),
    isMade: true,
  },
  {
    trap: 'OpenCode makes a call whose argument a pattern denies',
    client: testedOpencode,
    exported: file(
      'opencode.json',
      JSON.stringify({ permission: { [`${alias}_write_item`]: { '*': 'allow', prod: 'deny' } } }),
    ),
    isMade: true,
  },
];

describe('traps, seen in the clients themselves', { concurrency: 1 }, () => {
  let folder = '';
  before(() => {
    folder = installed(clients);
  });

  for (const { trap, client, exported, isMade } of seen)
    it(trap, async () => {
      const made = await runExported(client, exported, [prod], { clients: folder, guard: '' });
      assert.deepEqual(made.executed, isMade ? [prod] : [], made.printed);
      const { findings } = lint(exported.files[0]?.text ?? '', []);
      assert.ok(findings.some(({ kind }) => kind === 'ignored' || kind === 'open'));
    });
});
