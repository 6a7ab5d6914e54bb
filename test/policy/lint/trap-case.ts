import type { FindingKind } from '../../../src/policy/lint/linter.ts';

/** One way in which a file does not mean what it says. */
export interface TrapCase {
  trap: string;
  format: string;
  /** The file with the trap, and one without it. */
  bad: string;
  good: string;
  kind: FindingKind;
  /** Where the finding stands. */
  at: string;
}

export const json = (value: unknown): string => JSON.stringify(value, null, 2);
