/** Rows of lists that are made ready, one after the other. */
export interface Rows {
  /** Adds a row. Returns where it begins and how long it is, in bytes. */
  add: (row: Uint8Array) => [at: number, bytes: number];
  bytes: () => number;
  all: () => Buffer;
}

export function newRows(): Rows {
  const held: Uint8Array[] = [];
  let bytes = 0;
  return {
    add(row) {
      const at = bytes;
      held.push(row);
      bytes += row.length;
      return [at, row.length];
    },
    bytes: () => bytes,
    all: () => Buffer.concat(held),
  };
}
