import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { UserError } from '../terminal/command.ts';
import { type Places, programs, type SiteBuild } from './places.ts';

const compiler = fileURLToPath(new URL('compile-process.ts', import.meta.url));

/** The module of the compiled site that makes its files. */
export const moduleName = 'program.mjs';

/** The parts of a compiled site; `stamp` has the digest of the templates it was compiled from, once all of it stands. */
export const partsOf = (program: string) => ({
  assets: join(program, 'assets'),
  code: join(program, 'code'),
  stamp: join(program, 'templates'),
});

/**
 * Compiles in a process of its own, whose memory goes with it: the compiler keeps 600 MB that the workers would have on top.
 * @throws UserError with what the compiler said.
 */
async function compile(program: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [compiler, program]);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new UserError(`The site could not be compiled.\n${said}`);
  }
}

/** So many compiled sites stay: a home that is built now and then need not compile again. */
const keptPrograms = 8;

/** Removes the compiled sites that were taken longest ago, of homes that may be gone. */
function forgetOld(): void {
  const takenAt = (program: string): number =>
    statSync(partsOf(program).stamp, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  const old = programs().sort((a, b) => takenAt(b) - takenAt(a));
  for (const program of old.slice(keptPrograms)) rmSync(program, { recursive: true, force: true });
}

/** Has the site compiled, unless that was done from the same templates, and puts its assets among the new files. Returns the module to load. */
export async function compiledSite(
  { templates }: Pick<SiteBuild, 'templates'>,
  { program, staging }: Pick<Places, 'program' | 'staging'>,
): Promise<string> {
  const { assets, code, stamp } = partsOf(resolve(program));
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== templates) {
    rmSync(stamp, { force: true });
    rmSync(program, { recursive: true, force: true });
    await compile(program);
  }
  writeFileSync(stamp, templates);
  forgetOld();
  cpSync(assets, staging, { recursive: true });
  return join(code, moduleName);
}
