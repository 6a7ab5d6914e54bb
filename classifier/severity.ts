import type { Category } from '../src/model/categories.ts';
import { bars, type RiskLevel } from '../src/model/risks.ts';

/** How grave categories are beside each other: a program that is run is no milder than a removal. */
const weight: Readonly<Record<Category, number>> = {
  Read: 0,
  Write: 1,
  Execute: 2,
  Destructive: 2,
  Financial: 3,
};

/** Whether a category is milder than another. */
export function isMilder(category: Category, other: Category): boolean {
  return weight[category] < weight[other];
}

/** How much worse a level that is too low is than one that is too high. A judgement, not a measurement. */
const tooLow = 1.25;

/** What it costs to say one level where another is true, in levels that are too high. Nothing for the right one. */
export function wrongLevel(said: RiskLevel, is: RiskLevel): number {
  const steps = bars(said) - bars(is);
  return steps < 0 ? -steps * tooLow : steps;
}
