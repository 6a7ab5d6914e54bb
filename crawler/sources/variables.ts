import { exitCodes, UserError } from '../../src/terminal/command.ts';
import type { Machine } from './source.ts';

/** What an environment variable holds, or null when it is unset or empty. */
export function variable(variables: Machine['variables'], name: string): string | null {
  const text = variables[name]?.trim() ?? '';
  return text === '' ? null : text;
}

/** A value that a header can carry. @throws UserError naming the variable, never the value. */
export function headerValue(value: string, name: string): string {
  if (/^[\x20-\x7e]+$/.test(value)) return value;
  throw new UserError(
    `${name} holds characters that no header can carry: set it to the key alone.`,
    exitCodes.usage,
  );
}

/** The key of a source from its variable. @throws UserError when it is not set. */
export function keyOf(variables: Machine['variables'], name: string): string {
  const key = variable(variables, name);
  if (key === null)
    throw new UserError(`${name} is not set: set it to the key of the source.`, exitCodes.usage);
  return headerValue(key, name);
}
