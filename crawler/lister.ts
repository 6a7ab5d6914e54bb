import type { BundleEntry } from '../src/model/bundle.ts';
import type { Limits } from '../src/model/limits.ts';
import { Failure } from './failure.ts';
import type { CrawlParts } from './crawl.ts';
import { listingOf } from './packages/manifest.ts';
import { bundledPackage, earlierInstallation, installedPackage } from './packages/packages.ts';
import type { Installer } from './packages/packages.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { findSandbox } from './sandboxes.ts';
import { visit } from './visit.ts';

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
export function lister(parts: ListerParts): Pick<CrawlParts, 'list' | 'isBundled' | 'describe'> {
  let search: ReturnType<typeof findSandbox> | undefined;
  const find = (entry: BundleEntry) => bundledPackage(parts.bundled, entry);
  return {
    isBundled: (entry) => find(entry) !== null,
    describe: (entry) => {
      const installation = find(entry) ?? earlierInstallation(parts.installed, entry);
      return installation === null ? null : listingOf(entry, installation.manifest);
    },
    async list(entry, signal) {
      const found = await (search ??= findSandbox(parts.sandboxes));
      if (found.sandbox === null) throw new Failure('no-sandbox', found.reasons);
      const installation =
        find(entry) ?? (await installedPackage(parts.installed, entry, parts.install, signal));
      const surroundings = { ...parts, sandbox: found.sandbox, node: process.execPath };
      return visit(entry, installation, surroundings, signal);
    },
  };
}
