import { chooseJudge } from '../../../classifier/judges.ts';
import { isApproved, verified, type Verified } from '../../lock/verify.ts';
import type { Lock } from '../../model/lock.ts';
import type { RatedTool } from '../../model/scanned.ts';
import { lockFindings } from '../../report/findings.ts';
import { verifiedText } from '../../report/verified.ts';
import { ratedTools } from '../../scan/rated.ts';
import { scanAll } from '../../scan/scan-all.ts';
import { exitCodes, parseCommand, UserError } from '../../terminal/command.ts';
import type { Command } from '../../terminal/program.ts';
import { toStandardError } from '../../terminal/progress.ts';
import { words } from '../inputs.ts';
import { sarifOption, writeSarif } from '../sarif-file.ts';
import { interruption, scanningHere } from '../scanning.ts';
import { fileOption, lockFile, lockIn } from './file.ts';

const facts = {
  usage: 'placard lock verify [options]',
  summary: `Lists every server of the lock again and fails when one of its tools was added, removed or changed, or when the same version
of a package came as another archive. Says in what the definitions differ and how the risk changed; locked and present
definitions are rated by the same judge.`,
  options: {
    file: fileOption,
    json: { type: 'boolean', help: 'Print one JSON object: {"servers":[…]}.' },
    sarif: sarifOption,
  },
  exits: [
    { code: exitCodes.failed, when: 'A server could not be listed, so nobody can tell.' },
    { code: exitCodes.exceeded, when: 'A server is not as it was approved.' },
  ],
} as const;

interface Compared {
  server: Verified;
  approved: RatedTool[];
  now: RatedTool[];
}

async function compare(lock: Lock): Promise<Compared[]> {
  const { judge } = chooseJudge('model', process.env);
  const rating = { judge, told: toStandardError };
  const entries = Object.entries(lock.servers);
  const targets = entries.map(([name, { target }]) => ({ name, target }));
  const servers = await scanAll(targets, scanningHere(), rating, interruption());
  return Promise.all(
    entries.flatMap(([name, locked], at) => {
      const now = servers[at];
      if (now === undefined) return [];
      const definitions = locked.tools.map(({ definition }) => definition);
      return [
        ratedTools(name, definitions, judge, toStandardError).then((approved) => ({
          ...{ approved, now: now.tools },
          server: verified(locked, approved, now),
        })),
      ];
    }),
  );
}

function exitCodeOf(compared: readonly Compared[]): number {
  const approvals = compared.map(({ server }) => isApproved(server));
  if (approvals.includes(false)) return exitCodes.exceeded;
  return approvals.includes(null) ? exitCodes.failed : exitCodes.done;
}

async function run(given: readonly string[]): Promise<void> {
  const parsed = parseCommand({ ...facts, positionals: true }, given);
  if (parsed === null) return;
  words(parsed.positionals, []);
  const file = lockFile(parsed.values.file);
  const lock = lockIn(file);
  if (lock === null)
    throw new UserError(`${file}: there is no such file. placard lock writes one.`, exitCodes.usage);
  const compared = await compare(lock);
  const text = compared.map(({ server, approved, now }) => verifiedText(server, approved, now)).join('\n');
  process.stdout.write(
    parsed.values.json === true
      ? `${JSON.stringify({ servers: compared.map(({ server }) => server) })}\n`
      : text,
  );
  const place = { file, line: null };
  writeSarif(
    parsed.values.sarif,
    compared.flatMap(({ server }) => lockFindings(server, place)),
  );
  process.exitCode = exitCodeOf(compared);
}

/** `lock verify`. */
export const command: Command = { facts, run };
