import { Category } from '../../src/model/categories.ts';
import type { Verdict } from '../../src/model/classification.ts';
import { bars } from '../../src/model/risks.ts';
import type { Label } from './labels.ts';

/** A label beside what the judge said. */
export interface Judged {
  label: Label;
  verdict: Pick<Verdict, 'category' | 'risk' | 'confidence'>;
}

/** Shares from 0 to 1, but for the counts. A share of nothing is null, never zero. */
export interface Scores {
  tools: number;
  strict: number | null;
  /** Strict, or among the alternatives the label accepts. */
  acceptable: number | null;
  macroF1: number | null;
  perCategory: Record<Category, { precision: number | null; recall: number | null; f1: number | null }>;
  /** Row: the label. Column: the judge. */
  confusion: Record<Category, Record<Category, number>>;
  risk: { tools: number; exact: number | null; withinOne: number | null; underCalled: number | null };
  /** How often the category was right, by stated confidence in steps of a tenth. */
  calibration: { from: number; tools: number; right: number }[];
  /** How far stated confidence and accuracy are apart, over the ten steps, weighed by tools. */
  calibrationError: number | null;
  /** The share that states a confidence below 0.7. */
  review: number | null;
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

function confusionOf(judged: readonly Judged[]): Scores['confusion'] {
  const empty = () =>
    Object.fromEntries(Category.options.map((each) => [each, 0])) as Record<Category, number>;
  const table = Object.fromEntries(Category.options.map((each) => [each, empty()])) as Scores['confusion'];
  for (const { label, verdict } of judged) if (label.category) table[label.category][verdict.category] += 1;
  return table;
}

function categoryScore(table: Scores['confusion'], category: Category): Scores['perCategory'][Category] {
  const right = table[category][category];
  const precision = share(right, sum(Category.options.map((row) => table[row][category])));
  const recall = share(right, sum(Object.values(table[category])));
  const f1 =
    precision === null || recall === null ? recall : (2 * precision * recall) / (precision + recall || 1);
  return { precision, recall, f1 };
}

function riskScore(judged: readonly Judged[]): Scores['risk'] {
  const rated = judged.filter(({ label }) => label.risk);
  const steps = rated.map(({ label, verdict }) => bars(verdict.risk) - bars(label.risk ?? 'Unknown'));
  const exact = rated.filter(
    ({ label, verdict }) =>
      verdict.risk === label.risk || label.acceptable_risk?.some((each) => each === verdict.risk),
  );
  return {
    tools: rated.length,
    exact: share(exact.length, rated.length),
    withinOne: share(steps.filter((step) => Math.abs(step) <= 1).length, rated.length),
    underCalled: share(steps.filter((step) => step < 0).length, rated.length),
  };
}

const isRight = ({ label, verdict }: Judged) => label.category === verdict.category;

function tenths(judged: readonly Judged[]): Map<number, Judged[]> {
  return Map.groupBy(judged, ({ verdict }) => Math.min(9, Math.floor(verdict.confidence * 10)));
}

function calibrationOf(judged: readonly Judged[]): Scores['calibration'] {
  return [...tenths(judged)]
    .toSorted(([a], [b]) => a - b)
    .map(([tenth, group]) => ({
      from: tenth / 10,
      tools: group.length,
      right: group.filter(isRight).length,
    }));
}

function calibrationErrorOf(judged: readonly Judged[]): number | null {
  const gaps = [...tenths(judged).values()].map((group) => {
    const stated = sum(group.map(({ verdict }) => verdict.confidence));
    return Math.abs(stated - group.filter(isRight).length);
  });
  return share(sum(gaps), judged.length);
}

/** Measures a judge against labels. Labels without a category are left out. */
export function scoresOf(all: readonly Judged[]): Scores {
  const judged = all.filter(({ label }) => label.category);
  const right = judged.filter(isRight);
  const accepted = judged.filter(
    ({ label, verdict }) =>
      label.category === verdict.category || label.acceptable?.includes(verdict.category),
  );
  const confusion = confusionOf(judged);
  const entries = Category.options.map((each) => [each, categoryScore(confusion, each)] as const);
  const present = entries.flatMap(([, { recall, f1 }]) => (recall === null ? [] : [f1 ?? 0]));
  return {
    tools: judged.length,
    strict: share(right.length, judged.length),
    acceptable: share(accepted.length, judged.length),
    macroF1: share(sum(present), present.length),
    perCategory: Object.fromEntries(entries) as Scores['perCategory'],
    confusion,
    risk: riskScore(judged),
    calibration: calibrationOf(judged),
    calibrationError: calibrationErrorOf(judged),
    review: share(judged.filter(({ verdict }) => verdict.confidence < 0.7).length, judged.length),
  };
}
