import { spawn } from 'node:child_process';
import { z } from 'zod';
import { isOwnHome } from '../catalogue/folder.ts';
import { risksByWeight } from '../model/risks.ts';
import { exitCodes, parseCommand, runCommand, UserError } from '../terminal/command.ts';
import { count, duration, toStandardError } from '../terminal/progress.ts';
import { parsePort, portOption, tryPort } from './port.ts';

const command = {
  usage: 'npm start -- [options]',
  summary:
    'Lists the tools of real MCP servers, rates them, builds the site and serves it. Run again, it redoes only what changed.',
  options: { port: portOption },
} as const;

/** What the crawl and the classification print with --json, as far as the closing words need it. */
const Crawled = z.object({ started: z.number(), takenOver: z.number(), unchanged: z.number() });
const Classified = z.object({
  servers: z.number(),
  tools: z.number(),
  faults: z.number(),
  risks: z.record(z.string(), z.number()),
});

/** Runs one of the programs, its progress on this terminal. Resolves to what it printed on standard output. */
async function run(program: string, words: string[], output: 'pipe' | 'inherit' = 'pipe'): Promise<string> {
  const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', output, 'inherit'] });
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  let printed = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (status) => {
      resolve(status ?? exitCodes.interrupted);
    });
  });
  process.off('SIGINT', forward).off('SIGTERM', forward);
  if (code === exitCodes.interrupted)
    throw new UserError('Stopped. What was done is kept; npm start goes on from here.', code);
  if (code !== 0)
    throw new UserError(`${program} did not finish (exit code ${code}). Its message stands above.`, code);
  return printed;
}

async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  toStandardError(`\n${title}`);
  const result = await work();
  toStandardError(`  ${duration(performance.now() - started)}`);
  return result;
}

async function start(port: number): Promise<void> {
  await tryPort(port);
  const crawled = await step('1/3 Listing tools', async () =>
    Crawled.parse(JSON.parse(await run('crawler/cli.ts', [...(isOwnHome ? [] : ['--bundled']), '--json']))),
  );
  const classified = await step('2/3 Rating them', async () =>
    Classified.parse(JSON.parse(await run('classifier/cli.ts', ['--json']))),
  );
  await step('3/3 Building the site', () => run('src/commands/build.ts', []));
  const risks = risksByWeight.map(
    (risk) => `${(classified.risks[risk] ?? 0).toLocaleString('en-GB')} ${risk}`,
  );
  toStandardError(
    [
      '',
      `${count(classified.servers, 'server')}: ${crawled.started} started and listed now, ${crawled.unchanged} unchanged since an earlier run, ${crawled.takenOver} taken from the committed catalogue.`,
      `${count(classified.tools, 'tool')}: ${risks.join(', ')}. ${count(classified.faults, 'fault')}.`,
      '',
    ].join('\n'),
  );
  await run('src/commands/preview.ts', ['--port', String(port)], 'inherit');
}

await runCommand(async () => {
  const given = parseCommand(command, process.argv.slice(2));
  if (given !== null) await start(parsePort(given.values.port));
});
