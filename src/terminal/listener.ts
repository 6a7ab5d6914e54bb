import { isIP } from 'node:net';
import { exitCodes, UserError } from './command.ts';

/** Where a program listens. */
export interface ListenAddress {
  host: string;
  port: number;
  /** Whether only this machine can reach it. */
  isLocal: boolean;
}

/** `HOST:PORT`. @throws UserError with exit code 2 when it is none. */
export function listenerOf(text: string): ListenAddress {
  const [, host = '', port = ''] = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host === '' || Number(port) > 65_535)
    throw new UserError(`--listen ${text} is not HOST:PORT. --help says more.`, exitCodes.usage);
  const isLocal = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return { host, port: Number(port), isLocal };
}
