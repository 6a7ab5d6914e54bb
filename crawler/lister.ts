import type { BundleEntry } from '../src/model/bundle.ts';
import type { Limits } from '../src/model/limits.ts';
import { Failure } from './failure.ts';
import type { CrawlParts } from './crawl.ts';
import type { OwnParts } from './own.ts';
import { listingOf } from './packages/manifest.ts';
import { bundledPackage, earlierInstallation, installedPackage } from './packages/packages.ts';
import type { Installer } from './packages/packages.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { findSandbox } from './sandboxes.ts';
import { visit, type Surroundings } from './visit.ts';
import { visitProgram } from './visit-program.ts';

/** Where packages lie and how a server is started. */
export interface ListerParts {
  /** The project's own `node_modules`. */
  bundled: string;
  /** The folder of installations that the crawl keeps. */
  installed: string;
  install: Installer;
  sandboxes: readonly Sandbox[];
  limits: Limits;
  now: () => Date;
}

/**
 * The part of a crawl that finds or installs a package and lists its server's tools in a sandbox.
 * The sandbox is looked for once, and only when the first server is to be started.
 */
export function lister(
  parts: ListerParts,
): Pick<CrawlParts, 'list' | 'isBundled' | 'describe'> & Pick<OwnParts, 'listProgram'> {
  let search: ReturnType<typeof findSandbox> | undefined;
  const surroundings = async (): Promise<Surroundings> => {
    const found = await (search ??= findSandbox(parts.sandboxes));
    if (found.sandbox === null) throw new Failure('no-sandbox', found.reasons);
    return { ...parts, sandbox: found.sandbox, node: process.execPath };
  };
  const find = (entry: BundleEntry) => bundledPackage(parts.bundled, entry);
  return {
    isBundled: (entry) => find(entry) !== null,
    describe: (entry) => {
      const installation = find(entry) ?? earlierInstallation(parts.installed, entry);
      return installation === null ? null : listingOf(entry, installation.manifest);
    },
    async list(entry, signal) {
      const around = await surroundings();
      const installation =
        find(entry) ?? (await installedPackage(parts.installed, entry, parts.install, signal));
      return visit(entry, installation, around, signal);
    },
    listProgram: async (program, signal) => visitProgram(program, await surroundings(), signal),
  };
}
