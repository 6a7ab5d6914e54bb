import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inside, toolPath } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const enterScript = fileURLToPath(new URL('enter.sh', import.meta.url));

/** The same namespaces made by hand with util-linux, which every Linux has. */
export const unshare: Sandbox = {
  id: 'unshare',
  enter: ({ folder, node, limits }, program) => ({
    file: 'setpriv',
    arguments: [
      ...['--pdeathsig', 'KILL', 'unshare', '--user', '--map-root-user'],
      ...['--mount', '--net', '--pid', '--ipc', '--uts', '--cgroup', '--fork', '--kill-child'],
      ...[
        'sh',
        enterScript,
        resolve(folder),
        inside.folder(basename(folder)),
        node,
        String(limits.scratchBytes),
      ],
      ...['setpriv', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all', '--ambient-caps=-all'],
      ...program,
    ],
    environment: { PATH: toolPath },
  }),
};
