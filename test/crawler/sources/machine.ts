import type { Machine } from '../../../crawler/sources/source.ts';

/** A machine with nothing on it but what the test puts there. */
export function sampleMachine(changes: Partial<Machine> = {}): Machine {
  return {
    home: '/nowhere',
    folder: '/nowhere',
    platform: 'linux',
    variables: {},
    npmRegistry: () => Promise.reject(new Error('no npm here')),
    ...changes,
  };
}
