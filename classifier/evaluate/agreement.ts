import type { Agreement } from '../../src/model/measurement.ts';

/** The share of equal answers, and that share beyond what equal habits alone would give; 1 where nothing else is possible. */
function agreed(pairs: readonly (readonly [string, string])[]): [share: number, kappa: number] {
  const share = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const values = new Set(pairs.flat());
  const portion = (place: 0 | 1, value: string) =>
    pairs.filter((pair) => pair[place] === value).length / pairs.length;
  const chance = [...values].reduce((sum, value) => sum + portion(0, value) * portion(1, value), 0);
  return [share, chance === 1 ? 1 : (share - chance) / (1 - chance)];
}

/** What one pass said. */
type Passed = Record<'category' | 'risk', string>;

/** How far the two passes agree on these labels, of which there must be at least one. */
export function agreementOf(labels: readonly { passes: readonly [Passed, Passed] }[]): Agreement {
  const pairs = (key: keyof Passed) => labels.map(({ passes: [a, b] }): [string, string] => [a[key], b[key]]);
  const [category, categoryKappa] = agreed(pairs('category'));
  const [risk, riskKappa] = agreed(pairs('risk'));
  return { category, categoryKappa, risk, riskKappa };
}
