import { basename } from 'node:path';
import { inside, toolPath } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const system = ['/usr', '/lib', '/lib32', '/lib64', '/bin'];
const devices = ['/dev/null', '/dev/zero', '/dev/random', '/dev/urandom'];

/** The namespaces of bubblewrap, which many Linux desktops carry for Flatpak. */
export const bubblewrap: Sandbox = {
  id: 'bubblewrap',
  enter: ({ folder, node, limits }, program) => ({
    file: 'bwrap',
    arguments: [
      ...['--unshare-all', '--unshare-user', '--disable-userns', '--cap-drop', 'ALL'],
      ...['--die-with-parent', '--clearenv'],
      ...system.flatMap((path) => ['--ro-bind-try', path, path]),
      ...devices.flatMap((path) => ['--dev-bind', path, path]),
      ...['--proc', '/proc'],
      ...['--ro-bind', folder, inside.folder(basename(folder))],
      ...['--ro-bind', node, inside.node],
      ...['--size', String(limits.scratchBytes), '--tmpfs', inside.temporary],
      ...['--size', String(limits.scratchBytes), '--tmpfs', inside.home],
      ...['--remount-ro', '/', '--chdir', inside.home, '--'],
      ...program,
    ],
    environment: { PATH: toolPath },
  }),
};
