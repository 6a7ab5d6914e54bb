import type { Subject } from '../../../src/model/tool.ts';
import { type Case, openCase } from './case.ts';
import { rule, type Ruling } from './category.ts';
import { riskOf, type RiskRuling } from './risk.ts';

/** A tool taken apart, and what the rules say of it. */
export interface Ruled {
  it: Case;
  ruling: Ruling;
  level: RiskRuling;
}

const known = new WeakMap<Case, Ruled>();

/** What the rules say of a tool, found out once for all who ask. */
export function ruled(subject: Subject): Ruled {
  const it = openCase(subject);
  const before = known.get(it);
  if (before !== undefined) return before;
  const ruling = rule(it);
  const found = { it, ruling, level: riskOf(it, ruling) };
  known.set(it, found);
  return found;
}
