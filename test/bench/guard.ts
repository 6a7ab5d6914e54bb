import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { bundleGuard } from '../../src/commands/guard-bundle.ts';
import { countersIn } from '../../src/guard/counters.ts';
import { judge } from '../../src/guard/judge.ts';
import { auditLogIn } from '../../src/guard/proxy/audit.ts';
import { parseCommand } from '../../src/terminal/command.ts';
import { count } from '../../src/terminal/progress.ts';
import type { Limit } from '../../src/model/policy.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { policyOf } from '../../src/policy/recommend.ts';
import { readRuleset } from '../../src/policy/ruleset.ts';
import { publishedServers, sampleConstraint, samplePolicy, sampleRule } from '../policy/sample-policy.ts';

const command = {
  usage: 'npm run bench -- guard',
  summary:
    'Measures what the guard costs: a decision, a hook from start to answer, and a call through the proxy.',
  options: {},
} as const;

/** The median and the value that one in a hundred exceeds, in milliseconds. */
interface Spread {
  p50: number;
  p99: number;
}

function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Times of work that is done again and again, after a tenth of it that is not counted. */
async function timed(times: number, work: (turn: number) => Promise<void> | void): Promise<Spread> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await work(turn);
    taken.push(performance.now() - began);
  }
  return spread(taken.slice(times / 10));
}

const row = (name: string, { p50, p99 }: Spread, note = ''): string =>
  `${name.padEnd(46)} ${p50.toFixed(3).padStart(9)} ${p99.toFixed(3).padStart(9)}  ${note}`;

const busy: Limit[] = [
  { counter: 'calls', window: 'minute', max: 100_000, scope: 'grant' },
  { counter: 'calls', window: 'day', max: 100_000, scope: 'grant' },
];

async function measureDecisions(folder: string): Promise<string[]> {
  const [server] = publishedServers().toSorted((a, b) => b.tools.length - a.tools.length);
  if (server === undefined) return [];
  const rules = readRuleset(policyOf(server, 'balanced'));
  const names = [...rules.tools.keys()];
  const own = readRuleset(
    samplePolicy({ write: sampleRule({ constraints: [sampleConstraint()], limits: busy }) }),
  );
  const call = { tool: 'write', arguments: { env: 'dev' }, definition: null };
  const audit = auditLogIn(join(folder, 'audit.jsonl'), { names: [], all: false }, () => new Date());
  const line = { server: 'x', grant: 'x', tool: 'write', decision: 'allow', rule: '/', reason: '' } as const;
  const counted = (grant: string) => (): void => {
    judge(own, call, countersIn(folder, grant), new Date());
  };
  const situation = { now: Date.now(), counters: new Map() };
  const rows = [
    row(
      `evaluate, a policy of ${count(names.length, 'tool')}`,
      await timed(20_000, (turn) => {
        const tool = names[turn % names.length] ?? '';
        evaluate(rules, { tool, arguments: { path: '/x', query: 'y' }, definition: null }, situation);
      }),
    ),
    row('decide and count under two limits', await timed(100, counted('few')), 'first 100 calls'),
    row('decide and count under two limits', await timed(3_000, counted('many')), 'first 3,000 calls'),
    row(
      'write one audit line',
      await timed(5_000, () => {
        audit.write({ ...line, arguments: call.arguments });
      }),
    ),
  ];
  return rows;
}

async function measureHook(guard: string, folder: string): Promise<string[]> {
  const policy = join(folder, 'policy.json');
  const rule = sampleRule({ constraints: [sampleConstraint()], limits: busy });
  writeFileSync(policy, JSON.stringify(samplePolicy({ write: rule })));
  const input = JSON.stringify({ tool_name: 'mcp__stub__write', tool_input: { env: 'prod' } });
  const words = [
    'hook',
    '--client',
    'claude-code',
    '--policy',
    policy,
    '--server',
    'stub',
    '--state',
    folder,
  ];
  const bare = await timed(30, () => void spawnSync(process.execPath, ['-e', '0']));
  const hook = await timed(30, () => {
    const { stdout } = spawnSync(process.execPath, [guard, ...words], { input });
    if (!stdout.includes('"deny"')) throw new Error('the hook did not deny');
  });
  return [row('Node.js alone, start to end', bare), row('hook, start to answer', hook)];
}

async function connected(words: readonly string[]): Promise<Client> {
  const [file = '', ...rest] = words;
  const client = new Client({ name: 'bench', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StdioClientTransport({ command: file, args: rest }));
  return client;
}

async function measureProxy(guard: string, folder: string): Promise<string[]> {
  const server = [process.execPath, fileURLToPath(new URL('../guard/servers/newest.ts', import.meta.url))];
  const policy = join(folder, 'count.json');
  const limits = busy.map(({ counter, window, max, scope }) => ({ counter, window, max, scope }));
  writeFileSync(policy, JSON.stringify({ version: '1', default: 'deny', tools: { count: { limits } } }));
  const words = ['proxy', '--policy', policy, '--state', folder, '--', ...server];
  const direct = await connected(server);
  const guarded = await connected([process.execPath, guard, ...words]);
  const call = (client: Client) => async (): Promise<void> => {
    const { isError } = await client.callTool({ name: 'count', arguments: {} });
    if (isError === true) throw new Error('the call was refused');
  };
  const without = await timed(1_000, call(direct));
  const within = await timed(1_000, call(guarded));
  await Promise.all([direct.close(), guarded.close()]);
  const ratio = `${(within.p50 / without.p50).toFixed(2)} times direct at the median`;
  return [
    row('call of a server, direct', without),
    row('call of a server, through the proxy', within, ratio),
  ];
}

/** Runs the measurement and prints it as a table of milliseconds. */
export async function runGuardBench(words: readonly string[]): Promise<void> {
  if (parseCommand(command, words) === null) return;
  const folder = mkdtempSync(join(tmpdir(), 'placard-bench-'));
  try {
    const { file, bytes } = await bundleGuard(folder);
    const rows = [
      ...(await measureDecisions(join(folder, 'decisions'))),
      ...(await measureHook(file, folder)),
      ...(await measureProxy(file, folder)),
    ];
    const head = `${`${Math.round(bytes / 1000)} kB in one file; milliseconds`.padEnd(46)}       p50       p99`;
    process.stdout.write(`${[head, ...rows].join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
