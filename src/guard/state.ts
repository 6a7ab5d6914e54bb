import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the guard counts calls unless it is told otherwise: outside of any project, so that no agent's checkout resets it. */
export const defaultState = join(homedir(), '.placard', 'guard');
