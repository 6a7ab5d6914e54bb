/** SQLite's own number for a disk that is full (SQLITE_FULL). */
const sqliteFull = 13;

/** Whether an error of this code says that the disk is full. */
export const isNoRoom = (code: unknown): boolean => code === 'ENOSPC' || code === 'EDQUOT';

/** Whether an error says so, of a file or of a database in one. */
export function saysNoRoom(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return ('code' in error && isNoRoom(error.code)) || ('errcode' in error && error.errcode === sqliteFull);
}
