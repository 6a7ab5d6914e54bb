import { UserError } from '../terminal/command.ts';
import { saysNoRoom } from '../terminal/room.ts';

/** What to tell then. */
export const noRoomError = (): UserError =>
  new UserError(
    'There is no room left on the disk. The built site is as it was, or the next build completes it.\nMake room (a full build needs that of a second site for a moment) and run npm run build again.',
  );

/** What to tell of an error: that the disk is full, when that is what it says. */
export const told = (error: unknown): unknown => (saysNoRoom(error) ? noRoomError() : error);
