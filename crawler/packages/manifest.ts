import { posix } from 'node:path';
import { z } from 'zod';
import type { BundleEntry } from '../../src/model/bundle.ts';
import { wellFormed } from '../../src/model/json.ts';
import type { Json } from '../../src/model/json.ts';
import type { ServerListing } from '../../src/model/server.ts';
import { folderAddress } from '../../src/model/repository.ts';
import { Failure } from '../failure.ts';
import { webAddress } from '../web-address.ts';

/** What Placard reads of a package.json. What is of another shape there counts as absent. */
export const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string().nullable().catch(null).default(null),
  homepage: z.string().nullable().catch(null).default(null),
  repository: z
    .union([
      z.string().transform((url) => ({ url, directory: null })),
      z.object({ url: z.string(), directory: z.string().nullable().catch(null).default(null) }),
    ])
    .nullable()
    .catch(null)
    .default(null),
  mcpName: z.string().trim().min(1).optional().catch(undefined),
  bin: z
    .union([z.string(), z.record(z.string(), z.string())])
    .nullable()
    .catch(null)
    .default(null),
});
export type Manifest = z.infer<typeof Manifest>;

/** A manifest from the text of a package.json. @throws when it is none. */
export function parseManifest(text: string): Manifest {
  return Manifest.parse(wellFormed(JSON.parse(text) as Json));
}

/**
 * An address people can open, from npm's many spellings of a repository and the package's directory in it;
 * null for anything but a web address.
 */
export function repositoryAddress({ url, directory }: NonNullable<Manifest['repository']>): string | null {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
  const spelled = short === undefined ? url : `https://github.com/${short}`;
  const address = spelled
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/^git@([^:/]+):/, 'https://$1/')
    .replace(/\.git$/, '');
  const found = webAddress(address);
  return found === null ? null : folderAddress(found, directory);
}

/** What is said about a server before or after its package is there. */
export function listingOf(entry: BundleEntry, manifest: Manifest | null): ServerListing {
  const repository = manifest?.repository;
  const mcpName = manifest?.mcpName;
  return {
    source: 'bundled',
    name: entry.package,
    title: null,
    description: manifest?.description ?? null,
    version: entry.version,
    repository: repository == null ? null : repositoryAddress(repository),
    homepage: manifest?.homepage == null ? null : webAddress(manifest.homepage),
    packages: [{ kind: 'npm', name: entry.package, version: entry.version }],
    remotes: [],
    status: 'active',
    ...(mcpName === undefined ? {} : { registryName: mcpName }),
  };
}

/**
 * The script a package starts, relative to the package: the one that is asked for, the only one,
 * or the one named like the last part of the package's name.
 * @throws Failure `no-launch` when that names none, or a file outside of the package.
 */
export function startScript({ package: name, bin: wanted }: BundleEntry, { bin }: Manifest): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const commands = new Map(Object.entries(typeof bin === 'string' ? { [last]: bin } : (bin ?? {})));
  const [first] = commands.keys();
  const command = wanted ?? (commands.size === 1 ? first : last);
  const script = command === undefined ? undefined : commands.get(command);
  if (script === undefined) {
    const known = commands.size === 0 ? 'no command' : `the commands ${[...commands.keys()].join(', ')}`;
    throw new Failure('no-launch', `${name} has ${known}${wanted === undefined ? '' : `, not ${wanted}`}`);
  }
  const path = posix.normalize(script);
  if (path.startsWith('..') || posix.isAbsolute(path)) {
    throw new Failure('no-launch', `${name} starts a file outside of its package: ${script}`);
  }
  return path;
}
