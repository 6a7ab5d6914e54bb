/** How many threads are to make the files of so many bytes of servers: all of a catalogue, or those that changed. */
export type Threads = (bytes: number, are: keyof typeof aloneBytes) => number;

/**
 * Bytes of which one thread makes the files with a fifth less processor time than two, because each has to start. Of servers that changed,
 * most files are not made.
 */
const aloneBytes = { all: 12 * 1024 * 1024, changed: 32 * 1024 * 1024 };

/** At most so many, and one where more would take longer to start than they save. */
export const threadsUpTo =
  (most: number): Threads =>
  (bytes, are) =>
    bytes <= aloneBytes[are] ? 1 : most;
