import { Category } from '../../src/model/categories.ts';
import type { Verdict } from '../../src/model/classification.ts';
import type { Scores } from '../../src/model/measurement.ts';
import { bars, Risk } from '../../src/model/risks.ts';
import type { Label } from './labels.ts';

/** A label beside what the judge said. */
export interface Judged {
  label: Label;
  verdict: Pick<Verdict, 'category' | 'risk' | 'confidence'>;
  /** Pieces of evidence the judge gave, and those that stand where it says. */
  quotes: number;
  verbatim: number;
  /** Whether the rules alone say another category. */
  isDisputed: boolean;
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

/** How many there are of each key. */
function countsOf<Key extends string>(keys: readonly Key[], all: readonly Key[]): Record<Key, number> {
  const entries = keys.map((key) => [key, all.filter((each) => each === key).length]);
  return Object.fromEntries(entries) as Record<Key, number>;
}

function confusionOf(judged: readonly Judged[]): Scores['confusion'] {
  const rows = Category.options.map((category) => {
    const own = judged.filter(({ label }) => label.category === category);
    return [
      category,
      countsOf(
        Category.options,
        own.map(({ verdict }) => verdict.category),
      ),
    ];
  });
  return Object.fromEntries(rows) as Scores['confusion'];
}

function categoryScore(table: Scores['confusion'], category: Category): Scores['perCategory'][Category] {
  const right = table[category][category];
  const support = sum(Object.values(table[category]));
  const precision = share(right, sum(Category.options.map((row) => table[row][category])));
  const recall = share(right, support);
  const f1 =
    precision === null || recall === null ? recall : (2 * precision * recall) / (precision + recall || 1);
  return { precision, recall, f1, support };
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

/** What was said of all tools, and what stands behind it: nothing here needs a label. */
function saidOf(all: readonly Judged[]): Pick<Scores, 'review' | 'evidence' | 'distribution'> {
  const unsure = all.filter(({ verdict, isDisputed }) => isDisputed || verdict.confidence < 0.7);
  return {
    review: share(unsure.length, all.length),
    evidence: {
      quotes: sum(all.map(({ quotes }) => quotes)),
      verbatim: sum(all.map(({ verbatim }) => verbatim)),
    },
    distribution: {
      categories: countsOf(
        Category.options,
        all.map(({ verdict }) => verdict.category),
      ),
      risks: countsOf(
        Risk.options,
        all.map(({ verdict }) => verdict.risk),
      ),
    },
  };
}

/** Measures a judge against labels. Labels without a category count for the distribution, review and evidence only. */
export function scoresOf(all: readonly Judged[]): Scores {
  const judged = all.filter(({ label }) => label.category);
  const accepted = judged.filter(
    ({ label, verdict }) =>
      label.category === verdict.category || label.acceptable?.includes(verdict.category),
  );
  const confusion = confusionOf(judged);
  const entries = Category.options.map((each) => [each, categoryScore(confusion, each)] as const);
  const present = entries.flatMap(([, { recall, f1 }]) => (recall === null ? [] : [f1 ?? 0]));
  return {
    tools: judged.length,
    strict: share(judged.filter(isRight).length, judged.length),
    acceptable: share(accepted.length, judged.length),
    macroF1: share(sum(present), present.length),
    perCategory: Object.fromEntries(entries) as Scores['perCategory'],
    confusion,
    risk: riskScore(judged),
    calibration: calibrationOf(judged),
    calibrationError: calibrationErrorOf(judged),
    ...saidOf(all),
  };
}
