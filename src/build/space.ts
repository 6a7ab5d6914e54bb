import { UserError } from '../terminal/command.ts';
import { saysNoRoom } from '../terminal/room.ts';

/** What to tell then. */
export const noRoomError = (): UserError =>
  new UserError(
    'There is no room left on the disk. The built site is as it was, or the next build completes it.\nMake room (a full build needs that of a second site for a moment) and run npm run build again.',
  );

/** What to tell when a thread needs more memory than it is given. */
export const noMemoryError = (megabytes: number): UserError =>
  new UserError(
    `A thread of the build needs more than the ${megabytes} MB of memory that it is given. The built site is as it was.\nGive it more (maxOldGenerationSizeMb in src/build/workers.ts) and run npm run build again.`,
  );

/** What to tell of an error: that the disk is full, when that is what it says. */
export const told = (error: unknown): unknown => (saysNoRoom(error) ? noRoomError() : error);
