import type { ToolAction } from '../src/model/classification.ts';
import { limits } from '../src/model/limits.ts';
import type { ToolDefinition } from '../src/model/tool.ts';
import { listedActions } from './actions/listed.ts';
import { narrowed } from './actions/narrowed.ts';
import { ruleAction, type RuledAction } from './actions/ruling.ts';
import { wordingOf } from './actions/wording.ts';
import { read } from './signals/reading/reading.ts';

/** The actions of a tool, each rated on its own, and how many more it lists. */
export interface RatedActions {
  actions: ToolAction[];
  actionsLeft: number;
  /** What the rules say of each that is recognised, by its name. */
  ruled: ReadonlyMap<string, RuledAction>;
}

/**
 * A rating for each action between which an argument of the tool chooses. It is the rules' word, whoever judges the
 * tool: models were measured on whole definitions, not on parts of them, and a language model would be paid for each.
 */
export function rateActions(tool: ToolDefinition): RatedActions {
  const reading = read(tool);
  const all = listedActions(reading);
  const listed = all.slice(0, limits.actions);
  const wordings = wordingOf(tool, listed);
  const ruled = new Map<string, RuledAction>();
  const actions = listed.map((action): ToolAction => {
    const { argument, name, at } = action;
    const wording = wordings.get(action);
    const alone = narrowed(action, listed, reading, wording);
    const found = alone === null ? null : ruleAction(action, { reading, listed }, alone);
    if (found !== null) ruled.set(name, found);
    const { category, risk } = found ?? unrecognised;
    return { argument, name, ...(wording ?? { at, quote: name }), category, risk };
  });
  return { actions, actionsLeft: all.length - listed.length, ruled };
}

/** What is said of an action that nothing explains. */
const unrecognised: Pick<ToolAction, 'category' | 'risk'> = { category: null, risk: 'Unknown' };
