import type { Case } from './case.ts';
import type { Ruling } from './category.ts';

export function rationaleOf(_it: Case, ruling: Ruling): string {
  return `Ground: ${ruling.ground}.`;
}
