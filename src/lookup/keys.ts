import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { endpoints, packageIds } from '../model/identity.ts';
import { repositoryFolder } from '../model/repository.ts';
import type { CatalogueServer, ServerListing } from '../model/server.ts';

/** What a server can be found by, strongest first. */
export const keyKinds = ['package', 'image', 'remote', 'repository', 'name'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** What somebody knows of a server: as little as one package, one address or one name. */
export interface Sought extends Pick<ServerListing, 'packages' | 'remotes'> {
  /** The web address of its source code. */
  repository: string | null;
  names: readonly string[];
}

/** One name under which servers are filed. */
export interface Key {
  kind: KeyKind;
  /** `npm:NAME` and the like, `remote:ADDRESS`, `repository:HOST/OWNER/NAME[/FOLDER]` or `name:NAME`. */
  text: string;
}

const kindOf = (id: string): KeyKind => (id.startsWith('oci:') ? 'image' : 'package');

function repositoryKeys(address: string | null): string[] {
  const found = address === null ? null : repositoryFolder(address);
  if (found === null) return [];
  const whole = `repository:${found.repository}`;
  return found.folder === '' ? [whole] : [`${whole}/${found.folder.toLowerCase()}`, whole];
}

/** A name as it is compared: no capitals, no white space around it. */
const nameKey = (name: string): string => `name:${name.normalize('NFKC').trim().toLowerCase()}`;

/**
 * The keys of what is sought, strongest first: packages without their versions, open addresses without query, the folder of the
 * repository and then the repository, names in lower case. Pass no address that holds a secret: `publicAddress` removes them.
 */
export function keysOf({ packages, remotes, repository, names }: Sought): Key[] {
  const keys: Key[] = [
    ...packageIds({ packages }).map((id) => ({ kind: kindOf(id), text: id })),
    ...endpoints({ remotes }).map((url): Key => ({ kind: 'remote', text: `remote:${url}` })),
    ...repositoryKeys(repository).map((text): Key => ({ kind: 'repository', text })),
    ...names.filter((name) => name.trim() !== '').map((name): Key => ({ kind: 'name', text: nameKey(name) })),
  ];
  return [...new Map(keys.map((key) => [key.text, key])).values()];
}

/** Every key of a server: of what the catalogue says of it and of what each source said. */
export function keysOfServer(server: Pick<CatalogueServer, LookedUp>): string[] {
  const names = [server.id, server.slug, server.name];
  const own = keysOf({ ...server, names });
  const told = server.sources.flatMap((listing) =>
    keysOf({ ...listing, names: [listing.name, listing.title ?? '', listing.registryName ?? ''] }),
  );
  return [...new Set([...own, ...told].map(({ text }) => text))];
}

/** What the look-up reads of a server. */
export type LookedUp = 'id' | 'slug' | 'name' | 'packages' | 'remotes' | 'repository' | 'sources';

/** The file that holds a key: the first two hexadecimal digits of the SHA-256 of its UTF-8 text. */
export function shardOf(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(key)).subarray(0, 1));
}

/** The names of all files, in order. */
export const shardNames: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);
