import { chooseJudge, judgeNames } from '../../classifier/judges.ts';
import { visible } from '../model/display.ts';
import type { ScannedServer } from '../model/scanned.ts';
import { serverText } from '../report/tools.ts';
import { targetOfCommand } from '../scan/command-line.ts';
import { type NamedTarget, scanAll } from '../scan/scan-all.ts';
import { targetOfWord } from '../scan/word.ts';
import { ceilingOf, exceededExit, exceeds, failOnOption } from '../terminal/ceiling.ts';
import { exitCodes, parseCommand, UserError } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';
import { interruption, scanningHere } from './scanning.ts';

const facts = {
  usage: 'placard scan [options] [TARGET …] [-- COMMAND …]',
  summary: `Lists the tools of servers as they are now and rates them. A TARGET is an npm package (NAME or NAME@VERSION), a web address
or a script of Node.js; COMMAND is what a client would start. Packages are installed without their install scripts. What is
started runs in a sandbox without network, with nothing of this machine but its own folder, read-only, and with no value of your
environment. Addresses are asked without credentials.`,
  options: {
    'fail-on': failOnOption,
    json: { type: 'boolean', help: 'Print one JSON object with all servers, tools and evidence.' },
    name: { type: 'string', value: 'NAME', help: 'What to call the server of COMMAND.' },
    env: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'A variable that COMMAND insists on; it gets a placeholder. Can be given again.',
    },
    judge: {
      type: 'string',
      value: judgeNames,
      help: 'Who rates. Default: model. openai needs OPENAI_API_KEY.',
    },
  },
  positionals: true,
  examples: [
    {
      line: 'placard scan -- npx -y @modelcontextprotocol/server-filesystem .',
      does: 'Starts a package in the sandbox.',
    },
    { line: 'placard scan https://mcp.example.com/mcp', does: 'Asks a remote server.' },
    { line: 'placard scan ./server.js --fail-on high', does: 'For a pipeline: exit code 4 from High on.' },
  ],
  exits: [{ code: exitCodes.failed, when: 'A server could not be listed.' }, exceededExit],
} as const;

function namedTarget(word: string): NamedTarget {
  const target = targetOfWord(word);
  if (target !== null) return { name: word, target };
  throw new UserError(
    `"${visible(word)}" is no npm package, web address or script. Put the command of a server after --.`,
    exitCodes.usage,
  );
}

function commandTarget(
  words: readonly string[],
  { name, env = [] }: { name?: string; env?: string[] },
): NamedTarget {
  const target = targetOfCommand(words, env);
  if (target !== null) return { name: name ?? words.join(' '), target };
  throw new UserError(
    `"${visible(words.join(' '))}" cannot be started in the sandbox: npm packages and programs of your own can. Save what the server answers to tools/list and give that to "placard diff".`,
    exitCodes.usage,
  );
}

/** What ends the command: a graver risk than was let pass, or a server of which nothing is known. */
function exitCodeOf(servers: readonly ScannedServer[], failOn: string | undefined): number {
  const ceiling = ceilingOf(failOn);
  const risks = servers.flatMap(({ tools }) => tools.map(({ classification }) => classification.risk));
  if (risks.some((risk) => exceeds(risk, ceiling))) return exitCodes.exceeded;
  return servers.every(({ state }) => state === 'listed') ? exitCodes.done : exitCodes.failed;
}

async function run(given: readonly string[]): Promise<void> {
  const at = given.includes('--') ? given.indexOf('--') : given.length;
  const parsed = parseCommand(facts, given.slice(0, at));
  if (parsed === null) return;
  const { values, positionals } = parsed;
  const command = given.slice(at + 1);
  ceilingOf(values['fail-on']);
  const targets = [
    ...positionals.map(namedTarget),
    ...(command.length === 0 ? [] : [commandTarget(command, values)]),
  ];
  if (targets.length === 0)
    throw new UserError('scan needs a TARGET or a COMMAND. --help says more.', exitCodes.usage);
  const { judge } = chooseJudge(values.judge ?? 'model', process.env);
  const servers = await scanAll(targets, scanningHere(), { judge, told: toStandardError }, interruption());
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ servers })}\n` : servers.map(serverText).join('\n'),
  );
  process.exitCode = exitCodeOf(servers, values['fail-on']);
}

/** `scan`. */
export const command: Command = { facts, run };
