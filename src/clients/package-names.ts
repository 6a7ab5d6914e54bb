import type { PackageReference } from '../model/launch.ts';

/** The grammars of the package managers that outside text is held against; others take any word. */
const grammars: Partial<Record<PackageReference['kind'], RegExp>> = {
  npm: /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i,
  pypi: /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i,
  oci: /^[a-z0-9][a-z0-9._/:@-]*$/i,
};

/** Whether a text can be the name of a package: no package is ever made up from a display name. */
export function isPackageName(kind: PackageReference['kind'], name: string): boolean {
  return name.length <= 256 && (grammars[kind] ?? /^\S+$/).test(name);
}
