import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { limits } from '../../src/model/limits.ts';
import type { Installer } from './packages.ts';

/** npm run by the same Node.js that will run the servers, so that their engines are judged rightly. */
function npmCommand(): { file: string; first: string[] } {
  const script = process.env.npm_execpath;
  if (script !== undefined && /npm-cli\.c?js$/.test(script))
    return { file: process.execPath, first: [script] };
  return { file: 'npm', first: [] };
}

/** The address of the package registry in npm's own configuration, which is read and never changed. */
export async function npmRegistry(): Promise<string> {
  const { file, first } = npmCommand();
  const { stdout } = await promisify(execFile)(file, [...first, 'config', 'get', 'registry']);
  return stdout.trim();
}

/**
 * The newest version of a package, or of those that fit the range after its name (`name@^2`).
 * @throws Error with what npm said when there is none or the registry cannot be reached.
 */
export async function newestVersion(specifier: string, signal: AbortSignal): Promise<string> {
  const { file, first } = npmCommand();
  try {
    const { stdout } = await promisify(execFile)(
      file,
      [...first, 'view', '--json', '--loglevel=error', '--', specifier, 'version'],
      { signal, timeout: limits.installMilliseconds, killSignal: 'SIGKILL', maxBuffer: limits.outputBytes },
    );
    const [newest] = z
      .array(z.string())
      .or(z.string())
      .transform((found) => [found].flat().slice(-1))
      .parse(JSON.parse(stdout));
    if (newest !== undefined) return newest;
  } catch (error) {
    signal.throwIfAborted();
    const said = error instanceof Error && 'stderr' in error ? complaint(String(error.stderr)) : '';
    throw new Error(said === '' ? `npm knows no version of ${specifier}` : said, { cause: error });
  }
  throw new Error(`npm knows no version of ${specifier}`);
}

/** The lines npm writes to say what is wrong, without the place of its log file. */
function complaint(output: string): string {
  const lines = output.split('\n').filter((line) => /^npm (?:error|ERR!)/.test(line));
  return lines
    .map((line) => line.replace(/^npm (?:error|ERR!)\s*/, ''))
    .filter((line) => !line.startsWith('A complete log'))
    .join(' ');
}

/** Installs with npm and runs no script of any package. */
export const installWithNpm: Installer = async (specifier, folder, signal) => {
  const { file, first } = npmCommand();
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--no-progress'];
  const words = [...first, 'install', '--prefix', folder, ...flags, '--loglevel=error', '--', specifier];
  try {
    await promisify(execFile)(file, words, {
      cwd: folder,
      signal,
      timeout: limits.installMilliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: limits.outputBytes,
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? complaint(String(error.stderr)) : '';
    if (said !== '') throw new Error(said, { cause: error });
    const isKilled = error instanceof Error && 'killed' in error && error.killed === true;
    if (isKilled)
      throw new Error(`npm took longer than ${limits.installMilliseconds / 1000} s`, { cause: error });
    throw error;
  }
};
