import type { PackageReference, Remote } from '../model/launch.ts';
import { repositoryFolder } from '../model/repository.ts';
import { publicAddress } from './addresses.ts';
import { referenceOf } from './references.ts';
import { isKey } from './secrets.ts';

/** What a server is told by. All of it empty: nothing tells it from another. */
export interface Told {
  packages: PackageReference[];
  remotes: Remote[];
  /** The web address of its source code. */
  repository: string | null;
  names: string[];
}

export const untold: Told = { packages: [], remotes: [], repository: null, names: [] };

/** The remote server at a web address; null for what is no web address. Nothing that may be secret is kept. */
export function remoteAt(text: string, type: string | null = null): Told | null {
  const url = publicAddress(text);
  if (url === null) return null;
  const kind = type === 'sse' || /\/sse\/?$/.test(url) ? 'sse' : 'streamable-http';
  return { ...untold, remotes: [{ kind, url }] };
}

const forges = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)\//i;

/** The repository meant by `github:o/n`, `git+https://…` or the address of a page of a forge; null for anything else. */
export function repositoryIn(word: string): Told | null {
  const short = /^github:([\w.-]+\/[\w.-]+)(?:#.*)?$/.exec(word)?.[1];
  const address = publicAddress(
    short === undefined ? word.replace(/^git\+/, '') : `https://github.com/${short}`,
  );
  if (address === null || !(word.startsWith('git+') || forges.test(address))) return null;
  const repository = address.replace(/\.git(?:@[^/]*)?$/, '');
  return repositoryFolder(repository) === null ? null : { ...untold, repository };
}

const kinds: Readonly<Record<string, readonly PackageReference['kind'][]>> = {
  npm: ['npm'],
  pypi: ['pypi'],
  oci: ['oci'],
  docker: ['oci'],
};

/** The packages that a bare word can be: an image where it has a path, else a package of npm or PyPI. */
function packagesIn(word: string): PackageReference[] {
  const [, prefix = '', named] = /^([a-z]+):([^/].*)$/.exec(word) ?? [];
  const chosen = named !== undefined && Object.hasOwn(kinds, prefix) ? kinds[prefix] : undefined;
  const isPath = word.includes('/') && !word.startsWith('@');
  const text = chosen === undefined ? word : (named ?? '');
  return (chosen ?? (isPath ? (['oci'] as const) : (['npm', 'pypi'] as const))).flatMap((kind) => {
    const reference = referenceOf(kind, text);
    return reference === null ? [] : [reference];
  });
}

/** All that a word of a list can mean: an address, a repository, a package, an image or a name. */
export function toldByWord(word: string): Told {
  if (isKey(word)) return untold;
  const found = repositoryIn(word) ?? remoteAt(word);
  if (found !== null) return found;
  const isOwned = /^[\w-]+\/[\w.-]+$/.test(word);
  return {
    packages: packagesIn(word),
    remotes: [],
    repository: isOwned ? `https://github.com/${word}` : null,
    names: [word],
  };
}

/** A short name for what is told, as people call servers: the last part of a package's name, or the host's own word. */
export function usualName({ packages, remotes, repository, names }: Told): string {
  const [reference] = packages;
  const [remote] = remotes;
  const host = remote === undefined ? [] : new URL(remote.url).hostname.split('.');
  const named =
    (reference?.name ?? repository ?? names[0] ?? '').split('/').at(-1)?.replace(/:.*$/, '') ?? '';
  const own = host.slice(0, -1).filter((part) => !/^(?:www|mcp|api|com|co)$/.test(part));
  return (remote === undefined ? named : (own.at(-1) ?? host[0] ?? '')) || 'server';
}
