import type { PackageReference } from '../model/launch.ts';
import { qualifiedImage } from './images.ts';
import { isPackageName } from './package-names.ts';
import { isKey } from './secrets.ts';

/** The name and version of a package as its starter takes them; null when it can be no package. */
export function referenceOf(kind: PackageReference['kind'], word: string): PackageReference | null {
  const match =
    kind === 'npm'
      ? /^(@?[^@]+)(?:@(.+))?$/.exec(word)
      : kind === 'pypi'
        ? /^([^@=[]+)(?:\[[^\]]*\])?(?:(?:==|@)(.+))?$/.exec(word)
        : /^(.+)()$/.exec(word);
  const [, name = '', version = ''] = match ?? [];
  if (!isPackageName(kind, name) || isKey(name)) return null;
  if (kind === 'oci') return { kind, name: qualifiedImage(name), version: null };
  return { kind, name, version: /^\d[\w.+-]*$/.test(version) ? version : null };
}
