import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Use } from './farm.ts';

/** Starts the crowd in a process of its own. */
export async function startFarm() {
  const farm = fork(join(import.meta.dirname, 'farm.ts'));
  const [port] = (await once(farm, 'message')) as [number];
  return {
    port,
    async use(): Promise<Use> {
      farm.send('use');
      const [use] = (await once(farm, 'message')) as [Use];
      return use;
    },
    stop: () => {
      farm.disconnect();
    },
  };
}
