import { randomBytes } from 'node:crypto';
import { sha256 } from '../../model/canonical.ts';
import { parseCommand } from '../../terminal/command.ts';

const command = {
  usage: 'placard-guard token',
  summary: `Prints a new bearer token and its SHA-256, as a JSON line. The client gets the token, the grants file gets the hash.`,
  options: {},
} as const;

/** Prints a token of 256 random bits, so that its plain hash gives nothing away. */
export function runToken(words: readonly string[]): void {
  if (parseCommand(command, words) === null) return;
  const token = randomBytes(32).toString('base64url');
  process.stdout.write(`${JSON.stringify({ token, tokenHash: sha256(token) })}\n`);
}
