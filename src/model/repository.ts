/** A folder of a source repository. */
export interface RepositoryFolder {
  /** Host, owner and name in lower case, as forges compare them. */
  repository: string;
  /** The path below the root; empty for the root itself. */
  folder: string;
}

/** Forges whose repositories are always `owner/name`. */
const ownerAndName = new Set(['github.com', 'bitbucket.org', 'codeberg.org']);

/** The pages of a forge that show a folder or a file of it, at a branch or commit. */
const showsPath = new Set(['tree', 'blob', 'src']);

/** The parts of a path: the repository's, and those of the folder that is shown in it. */
function cutPath(
  host: string,
  path: readonly string[],
): { name: readonly string[]; folder: readonly string[] } {
  const dash = path.indexOf('-');
  const name = ownerAndName.has(host) ? path.slice(0, 2) : path.slice(0, dash === -1 ? path.length : dash);
  const [view, , ...shown] = path.slice(name.length).filter((part) => part !== '-');
  if (view === undefined || !showsPath.has(view)) return { name, folder: [] };
  return { name, folder: view === 'blob' && shown.at(-1)?.includes('.') ? shown.slice(0, -1) : shown };
}

/** Which folder of which repository a web address shows; null when it shows none, such as an owner's page. */
export function repositoryFolder(address: string): RepositoryFolder | null {
  if (!URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  const forge = host.toLowerCase().replace(/^www\./, '');
  const { name, folder } = cutPath(
    forge,
    pathname.split('/').filter((part) => part !== ''),
  );
  if (name.length < 2) return null;
  const repository = [forge, ...name].join('/').replace(/\.git$/, '');
  return { repository: repository.toLowerCase(), folder: folder.join('/') };
}

/**
 * The web address of a folder in a repository, from what package.json or server.json say of it.
 * A folder is only added where the forge is known to show one at the newest commit.
 */
export function folderAddress(address: string, folder: string | null | undefined): string {
  const path = (folder ?? '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
  const found = repositoryFolder(address);
  if (path === '' || /[^\w./@-]|\.\./.test(path) || found?.folder !== '') return address;
  if (found.repository.startsWith('github.com/')) return `${address.replace(/\/$/, '')}/tree/HEAD/${path}`;
  if (found.repository.startsWith('gitlab.com/')) return `${address.replace(/\/$/, '')}/-/tree/HEAD/${path}`;
  return address;
}
