import { homedir } from 'node:os';
import { join } from 'node:path';
import { exitCodes, UserError } from '../terminal/command.ts';
import type { Asking } from './judge.ts';

/** Where the guard counts calls unless it is told otherwise: outside of any project, so that no agent's checkout resets it. */
export const defaultState = join(homedir(), '.placard', 'guard');

export const stateOption = {
  type: 'string',
  value: 'DIR',
  help: 'Where calls are counted. Default: .placard/guard in the home folder.',
} as const;

export const askOption = {
  type: 'string',
  value: 'client',
  help: "The client's own settings ask where the policy says ask. Otherwise the guard asks, or refuses where it cannot.",
} as const;

/** The option as given. @throws UserError for anything but "client". */
export function askingOf(text: string | undefined): Asking {
  if (text === undefined) return 'guard';
  if (text === 'client') return text;
  throw new UserError(`--ask takes only "client", not "${text}".`, exitCodes.usage);
}
