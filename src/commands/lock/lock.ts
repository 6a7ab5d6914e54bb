import { chooseJudge } from '../../../classifier/judges.ts';
import type { Judge } from '../../../classifier/judge.ts';
import { lockedServer, lockText } from '../../lock/write.ts';
import { obscurity, verified } from '../../lock/verify.ts';
import { visible } from '../../model/display.ts';
import type { Lock } from '../../model/lock.ts';
import type { ScannedServer } from '../../model/scanned.ts';
import { verifiedText } from '../../report/verified.ts';
import { serverText } from '../../report/tools.ts';
import { ratedTools } from '../../scan/rated.ts';
import { type NamedTarget, scanAll } from '../../scan/scan-all.ts';
import { parseCommand, UserError } from '../../terminal/command.ts';
import type { Command } from '../../terminal/program.ts';
import { toStandardError } from '../../terminal/progress.ts';
import { interruption, scanningHere } from '../scanning.ts';
import { splitWords, targetOptions, targetsOf } from '../targets.ts';
import { replaceFile } from '../replace-file.ts';
import { fileOption, lockFile, lockIn } from './file.ts';

const facts = {
  usage: 'placard lock [options] [TARGET …] [-- COMMAND …]',
  summary: `Lists servers as "placard scan" does and writes down every definition, so that a team can review and approve it. Without a
TARGET it lists the servers of the lock again, or, where there is none yet, those of the clients' configurations. Prints what
differs from the lock before. When one server cannot be listed, nothing is written.
"placard lock verify" fails when a server lists anything else.`,
  options: {
    file: fileOption,
    ...targetOptions,
    remove: { type: 'string', multiple: true, value: 'NAME', help: 'Takes a server out of the lock.' },
  },
  positionals: true,
  examples: [
    {
      line: 'placard lock --name files -- npx -y @modelcontextprotocol/server-filesystem@2026.8.31 .',
      does: 'Locks one server, or adds it to the lock.',
    },
    { line: 'placard lock --config .mcp.json', does: 'Locks every server of a project.' },
    { line: 'placard lock', does: 'Approves what the locked servers list now.' },
  ],
} as const;

/** The servers to list: those named; else those of the lock; else those that are configured. */
function wanted(
  lock: Lock | null,
  given: readonly string[],
  command: readonly string[],
  values: Parameters<typeof targetsOf>[2],
): Pick<NamedTarget, 'name' | 'target'>[] {
  const isNamed = given.length > 0 || command.length > 0 || values.config !== undefined;
  if (isNamed || lock === null) return targetsOf(given, command, values);
  return Object.entries(lock.servers).map(([name, { target }]) => ({ name, target }));
}

function assertDistinct(targets: readonly Pick<NamedTarget, 'name'>[]): void {
  const names = targets.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return;
  throw new UserError(
    `Two servers are called ${visible(twice)}. Lock them one after the other, each with its --name.`,
  );
}

/** @throws UserError when a server could not be listed or lists what cannot be kept. */
function assertListed(servers: readonly ScannedServer[]): void {
  const failed = servers.filter((server) => obscurity(server) !== null);
  if (failed.length === 0) return;
  process.stdout.write(failed.map(serverText).join('\n'));
  throw new UserError('Nothing was written, because not all that the servers list is known.');
}

/** What differs from the lock before, server by server. */
async function differencesFrom(
  lock: Lock | null,
  servers: readonly ScannedServer[],
  judge: Judge,
): Promise<string> {
  const texts = await Promise.all(
    servers.map(async (server) => {
      const locked = lock?.servers[server.name];
      if (locked === undefined) return serverText(server);
      const definitions = locked.tools.map(({ definition }) => definition);
      const approved = await ratedTools(server.name, definitions, judge, toStandardError);
      return verifiedText(verified(locked, approved, server), approved, server.tools);
    }),
  );
  return texts.join('\n');
}

async function run(given: readonly string[]): Promise<void> {
  const { own, command } = splitWords(given);
  const parsed = parseCommand(facts, own);
  if (parsed === null) return;
  const { values, positionals } = parsed;
  const file = lockFile(values.file);
  const lock = lockIn(file);
  const gone = values.remove ?? [];
  const targets = wanted(lock, positionals, command, values).filter(({ name }) => !gone.includes(name));
  assertDistinct(targets);
  const { judge } = chooseJudge('model', process.env);
  const rating = { judge, told: toStandardError };
  const servers = await scanAll(targets, scanningHere(), rating, interruption());
  assertListed(servers);
  process.stdout.write(await differencesFrom(lock, servers, judge));
  const locked = Object.fromEntries(servers.map((server) => [server.name, lockedServer(server)]));
  const kept = Object.entries(lock?.servers ?? {}).filter(([name]) => !gone.includes(name));
  const text = lockText(judge.version, { ...Object.fromEntries(kept), ...locked });
  replaceFile(file, text);
  toStandardError(`Wrote ${file}. Review it, and commit it.`);
}

/** `lock`. */
export const command: Command = { facts, run };
