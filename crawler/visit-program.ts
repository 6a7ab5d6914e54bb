import type { OwnProgram } from '../src/model/bundle.ts';
import type { Fault } from '../src/model/fault.ts';
import { serverId } from '../src/model/identity.ts';
import type { LiveListing, ServerListing } from '../src/model/server.ts';
import { faultOf } from './failure.ts';
import { inspect } from './inspect/inspect.ts';
import { ownProgram } from './sandbox/node-program.ts';
import type { Surroundings } from './visit.ts';

/** What the list says of a server of one's own, before or after it was asked. */
export function ownListing(name: string, remotes: ServerListing['remotes']): ServerListing {
  return {
    ...{ source: 'bundled', name, title: name, description: null, version: null },
    ...{ repository: null, homepage: null, packages: [], remotes, status: 'active' },
  };
}

/**
 * Starts a program of one's own in the sandbox and lists its tools.
 * @throws Failure when no complete listing came; the signal's reason when it aborts.
 */
export async function visitProgram(
  { name, folder, command, environment }: OwnProgram,
  { sandbox, node, limits, now }: Surroundings,
  signal: AbortSignal,
): Promise<{ listing: LiveListing; faults: Fault[] }> {
  const confinement = { folder, node, limits };
  const program = ownProgram(confinement, { command, environment });
  const { tools, failures, ...about } = await inspect(sandbox.enter(confinement, program), limits, signal);
  const at = now().toISOString();
  const server = ownListing(name, []);
  const subject = serverId(server);
  return {
    listing: {
      server,
      inspection: { kind: 'program', command, environment, sandbox: sandbox.id, at, ...about },
      tools,
    },
    faults: failures.map((failure) => faultOf(failure, { stage: 'inspect', subject, at })),
  };
}
