import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { exitCodes, parseCommand, runCommand, UserError } from '../terminal/command.ts';
import { duration, toStandardError } from '../terminal/progress.ts';

const command = {
  usage: 'node src/commands/side-by-side.ts SCRIPT...',
  summary:
    'Runs scripts of package.json, as many at once as there are cores. What one says is shown when it has ended. Fails when one of them does.',
  options: {},
  positionals: true,
} as const;

/** Runs one script to its end, shows what it said, and resolves to whether it succeeded. */
async function succeeds(script: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--run', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const end = code === 0 ? 'passed' : 'FAILED';
  process.stdout.write(Buffer.concat(said));
  toStandardError(`${script}: ${end}, ${duration(performance.now() - started)}`);
  return code === 0;
}

async function runAll(scripts: readonly string[]): Promise<void> {
  if (scripts.length === 0) throw new UserError(`Which scripts?\n\nUsage: ${command.usage}`, exitCodes.usage);
  const queue = new PQueue({ concurrency: availableParallelism() });
  const ends = await queue.addAll(
    scripts.map((script) => async () => ({ script, done: await succeeds(script) })),
  );
  const failed = ends.filter(({ done }) => !done).map(({ script }) => script);
  if (failed.length > 0)
    throw new UserError(`Failed: ${failed.join(', ')}. What each says stands above.`, exitCodes.failed);
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) await runAll(given.positionals);
});
