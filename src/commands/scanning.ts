import { lookup } from 'node:dns/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installWithNpm, newestVersion } from '../../crawler/packages/npm.ts';
import type { Installer } from '../../crawler/packages/packages.ts';
import { sandboxes } from '../../crawler/sandboxes.ts';
import { limits } from '../model/limits.ts';
import { sandboxFinder } from '../scan/sandboxed.ts';
import type { Scanning } from '../scan/scan.ts';
import { toStandardError } from '../terminal/progress.ts';

/** Where programs of this user keep what they can make again. */
function cacheFolder({ XDG_CACHE_HOME: named = '', LOCALAPPDATA: local = '' }: NodeJS.ProcessEnv): string {
  if (named !== '') return named;
  if (process.platform === 'win32' && local !== '') return local;
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}

/** An installation can take minutes, so a person is told when one begins. */
const announcedInstall: Installer = (specifier, folder, signal) => {
  toStandardError(`${specifier}: installing, without its install scripts …`);
  return installWithNpm(specifier, folder, signal);
};

/** Everything that listing a server needs of this machine. */
export function scanningHere(): Scanning {
  const folder = process.cwd();
  return {
    packages: {
      local: join(folder, 'node_modules'),
      installed: join(cacheFolder(process.env), 'placard', 'packages'),
      install: announcedInstall,
      newest: newestVersion,
    },
    sandbox: sandboxFinder(sandboxes),
    place: { folder, home: homedir() },
    resolve: (hostname) => lookup(hostname, { all: true }),
    limits,
    now: () => new Date(),
  };
}

/** A signal that aborts when the person ends the command. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      controller.abort();
    });
  return controller.signal;
}
