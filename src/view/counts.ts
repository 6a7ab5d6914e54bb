import { categoriesByWeight, type Category } from '../model/categories.ts';
import type { Classification } from '../model/classification.ts';
import { risksByWeight, type Risk } from '../model/risks.ts';

export interface Counts {
  byRisk: { key: Risk; count: number }[];
  byCategory: { key: Category; count: number }[];
}

/** How many tools stand at each level and in each category, worst first, empty ones included. */
export function countsOf(tools: readonly Pick<Classification, 'category' | 'risk'>[]): Counts {
  const counted = new Map<Risk | Category, number>();
  for (const { risk, category } of tools)
    for (const key of [risk, category]) counted.set(key, (counted.get(key) ?? 0) + 1);
  const countOf = <Key extends Risk | Category>(key: Key) => ({ key, count: counted.get(key) ?? 0 });
  return { byRisk: risksByWeight.map(countOf), byCategory: categoriesByWeight.map(countOf) };
}
