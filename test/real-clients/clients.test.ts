import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { bundleGuard } from '../../src/commands/guard-bundle.ts';
import type { Policy, ToolRule } from '../../src/model/policy.ts';
import { formats } from '../../src/policy/formats.ts';
import { fiveRules, sampleRule } from '../policy/sample-policy.ts';
import { testedClaudeCode, testedClaudeCodeHook } from './claude-code.ts';
import { provedVersion, type TestedClient } from './client.ts';
import { testedCodex } from './codex.ts';
import { testedCopilotCli } from './copilot-cli.ts';
import { installed } from './installed.ts';
import { testedOpencode } from './opencode.ts';
import { run } from './run.ts';
import type { Step } from './scripted-model.ts';
import { stubPolicy } from './stub-policy.ts';

const clients = [testedClaudeCode, testedCodex, testedCopilotCli, testedOpencode];

/** Two calls a day, so that the third is too many at whatever moment of a minute the test runs. */
const twice: ToolRule['limits'] = [{ counter: 'write_item', window: 'day', max: 2, scope: 'grant' }];
const rules: Policy['tools'] = fiveRules.tools;
const write = (env: string): Step => ['write_item', { env }];
const closed: Step[] = [
  ['delete_item', {}],
  ['wipe_item', {}],
];

describe('real clients under our exports', { concurrency: 1 }, () => {
  const tools = { clients: '', guard: '' };
  const guardFolder = mkdtempSync(join(tmpdir(), 'placard-guard-'));
  let policy: Policy;
  before(async () => {
    tools.clients = installed(clients);
    tools.guard = (await bundleGuard(guardFolder)).file;
    policy = await stubPolicy({ ...rules, write_item: { ...rules.write_item, limits: twice } });
  });
  after(() => {
    rmSync(guardFolder, { recursive: true, force: true });
  });

  it('are all those that a format says it was proved with here', () => {
    const proved = formats.filter(({ proofs }) =>
      proofs.some((proof) => 'by' in proof && proof.by === 'npm run test:clients'),
    );
    const tested = [...clients, testedClaudeCodeHook].map(({ format }) => format.id);
    assert.deepEqual(proved.map(({ id }) => id).sort(), tested.sort());
  });

  const holdsWithGuard = async (client: TestedClient): Promise<void> => {
    const steps: Step[] = [
      ...[write('dev'), write('prod'), ['write_item', {}] as const, write('staging'), write('dev')],
      ...[['read_item', {}] as const, ...closed, ['exec_item', {}] as const],
    ];
    const made = await run(client, { policy, withGuard: true }, steps, tools);
    assert.deepEqual(made.executed, [write('dev'), write('staging'), ['read_item', {}]], made.printed);
    assert.match(made.answers[1] ?? '', /Production stays with people/);
    assert.match(made.answers[4] ?? '', /No more than 2 of these calls/);
  };

  it('hold it with the hook alone, beside own rules that allow the server', () =>
    holdsWithGuard(testedClaudeCodeHook));

  it('never offer a tool whose definition changed, with the proxy in front', async () => {
    const changed = await stubPolicy({});
    const readItem = { ...sampleRule(), definition: 'ab'.repeat(32) };
    const stale = { ...changed, tools: { ...changed.tools, read_item: readItem } };
    const steps: Step[] = [['read_item', {}], write('dev')];
    const made = await run(testedOpencode, { policy: stale, withGuard: true }, steps, tools);
    assert.deepEqual(made.executed, [write('dev')], made.printed);
    assert.ok(!made.offered.includes('read_item'));
  });

  for (const client of clients)
    describe(`${client.format.name} ${provedVersion(client.format)}`, () => {
      it('makes every call of a server whose tools are all allowed', async () => {
        const open = await stubPolicy({});
        const steps: Step[] = [['read_item', {}], write('prod'), ['exec_item', {}], ...closed];
        const { executed, printed } = await run(client, { policy: open, withGuard: false }, steps, tools);
        assert.deepEqual(executed, steps, printed);
      });

      it('makes what is allowed and neither what is asked about, denied nor hidden', async () => {
        const steps: Step[] = [['read_item', {}], ...closed, write('dev'), ['exec_item', {}]];
        const made = await run(client, { policy, withGuard: false }, steps, tools);
        assert.deepEqual(made.executed, [['read_item', {}]], made.printed);
        assert.deepEqual(made.offered.sort(), ['exec_item', 'read_item', 'write_item']);
        assert.ok(made.answers.length >= 3, `The client stopped after ${made.answers.length} answers.`);
      });

      it('makes with the guard neither a call with a bad argument nor one over the limit', async () => {
        await holdsWithGuard(client);
      });
    });
});
