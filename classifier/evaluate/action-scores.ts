import type { ToolAction } from '../../src/model/classification.ts';
import type { ActionScores } from '../../src/model/measurement.ts';
import { bars } from '../../src/model/risks.ts';
import type { z } from 'zod';
import type { ActionLabel, Label } from './labels.ts';

/** A labelled tool beside the actions that were shown of it. */
interface Shown {
  label: Label;
  verdict: { actions: readonly ToolAction[] };
}

/** One action beside its label. */
interface Pair {
  label: z.infer<typeof ActionLabel>;
  action: ToolAction;
}

const ownOf = ({ label, verdict }: Shown) =>
  verdict.actions.filter(({ argument }) => argument === label.acting?.argument);

function pairsOf(shown: Shown): Pair[] {
  const own = new Map(ownOf(shown).map((action) => [action.name, action]));
  return (shown.label.acting?.actions ?? []).flatMap((label) => {
    const action = own.get(label.name);
    return action === undefined ? [] : [{ label, action }];
  });
}

const isStrict = ({ label, action }: Pair) => action.category === label.category;
const isAccepted = (pair: Pair) =>
  isStrict(pair) || pair.label.acceptable.some((each) => each === pair.action.category);
const isExact = ({ label, action }: Pair) =>
  [label.risk, ...label.acceptable_risk].some((each) => each === action.risk);
const steps = ({ label, action }: Pair) => bars(action.risk) - bars(label.risk);

/** Counts how often an argument that chooses is known, and what was said of its actions. An action that was called Unknown is not right. */
export function actionScoresOf(all: readonly Shown[]): ActionScores {
  const choosing = all.filter(({ label }) => label.acting?.chooses === true);
  const others = all.filter(({ label }) => label.acting?.chooses === false);
  const pairs = choosing.flatMap(pairsOf);
  const count = (is: (pair: Pair) => boolean) => pairs.filter(is).length;
  const known = ({ action }: Pair) => action.risk !== 'Unknown';
  return {
    choosing: choosing.length,
    found: choosing.filter((each) => ownOf(each).length > 0).length,
    others: others.length,
    mistaken: others.filter((each) => ownOf(each).length > 0).length,
    actions: pairs.length,
    unknown: count((pair) => !known(pair)),
    strict: count(isStrict),
    acceptable: count(isAccepted),
    exact: count(isExact),
    withinOne: count((pair) => known(pair) && (isExact(pair) || Math.abs(steps(pair)) <= 1)),
    underCalled: count((pair) => known(pair) && !isExact(pair) && steps(pair) < 0),
  };
}
