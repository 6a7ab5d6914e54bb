import { z } from 'zod';

export const Risk = z.enum(['Low', 'Medium', 'High', 'Critical', 'Unknown']);
export type Risk = z.infer<typeof Risk>;

/** The levels a judge can prove, mildest first. Unknown is no level: it says that nothing is known. */
export const riskLevels = ['Low', 'Medium', 'High', 'Critical'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** Worst first, Unknown last: the order of lists and counts. */
export const risksByWeight: readonly Risk[] = ['Critical', 'High', 'Medium', 'Low', 'Unknown'];

/** Bars of the meter beside the word: 1 to 4, none for Unknown. */
export function bars(risk: Risk): number {
  return riskLevels.findIndex((level) => level === risk) + 1;
}

/** The graver of two risks. Unknown gives way to any level. */
export function worse(a: Risk, b: Risk): Risk {
  return bars(a) >= bars(b) ? a : b;
}

/** `steps` levels up (or down, when negative), never past the ends of the scale. */
export function shift(risk: RiskLevel, steps: number): RiskLevel {
  const index = Math.min(Math.max(bars(risk) - 1 + steps, 0), riskLevels.length - 1);
  return riskLevels[index] ?? risk;
}
