import { once } from 'node:events';
import { createServer } from 'node:net';
import { exitCodes, UserError } from '../terminal/command.ts';

const defaultPort = 4321;

/** The option of commands that serve the site. */
export const portOption = {
  type: 'string',
  value: 'NUMBER',
  help: `The port to serve on (default ${defaultPort}).`,
} as const;

/** @throws UserError when the text is no port. */
export function parsePort(text = String(defaultPort)): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new UserError(
    `--port ${text}: this is no port. Give a whole number from 1 to 65535.`,
    exitCodes.usage,
  );
}

/** What to say when a port cannot be had. */
export function portRefused(port: number, error: unknown): UserError {
  const cause = error instanceof Error ? error.message : String(error);
  return new UserError(
    `Port ${port}: the site cannot be served there (${cause}). Choose another with --port NUMBER.`,
  );
}

/** Looks whether the port can be had now, before any work is done for what is to be served there. */
export async function tryPort(port: number): Promise<void> {
  const server = createServer();
  try {
    await once(server.listen(port, 'localhost'), 'listening');
  } catch (error) {
    throw portRefused(port, error);
  }
  server.close();
  await once(server, 'close');
}
