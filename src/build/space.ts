import { UserError } from '../terminal/command.ts';

const noRoom: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** What to tell when the disk is full; null when this is something else. */
export function spaceError(error: unknown): UserError | null {
  if (!(error instanceof Error) || !('code' in error) || !noRoom.has(error.code)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? ` at ${error.path}` : '';
  return new UserError(
    `No room left on the disk${path}. The built site is as it was before.\nMake room (a full build needs that of a second site for a moment) and run npm run build again.`,
  );
}
