import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BundleEntry } from '../../src/model/bundle.ts';
import { pointer, valueAt } from '../../src/model/json.ts';
import { Failure, messageOf } from '../failure.ts';
import { parseManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';

/** A package that is there, with all it needs. */
export interface Installation {
  /** The folder `node_modules` that holds the package. */
  folder: string;
  manifest: Manifest;
  /** The checksum of its archive, as npm verified and noted it; null when there is no note. */
  integrity: string | null;
}

type Named = Pick<BundleEntry, 'package' | 'version'>;

/** Installs one package at one version into a folder. Rejects with what the installer said. */
export type Installer = (specifier: string, folder: string, signal: AbortSignal) => Promise<void>;

/** What npm notes beside the packages of a folder that it has installed. */
function readIntegrity(folder: string, name: string): string | null {
  const file = join(folder, '.package-lock.json');
  if (!existsSync(file)) return null;
  const note: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const integrity = valueAt(note, pointer('packages', `node_modules/${name}`, 'integrity'));
  return typeof integrity === 'string' ? integrity : null;
}

/** The package in a folder `node_modules`; null when it is not there or its manifest is damaged. */
export function readInstallation(folder: string, name: string): Installation | null {
  try {
    const manifest = parseManifest(readFileSync(join(folder, name, 'package.json'), 'utf8'));
    return { folder, manifest, integrity: readIntegrity(folder, name) };
  } catch {
    return null;
  }
}

/** The package in this project's own `node_modules`, when it is there at exactly that version. */
export function bundledPackage(folder: string, entry: Named): Installation | null {
  const found = readInstallation(folder, entry.package);
  return found?.manifest.version === entry.version ? found : null;
}

const placeOf = (root: string, entry: Named): string => join(root, `${entry.package}@${entry.version}`);

/** The package in a folder of installations, when it was installed there before. */
export function earlierInstallation(root: string, entry: Named): Installation | null {
  return readInstallation(join(placeOf(root, entry), 'node_modules'), entry.package);
}

/**
 * The package in a folder of installations, installed first when it is missing. It is installed beside its place
 * and then moved there, so an installation that was cut off is never taken for a whole one.
 * @throws Failure `not-installed` with what the installer said; the signal's reason when it aborts.
 */
export async function installedPackage(
  root: string,
  entry: Named,
  install: Installer,
  signal: AbortSignal,
): Promise<Installation> {
  const specifier = `${entry.package}@${entry.version}`;
  const place = placeOf(root, entry);
  if (!existsSync(place)) await installAt(place, specifier, install, signal);
  const found = earlierInstallation(root, entry);
  if (found === null)
    throw new Failure('not-installed', `the installation of ${specifier} is damaged: delete it`);
  return found;
}

const unfinishedMark = '.unfinished-';

/** An empty folder beside the place. What killed installations have left there goes first. */
function freshFolder(place: string): string {
  const parent = dirname(place);
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(place)}${unfinishedMark}`))
      rmSync(join(parent, name), { recursive: true });
  }
  return mkdtempSync(`${place}${unfinishedMark}`);
}

async function installAt(
  place: string,
  specifier: string,
  install: Installer,
  signal: AbortSignal,
): Promise<void> {
  let unfinished: string | undefined;
  try {
    unfinished = freshFolder(place);
    writeFileSync(join(unfinished, 'package.json'), '{ "private": true }\n');
    await install(specifier, unfinished, signal);
    renameSync(unfinished, place);
  } catch (error) {
    if (unfinished !== undefined) rmSync(unfinished, { recursive: true, force: true });
    signal.throwIfAborted();
    // Faults are published: they say nothing of where this machine keeps its files.
    const cause = messageOf(error).replaceAll(`${dirname(place)}/`, '');
    throw new Failure('not-installed', `${specifier}: ${cause}`);
  }
}
