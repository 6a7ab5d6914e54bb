import { sha256 } from './canonical.ts';

/** Longest slug in characters: file systems allow 255 bytes a name. */
const longest = 80;

/** Names that files and pages of the site have, or that lead out of their folder. */
const reserved = /\.(?:html?|md|json)$|\.\.|^\d+$/;

/**
 * One path segment for a name from outside: lower-case ASCII letters, digits, `_`, `-` and inner dots.
 * A name that this changes gets six digits of its hash, so `getServer` and `getserver` stay apart and
 * `../../etc/passwd` cannot leave its folder.
 */
export function slugOf(name: string): string {
  if (/^[a-z0-9_-](?:[a-z0-9._-]{0,78}[a-z0-9_-])?$/.test(name) && !reserved.test(name)) return name;
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return [plain.slice(0, longest - 7), sha256(name).slice(0, 6)].filter(Boolean).join('-');
}

/** The slug a server asks for: its package's name or its address, readable. It may be taken. */
export function serverSlug(id: string): string {
  const name = id.slice(id.indexOf(':') + 1).replace(/^https?:\/\//, '');
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.length > 0 && plain.length <= longest && !reserved.test(plain) ? plain : slugOf(id);
}

/** The slugs a server may have, in the order it takes them: the one it asks for, then with digits of its id's hash. */
export function slugChoices(id: string): string[] {
  const wanted = serverSlug(id);
  return [wanted, ...[6, 12, 64].map((digits) => `${wanted}-${sha256(id).slice(0, digits)}`)];
}

/** The first free slug for a server: the one it asks for, or that with as many digits of its id's hash as it takes. */
export function freeSlug(id: string, isTaken: (slug: string) => boolean): string {
  return slugChoices(id).find((slug) => !isTaken(slug)) ?? sha256(id);
}
