import { z } from 'zod';
import { Category } from '../../../src/model/categories.ts';
import { bars, riskLevels, type Risk, type RiskLevel, worse } from '../../../src/model/risks.ts';
import { isMilder, wrongLevel } from '../../severity.ts';
import { type Hearing, isUntold } from './hearing.ts';

/** How rules and model are weighed against each other. Training chooses it on servers that its heads have not seen. */
export const Decision = z.strictObject({
  /** The chance from which the model may say something milder than the rules. */
  sure: z.number(),
  /** How often the rules were right where the model spoke milder and was not sure. */
  overruled: z.number().min(0).max(1),
  /** What the chance of a removal or a payment is multiplied with before the likeliest category is taken. */
  care: z.number().positive(),
  /** What the rules' level counts beside the model's where both see the same category. */
  rulesShare: z.number().min(0).max(1),
});
export type Decision = z.infer<typeof Decision>;

/** What happens once and is not taken back: not to be missed for a little more accuracy elsewhere. */
export const grave: ReadonlySet<Category> = new Set(['Destructive', 'Financial']);

/** How often the rules were right about tools that only tell how something is done: 18 labels of 18, and one more wrong and right. */
const guiding = 0.95;

/**
 * The category that stands when the model gives these chances, and the chance that it is right. What the rules call a
 * payment is called nothing milder: there are too few labelled ones to learn from when they are wrong.
 */
export function categoryIn(
  hearing: Pick<Hearing, 'it' | 'ruling'>,
  shares: readonly number[],
  { sure, overruled, care }: Decision,
): { category: Category; confidence: number } {
  const { ruling } = hearing;
  if (ruling.ground === 'guidance' && !isUntold(hearing))
    return { category: ruling.category, confidence: guiding };
  const weighed = Category.options.map((each, index) => (shares[index] ?? 0) * (grave.has(each) ? care : 1));
  const index = weighed.indexOf(Math.max(...weighed));
  const found = Category.options[index] ?? ruling.category;
  const share = shares[index] ?? 0;
  const isHeld = ruling.category === 'Financial' || isUntold(hearing);
  if (!isMilder(found, ruling.category) || (share >= sure && !isHeld))
    return { category: found, confidence: share };
  return { category: ruling.category, confidence: overruled };
}

/** What each level costs where each other is true. */
const prices = riskLevels.map((said) => riskLevels.map((is) => wrongLevel(said, is)));

/** The level that costs least when each level has its chance to be the true one. */
function cheapest(shares: readonly number[]): RiskLevel {
  const costs = prices.map((row) => {
    let sum = 0;
    for (let index = 0; index < row.length; index += 1) sum += (shares[index] ?? 0) * (row[index] ?? 0);
    return sum;
  });
  return riskLevels[costs.indexOf(Math.min(...costs))] ?? 'Critical';
}

/** The level that stands when the model gives these chances for a category. */
export function riskIn(
  hearing: Pick<Hearing, 'it' | 'ruling' | 'level'>,
  category: Category,
  shares: readonly number[],
  { rulesShare }: Decision,
): Risk {
  const { ruling, level } = hearing;
  const isSame = category === ruling.category;
  if (isSame && bars(level.risk) === 0) return 'Unknown';
  const weight = isSame ? rulesShare : 0;
  const mixed = shares.map(
    (share, index) => share * (1 - weight) + weight * Number(riskLevels[index] === level.risk),
  );
  const risk = cheapest(mixed);
  return isUntold(hearing) ? worse(level.risk, risk) : risk;
}
