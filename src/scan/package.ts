import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, messageOf } from '../../crawler/failure.ts';
import { startScript } from '../../crawler/packages/manifest.ts';
import {
  type Installation,
  installedPackage,
  type Installer,
  readInstallation,
} from '../../crawler/packages/packages.ts';
import type { PackageTarget } from '../model/target.ts';

/** Where packages are looked for, and how a missing one is brought. */
export interface Packages {
  /** The folder `node_modules` that npx would look into first. */
  local: string;
  /** The folder of installations of our own. */
  installed: string;
  install: Installer;
  /** The newest version that fits a specifier. Rejects with what the registry said. */
  newest: (specifier: string, signal: AbortSignal) => Promise<string>;
}

const exact = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;

/** The version installed last among those of a package that are there already; null when none is. */
function installedVersion(root: string, name: string): string | null {
  const place = join(root, `${name}@`);
  if (!existsSync(dirname(place))) return null;
  const versions = readdirSync(dirname(place))
    .filter((entry) => entry.startsWith(basename(place)))
    .map((entry) => entry.slice(basename(place).length))
    .filter((version) => exact.test(version));
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? null;
}

/** The version that is meant: the newest one of the registry, or of those that are here when the registry cannot be asked. */
async function versionOf(
  { name, version }: PackageTarget,
  { installed, newest }: Packages,
  signal: AbortSignal,
): Promise<string> {
  if (version !== null && exact.test(version)) return version;
  try {
    return await newest(version === null ? name : `${name}@${version}`, signal);
  } catch (error) {
    signal.throwIfAborted();
    const here = version === null ? installedVersion(installed, name) : null;
    if (here !== null) return here;
    throw new Failure('not-installed', `${name}: ${messageOf(error)}`);
  }
}

/** A package that is here, and the script to start, relative to its `node_modules`. */
export interface Startable extends Installation {
  script: string;
}

/**
 * The package of a target as npx would take it: the one in the local `node_modules` where no other version is asked for, else
 * one that is installed first, without its install scripts.
 * @throws Failure `not-installed` or `no-launch`; the signal's reason when it aborts.
 */
export async function startablePackage(
  target: PackageTarget,
  packages: Packages,
  signal: AbortSignal,
): Promise<Startable> {
  const local = readInstallation(packages.local, target.name);
  const isMeant = local !== null && (target.version ?? local.manifest.version) === local.manifest.version;
  const version = isMeant ? local.manifest.version : await versionOf(target, packages, signal);
  const entry = { package: target.name, version, arguments: target.arguments, environment: {} };
  const found = isMeant ? local : await installedPackage(packages.installed, entry, packages.install, signal);
  const named = target.bin === null ? {} : { bin: target.bin };
  const script = startScript({ ...entry, sandboxAlone: false, ...named }, found.manifest);
  return { ...found, script: join(target.name, script) };
}
