/**
 * The `most` items with the highest scores, highest first, and among equals the earlier in the list. Takes one pass: what does not beat the
 * lowest of those found so far costs one comparison.
 */
export function best(items: readonly number[], most: number, scoreOf: (item: number) => number): number[] {
  const found: { item: number; score: number }[] = [];
  const trim = (): void => {
    found.sort((a, b) => b.score - a.score);
    found.length = Math.min(found.length, most);
  };
  let least = -Infinity;
  for (const item of items) {
    const score = scoreOf(item);
    if (score <= least) continue;
    found.push({ item, score });
    if (found.length < 2 * most) continue;
    trim();
    least = found.at(-1)?.score ?? least;
  }
  trim();
  return found.map(({ item }) => item);
}
