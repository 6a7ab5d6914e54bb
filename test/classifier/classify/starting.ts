import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { openStore } from '../../../src/store/sqlite.ts';
import { sampleLive } from '../../samples.ts';

/** A folder with a store of these servers, removed after the test. */
export async function folderWith(
  test: TestContext,
  servers: Record<string, ToolDefinition[]>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'placard-'));
  test.after(() => {
    rmSync(folder, { recursive: true });
  });
  const store = await openStore(join(folder, 'store.db'));
  for (const [name, tools] of Object.entries(servers)) await store.saveLive(sampleLive(name, tools), []);
  await store.close();
  return folder;
}

/** `count` tools that differ in name and description. */
export function itemTools(count: number): ToolDefinition[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `get_${index}`,
    description: `Returns item ${index}.`,
  }));
}

interface Started {
  child: ChildProcess;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

const textOf = async (stream: Readable): Promise<string> => (await Array.fromAsync(stream)).join('');

/** `npm run classify` in a process of its own, with the folder's store and a language model at an address. `lead` comes before the program. */
export function startClassify(
  folder: string,
  settings: { url: string; key?: string; model?: string; lead?: readonly string[] },
  ...words: string[]
): Started {
  const paths = ['--store', join(folder, 'store.db'), '--catalogue', join(folder, 'catalogue')];
  const { url, key = 'test-key', model = 'm', lead = [] } = settings;
  const env = { ...process.env, OPENAI_API_KEY: key, OPENAI_BASE_URL: url, OPENAI_MODEL: model };
  const [program = '', ...others] = [...lead, process.execPath, 'classifier/cli.ts', ...paths, ...words];
  const child = spawn(program, others, { env });
  const ended = Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr]) => ({ code: child.exitCode, stdout, stderr }),
  );
  return { child, ended };
}
