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
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, place) => place)];
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const changed = cell(row - 1, column - 1) + (isSame ? 0 : 1);
      const swapped = isSwapped ? cell(row - 2, column - 2) + 1 : Infinity;
      current.push(Math.min(changed, swapped, cell(row - 1, column) + 1, cell(row, column - 1) + 1));
    }
    if (Math.min(...current) > bound) return bound + 1;
  }
  return Math.min(cell(a.length, b.length), bound + 1);
}
