import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inside, toolPath } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const system = ['/usr', '/lib', '/lib32', '/lib64', '/bin'];
const devices = ['/dev/null', '/dev/zero', '/dev/random', '/dev/urandom'];

/** Who the server is inside: many programs ask for their user's name and fail where nobody knows it. */
const passwd = fileURLToPath(new URL('passwd', import.meta.url));

/** The namespaces of bubblewrap, which many Linux desktops carry for Flatpak. */
export const bubblewrap: Sandbox = {
  id: 'bubblewrap',
  enter: ({ folder, node, limits }, program) => ({
    file: 'bwrap',
    arguments: [
      ...['--unshare-all', '--unshare-user', '--disable-userns', '--cap-drop', 'ALL'],
      ...['--uid', '0', '--gid', '0'],
      ...['--die-with-parent', '--clearenv'],
      ...system.flatMap((path) => ['--ro-bind-try', path, path]),
      ...devices.flatMap((path) => ['--dev-bind', path, path]),
      ...['--proc', '/proc'],
      ...['--ro-bind', folder, inside.folder(basename(folder))],
      ...['--ro-bind', node, inside.node],
      ...['--ro-bind', passwd, '/etc/passwd'],
      ...['--size', String(limits.scratchBytes), '--tmpfs', inside.temporary],
      ...['--size', String(limits.scratchBytes), '--tmpfs', inside.home],
      ...['--remount-ro', '/', '--chdir', inside.home, '--'],
      ...program,
    ],
    environment: { PATH: toolPath },
  }),
};
