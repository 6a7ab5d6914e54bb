/** Room for the turns of so many routes, or of the files of a catalogue. */
const most = 1024;

/** Of each: who came first, whether it is shared, and the next block of it that nobody has taken. */
const words = 2;
const [unknown, listing, alone, shared] = [0, 1, 2, 3];

export const newTurns = (): SharedArrayBuffer => new SharedArrayBuffer(most * words * 4);

/** How threads that know of nothing else take things in turn. Things are numbered from 0. */
export interface Turns {
  /** Whether nobody else has taken it. */
  claim: (number: number) => boolean;
  /** Says whether others can take parts of what was claimed. */
  learn: (number: number, isShared: boolean) => void;
  /** Whether they can; waits until whoever claimed it knows. */
  isShared: (number: number) => boolean;
  /** The next part. */
  take: (number: number) => number;
}

export function turns(memory: SharedArrayBuffer): Turns {
  const states = new Int32Array(memory);
  return {
    claim: (number) => Atomics.compareExchange(states, number * words, unknown, listing) === unknown,
    learn(number, isShared) {
      Atomics.store(states, number * words, isShared ? shared : alone);
      Atomics.notify(states, number * words);
    },
    isShared(number) {
      Atomics.wait(states, number * words, listing);
      return Atomics.load(states, number * words) === shared;
    },
    take: (number) => Atomics.add(states, number * words + 1, 1),
  };
}
