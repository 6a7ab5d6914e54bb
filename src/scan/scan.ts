import { Failure } from '../../crawler/failure.ts';
import { inspect } from '../../crawler/inspect/inspect.ts';
import { ownProgram } from '../../crawler/sandbox/node-program.ts';
import type { Sandbox } from '../../crawler/sandbox/sandbox.ts';
import type { PackageTarget, ProgramTarget, Target } from '../model/target.ts';
import type { Listed, Outcome } from './listed.ts';
import { type Packages, startablePackage } from './package.ts';
import { placedProgram, type Place } from './program.ts';
import { type Asking, listRemote } from './remote.ts';
import { listScript } from './sandboxed.ts';

/** What a scan works with. */
export interface Scanning extends Asking {
  packages: Packages;
  /** The sandbox of this machine. @throws Failure `no-sandbox` */
  sandbox(): Promise<Sandbox>;
  place: Place;
}

/** A value for each variable that a server is said to need. The user's own values never reach a server that is only listed. */
const placeholders = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, 'placeholder']));

async function listPackage(target: PackageTarget, scanning: Scanning, signal: AbortSignal): Promise<Listed> {
  const sandbox = await scanning.sandbox();
  const { folder, script, manifest, integrity } = await startablePackage(target, scanning.packages, signal);
  const environment = placeholders(target.environment);
  const answer = await listScript(
    folder,
    { file: script, arguments: target.arguments, environment },
    { sandbox, limits: scanning.limits },
    signal,
  );
  return { ...answer, version: manifest.version, integrity };
}

async function listProgram(target: ProgramTarget, scanning: Scanning, signal: AbortSignal): Promise<Listed> {
  const { limits } = scanning;
  const { folder, command } = placedProgram(target.command, scanning.place);
  const sandbox = await scanning.sandbox();
  const confinement = { folder, node: process.execPath, limits };
  const program = ownProgram(confinement, { command, environment: placeholders(target.environment) });
  const answer = await inspect(sandbox.enter(confinement, program), limits, signal);
  return { ...answer, version: null, integrity: null };
}

/**
 * Lists the tools of a server as it is now. A package or program is started in the sandbox and nowhere else; an address is asked
 * as a stranger would.
 * @throws the signal's reason when it aborts.
 */
export async function scan(target: Target, scanning: Scanning, signal: AbortSignal): Promise<Outcome> {
  if (target.kind === 'remote') return listRemote(target.remote, scanning, signal);
  try {
    const listed = await (target.kind === 'package'
      ? listPackage(target, scanning, signal)
      : listProgram(target, scanning, signal));
    return { state: 'listed', listed };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { state: 'failed', failure: error };
  }
}
