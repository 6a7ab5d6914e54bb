import { join } from 'node:path';
import type { BundleEntry } from '../src/model/bundle.ts';
import { serverId } from '../src/model/identity.ts';
import type { Fault } from '../src/model/fault.ts';
import type { Launch } from '../src/model/launch.ts';
import type { Limits } from '../src/model/limits.ts';
import type { LiveListing, PackageVisit } from '../src/model/server.ts';
import { faultOf } from './failure.ts';
import { inspect } from './inspect/inspect.ts';
import { listingOf, startScript } from './packages/manifest.ts';
import type { Installation } from './packages/packages.ts';
import { bareScript, permittedScript } from './sandbox/node-program.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** What a visit runs in. */
export interface Surroundings {
  sandbox: Sandbox;
  /** The Node.js executable for the server. */
  node: string;
  limits: Limits;
  now: () => Date;
}

/** How an entry of the list is started, as the catalogue records it. */
export function launchOf(entry: BundleEntry): Launch {
  return {
    package: { kind: 'npm', name: entry.package, version: entry.version },
    arguments: entry.arguments,
    environment: entry.environment,
  };
}

/**
 * Starts an installed server in the sandbox and lists its tools.
 * @throws Failure when no complete listing came; the signal's reason when it aborts.
 */
export async function visit(
  entry: BundleEntry,
  { folder, manifest, integrity }: Installation,
  { sandbox, node, limits, now }: Surroundings,
  signal: AbortSignal,
): Promise<{ listing: LiveListing; faults: Fault[] }> {
  const launch = launchOf(entry);
  const file = join(entry.package, startScript(entry, manifest));
  const confinement = { folder, node, limits };
  const scriptIn = entry.sandboxAlone ? bareScript : permittedScript;
  const program = scriptIn(confinement, { file, ...launch });
  const { tools, failures, ...about } = await inspect(sandbox.enter(confinement, program), limits, signal);
  const server = listingOf(entry, manifest);
  const at = now().toISOString();
  const inspection: PackageVisit = {
    kind: 'package',
    ...{ launch, versionWanted: entry.version, versionGot: manifest.version, integrity },
    ...{ sandbox: sandbox.id, at, ...about },
  };
  const subject = serverId(server);
  const faults = failures.map((failure) => faultOf(failure, { stage: 'inspect', subject, at }));
  return { listing: { server, inspection, tools }, faults };
}
