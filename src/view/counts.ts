import { categoriesByWeight, type Category } from '../model/categories.ts';
import type { Classification } from '../model/classification.ts';
import { risksByWeight, type Risk } from '../model/risks.ts';

export interface Counts {
  byRisk: { key: Risk; count: number }[];
  byCategory: { key: Category; count: number }[];
}

/** How many tools stand at each level and in each category, worst first, empty ones included. */
export function countsOf(tools: readonly Pick<Classification, 'category' | 'risk'>[]): Counts {
  return {
    byRisk: risksByWeight.map((key) => ({ key, count: tools.filter(({ risk }) => risk === key).length })),
    byCategory: categoriesByWeight.map((key) => ({
      key,
      count: tools.filter(({ category }) => category === key).length,
    })),
  };
}
