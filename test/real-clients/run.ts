import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../../src/model/policy.ts';
import type { Exported } from '../../src/policy/format.ts';
import { exportPolicy } from '../../src/policy/export.ts';
import { alias, type Invocation, type Place, type TestedClient } from './client.ts';
import type { Step } from './scripted-model.ts';

export interface Run {
  /** The calls that reached the server, in order. */
  executed: Step[];
  /** The tools that the model was offered. */
  offered: string[];
  /** What the client told the model of each call of the script. */
  answers: string[];
  /** Everything the client printed. */
  printed: string;
}

async function started({ command, environment }: Invocation, { home, project }: Place): Promise<string> {
  const [program, ...words] = command;
  const child = spawn(program, words, {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: home, NO_PROXY: '127.0.0.1', ...environment },
  });
  const [output, complaints] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return `${output}${complaints}`;
}

interface Installed {
  clients: string;
  guard: string;
}

/** Runs the script in a client with these files, in folders of its own. */
export async function runExported(
  client: TestedClient,
  exported: Exported,
  steps: readonly Step[],
  { clients, guard }: Installed,
): Promise<Run> {
  const root = mkdtempSync(join(tmpdir(), 'placard-client-')); // outside of this checkout, which clients would find
  const model = await client.model(steps);
  try {
    const place: Place = {
      ...{ home: join(root, 'home'), project: join(root, 'project'), log: join(root, 'calls.jsonl') },
      ...{ guard, clients, model: model.url },
    };
    for (const folder of [place.home, place.project]) mkdirSync(folder);
    writeFileSync(place.log, '');
    const printed = await started(client.prepare(exported, place), place);
    const lines = readFileSync(place.log, 'utf8').split('\n').slice(0, -1);
    const executed = lines.map((line) => JSON.parse(line) as Step);
    return { executed, offered: model.offered(), answers: model.answers(), printed };
  } finally {
    await model.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs the script in a client under an exported policy; offered are its tools, by the server's own names. */
export async function run(
  client: TestedClient,
  { policy, withGuard }: { policy: Policy; withGuard: boolean },
  steps: readonly Step[],
  tools: Installed,
): Promise<Run> {
  const made = await runExported(
    client,
    exportPolicy(policy, client.format, { alias, withGuard }),
    steps,
    tools,
  );
  const offered = Object.keys(policy.tools).filter((tool) => made.offered.includes(client.nameOf(tool)));
  return { ...made, offered };
}
