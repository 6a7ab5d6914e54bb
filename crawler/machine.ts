import { homedir } from 'node:os';
import { npmRegistry } from './packages/npm.ts';
import type { Machine } from './sources/source.ts';

/** The machine this process runs on. */
export const thisMachine: Machine = {
  home: homedir(),
  folder: process.env.INIT_CWD ?? process.cwd(),
  platform: process.platform,
  variables: process.env,
  npmRegistry,
};
