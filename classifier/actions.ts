import type { Quote, ToolAction } from '../src/model/classification.ts';
import { isObject, valueAt } from '../src/model/json.ts';
import { limits } from '../src/model/limits.ts';
import type { ToolDefinition } from '../src/model/tool.ts';
import { actOf, type Listed, listedActions } from './actions/listed.ts';
import { wordingOf } from './actions/wording.ts';
import { type Case, openCase, vague } from './judges/rules/case.ts';
import { rule, type Ruling } from './judges/rules/category.ts';
import { isAbout, objects } from './judges/rules/objects.ts';
import { riskOf } from './judges/rules/risk.ts';
import { nameWords } from './signals/reading/names.ts';
import { read, type Reading } from './signals/reading/reading.ts';

/** The actions of a tool, each rated on its own, and how many more it lists. */
export interface RatedActions {
  actions: ToolAction[];
  actionsLeft: number;
}

/** An action is rated without its server, so that the same definition gets the same verdict everywhere. */
const server = { name: 'unnamed' };

/** What a tool is about: the words of its name, without a verb that promises nothing or stands at the end. */
function objectOf({ words, named: [named] }: Reading): string {
  const verb = named?.place.quote.toLowerCase();
  const isLeft = (word: string, index: number) =>
    word !== verb || !(index === words.length - 1 || vague.has(named?.lemma ?? ''));
  return words.filter(isLeft).join(' ');
}

/** The input schema of one action: that of its variant, else the whole one, without the argument that chooses. */
function schemaOf({ at, argument }: Listed, tool: ToolDefinition): Pick<ToolDefinition, 'inputSchema'> {
  const variant = /^(\/inputSchema(?:\/(?:anyOf|oneOf|allOf)\/\d+)*)\/properties\//.exec(at)?.[1];
  const schema = valueAt(tool, variant ?? '/inputSchema');
  if (!isObject(schema) || !isObject(schema.properties)) return {};
  const others = Object.entries(schema.properties).filter(([name]) => name !== argument);
  const inputSchema = { type: 'object', properties: Object.fromEntries(others) };
  return { inputSchema: inputSchema as NonNullable<ToolDefinition['inputSchema']> };
}

/** The tool as it would be if it did nothing but this: called after the action and described by the words on it alone. */
function narrowed(action: Listed, reading: Reading, wording: Quote | undefined): ToolDefinition {
  const words = nameWords(action.name);
  const object = words.length > 1 ? '' : objectOf(reading);
  const claim = actOf(action.name) === undefined ? '' : `${words.join(' ')} the ${object}`.trim();
  const said = wording?.quote.slice(action.name.length).replace(/^[^\p{L}\p{N}]+/u, '') ?? '';
  return {
    name: words.join('_') || action.name,
    description: [claim, said].filter((text) => text !== '').join('. '),
    ...schemaOf(action, reading.tool),
  };
}

/** Whether a removal only takes something off: the same tool can add it again, or it is one's own setting. */
function isTakingOff({ action }: Case, listed: readonly Listed[]): boolean {
  if (action === null) return false;
  const isPaired = action.act === 'remove' && listed.some(({ name }) => nameWords(name)[0] === 'add');
  return isPaired || isAbout(objects.own, action.object);
}

/** The rules' word on one action; null when it is not recognisable. */
function rulingOn(listed: readonly Listed[], tool: ToolDefinition) {
  const it = openCase({ server, tool });
  const ruling = rule(it);
  if (it.action === null || ruling.ground === 'unclear') return null;
  const isMild = ruling.category === 'Destructive' && isTakingOff(it, listed);
  const fitting: Ruling = isMild ? { category: 'Write', ground: 'tidying' } : ruling;
  return { category: fitting.category, risk: riskOf(it, fitting).risk };
}

/**
 * A rating for each action between which an argument of the tool chooses. It is the rules' word, whoever judges the
 * tool: models were measured on whole definitions, not on parts of them, and a language model would be paid for each.
 */
export function rateActions(tool: ToolDefinition): RatedActions {
  const reading = read(tool);
  const listed = listedActions(reading);
  if (listed.length === 0) return { actions: [], actionsLeft: 0 };
  const rated = listed.slice(0, limits.actions);
  const wordings = wordingOf(tool, rated);
  const actions = rated.map((action): ToolAction => {
    const { argument, name, at } = action;
    const wording = wordings.get(action);
    const isSaid = wording !== undefined || actOf(name) !== undefined;
    const found = isSaid ? rulingOn(listed, narrowed(action, reading, wording)) : null;
    const place = wording ?? { at, quote: name };
    return { argument, name, ...place, ...(found ?? { category: null, risk: 'Unknown' }) };
  });
  return { actions, actionsLeft: listed.length - rated.length };
}
