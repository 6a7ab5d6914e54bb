/** Letters of a word that may be spelled wrongly. */
export const spelled = { from: 3, to: 24 } as const;

/** Errors that a word of so many letters is forgiven. */
export function forgiven(letters: number): number {
  return letters < 3 ? 0 : letters < 6 ? 1 : 2;
}

/** Under which keys the vocabulary holds a word: by its first letter and length, and by its last. */
export function letterKeys(word: string): string[] {
  return [`<${word.charAt(0)}${word.length}`, `>${word.charAt(word.length - 1)}${word.length}`];
}

/** Under which key it holds words that begin alike. */
export function beginningKey(word: string): string {
  return `^${word.slice(0, 3)}`;
}

/** Where to look for what may have been meant: one error spares the first or the last letter. */
export function nearbyKeys(word: string, errors: number): string[] {
  const keys: string[] = [];
  for (let length = word.length - errors; length <= word.length + errors; length += 1)
    keys.push(`<${word.charAt(0)}${length}`, `>${word.charAt(word.length - 1)}${length}`);
  return keys;
}

/**
 * How many letters to add, remove, change or swap with a neighbour to make one word of the other (optimal string alignment);
 * `bound + 1` when it is more than `bound`.
 */
export function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (!same && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > bound) return bound + 1;
    before = last;
    last = current;
  }
  return last[b.length] ?? bound + 1;
}
