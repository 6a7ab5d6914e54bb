import type { Constraint } from '../model/policy.ts';
import { type ConstraintKind, readTool } from './constraint-kind.ts';
import { action } from './constraints/action.ts';
import { amount } from './constraints/amount.ts';
import { environment } from './constraints/environment.ts';
import { force } from './constraints/force.ts';
import { host } from './constraints/host.ts';
import { pathRoot } from './constraints/path-root.ts';
import { program } from './constraints/program.ts';
import { recipient } from './constraints/recipient.ts';
import { singleObject } from './constraints/single-object.ts';
import { sqlReads } from './constraints/sql-reads.ts';
import type { RatedTool } from './recommend.ts';

/** Every kind of condition, in the order a policy lists them. */
export const constraintKinds: readonly ConstraintKind[] = [
  environment,
  action,
  pathRoot,
  host,
  sqlReads,
  program,
  recipient,
  amount,
  force,
  singleObject,
];

const known = new WeakMap<RatedTool, Constraint[]>();

/**
 * The conditions on arguments that a tool's signals and input schema give reason for. Of two kinds with the same
 * comparison on the same argument the first counts. They are the same under every preset, so they are worked out once.
 */
export function constraintsOf(tool: RatedTool): Constraint[] {
  const constraints = known.get(tool) ?? derived(tool);
  known.set(tool, constraints);
  return constraints;
}

function derived(tool: RatedTool): Constraint[] {
  const reading = readTool(tool);
  const found = constraintKinds.flatMap(({ derive }) => derive(reading));
  const keyOf = ({ argument, op }: Constraint): string => JSON.stringify([argument, op]);
  return [...new Map(found.toReversed().map((each) => [keyOf(each), each])).values()].reverse();
}
