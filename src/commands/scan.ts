import { chooseJudge, judgeNames } from '../../classifier/judges.ts';
import { obscurity } from '../lock/verify.ts';
import type { RiskLevel } from '../model/risks.ts';
import type { ScannedServer } from '../model/scanned.ts';
import { scanFindings } from '../report/findings.ts';
import { serverText } from '../report/tools.ts';
import { scanAll } from '../scan/scan-all.ts';
import { ceilingOf, exceededExit, exceeds, failOnOption } from '../terminal/ceiling.ts';
import { exitCodes, parseCommand } from '../terminal/command.ts';
import type { Command } from '../terminal/program.ts';
import { toStandardError } from '../terminal/progress.ts';
import { sarifOption, writeSarif } from './sarif-file.ts';
import { interruption, scanningHere } from './scanning.ts';
import { splitWords, targetOptions, targetsOf } from './targets.ts';

const facts = {
  usage: 'placard scan [options] [TARGET …] [-- COMMAND …]',
  summary: `Lists the tools of servers as they are now and rates them: those that your clients are configured with, or others. A TARGET is an npm package (NAME or NAME@VERSION), a web address
or a script of Node.js; COMMAND is what a client would start. Packages are installed without their install scripts. What is
started runs in a sandbox without network, with nothing of this machine but its own folder, read-only, and with no value of your
environment. Addresses are asked without credentials.`,
  options: {
    'fail-on': failOnOption,
    json: { type: 'boolean', help: 'Print one JSON object with all servers, tools and evidence.' },
    sarif: sarifOption,
    ...targetOptions,
    judge: {
      type: 'string',
      value: judgeNames,
      help: 'Who rates. Default: model. openai needs OPENAI_API_KEY.',
    },
  },
  positionals: true,
  examples: [
    { line: 'placard scan', does: 'Every server of your clients, each in the sandbox or at its address.' },
    {
      line: 'placard scan -- npx -y @modelcontextprotocol/server-filesystem .',
      does: 'Starts a package in the sandbox.',
    },
    { line: 'placard scan https://mcp.example.com/mcp', does: 'Asks a remote server.' },
    { line: 'placard scan ./server.js --fail-on high', does: 'For a pipeline: exit code 4 from High on.' },
  ],
  exits: [
    { code: exitCodes.failed, when: 'A server could not be listed, or lists what is no usable tool.' },
    exceededExit,
  ],
} as const;

/** What ends the command: a graver risk than was let pass, or a server of which nothing is known. */
function exitCodeOf(servers: readonly ScannedServer[], ceiling: RiskLevel | null): number {
  const risks = servers.flatMap(({ tools }) => tools.map(({ classification }) => classification.risk));
  if (risks.some((risk) => exceeds(risk, ceiling))) return exitCodes.exceeded;
  return servers.every((server) => obscurity(server) === null) ? exitCodes.done : exitCodes.failed;
}

async function run(given: readonly string[]): Promise<void> {
  const { own, command } = splitWords(given);
  const parsed = parseCommand(facts, own);
  if (parsed === null) return;
  const { values, positionals } = parsed;
  const ceiling = ceilingOf(values['fail-on']);
  const targets = targetsOf(positionals, command, values);
  const { judge } = chooseJudge(values.judge ?? 'model', process.env);
  const servers = await scanAll(targets, scanningHere(), { judge, told: toStandardError }, interruption());
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ servers })}\n` : servers.map(serverText).join('\n'),
  );
  const findings = servers.flatMap((server, at) => {
    const { file = null, line = null } = targets[at] ?? {};
    return scanFindings(server, ceiling ?? 'Medium', { file, line });
  });
  writeSarif(values.sarif, findings);
  process.exitCode = exitCodeOf(servers, ceiling);
}

/** `scan`. */
export const command: Command = { facts, run };
