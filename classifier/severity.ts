import type { Category } from '../src/model/categories.ts';

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
