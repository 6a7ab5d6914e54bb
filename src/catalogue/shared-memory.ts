type Numbers = Int32Array | Uint8Array;

/** The same numbers in memory that threads share. */
export function sharedCopy<Its extends Numbers>(numbers: Its): Its {
  const memory = new SharedArrayBuffer(numbers.byteLength);
  const copy: Numbers = numbers instanceof Int32Array ? new Int32Array(memory) : new Uint8Array(memory);
  copy.set(numbers);
  return copy as Its;
}

/** The same of several by their names. */
export function sharedCopies<Its extends Readonly<Record<keyof Its, Numbers>>>(all: Its): Its {
  const copies = Object.entries<Numbers>(all).map(([name, numbers]) => [name, sharedCopy(numbers)]);
  return Object.fromEntries(copies) as Its;
}
