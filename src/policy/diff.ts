import { isObject, valueAt } from '../model/json.ts';
import type { Decision } from '../model/policy.ts';
import { readRuleset, type Ruleset } from './ruleset.ts';
import { standing } from './standing.ts';

/** What two policies say of one tool, where they differ. */
export interface PolicyChange {
  /** Null: of all tools together. */
  tool: string | null;
  before: Decision;
  after: Decision;
  /** opened: less stands in the way of a call than before. closed: more does. changed: only bounds differ, either way. */
  direction: 'opened' | 'changed' | 'closed';
  /** What differs besides the decision. */
  bounds: Bound[];
}

type Bound = 'conditions' | 'limits' | 'definition';

/** The members of a tool's entry that hold each bound, in policy.json and in our own policy. */
const members: Readonly<Record<Bound, readonly string[]>> = {
  conditions: ['require', 'deny_if', 'constraints'],
  limits: ['limits'],
  definition: ['definition'],
};

const strictness: readonly Decision[] = ['allow', 'ask', 'deny', 'hide'];

interface Side {
  document: unknown;
  rules: Ruleset;
}

/** What an entry says under some members. An empty list says as much as none. */
function said(entry: unknown, keys: readonly string[]): string {
  const values = keys.map((key) => (isObject(entry) && Object.hasOwn(entry, key) ? entry[key] : []));
  return JSON.stringify(values);
}

const entryOf = ({ document, rules }: Side, tool: string): unknown =>
  valueAt(document, rules.tools.get(tool)?.at ?? '/-');

function changeOf(tool: string, from: Side, to: Side): PolicyChange | null {
  const before = standing(from.rules, tool) ?? from.rules.default;
  const after = standing(to.rules, tool) ?? to.rules.default;
  const [old, now] = [entryOf(from, tool), entryOf(to, tool)];
  const bounds = (Object.keys(members) as Bound[]).filter(
    (bound) => said(old, members[bound]) !== said(now, members[bound]),
  );
  if (before === after && bounds.length === 0) return null;
  const step = strictness.indexOf(after) - strictness.indexOf(before);
  return { tool, before, after, direction: step < 0 ? 'opened' : step > 0 ? 'closed' : 'changed', bounds };
}

/** What becomes of tools that a policy does not name, and the limits over all of them. */
function changeOfAll(from: Side, to: Side): PolicyChange[] {
  const [before, after] = [from.rules.default, to.rules.default];
  const isSame = JSON.stringify(from.rules.limits) === JSON.stringify(to.rules.limits);
  if (before === after && isSame) return [];
  const direction = before === after ? 'changed' : after === 'allow' ? 'opened' : 'closed';
  return [{ tool: null, before, after, direction, bounds: isSame ? [] : ['limits'] }];
}

const isOwn = (document: unknown): boolean => isObject(document) && !Object.hasOwn(document, 'version');

/**
 * What became of each tool from one policy to another; what opened comes first.
 * @throws RangeError with sentences for people when one is no policy, or one is policy.json and the other is not.
 */
export function diffPolicies(before: unknown, after: unknown): PolicyChange[] {
  const from = { document: before, rules: readRuleset(before) };
  const to = { document: after, rules: readRuleset(after) };
  if (isOwn(before) !== isOwn(after))
    throw new RangeError('One of the files is policy.json and the other is not: compare two of a kind.');
  const named = [from, to].flatMap(({ rules: { tools, hidden } }) => [...tools.keys(), ...hidden.keys()]);
  const tools = [...new Set(named)].sort().flatMap((tool) => changeOf(tool, from, to) ?? []);
  const order = ['opened', 'changed', 'closed'];
  const all = [...changeOfAll(from, to), ...tools];
  return all.sort((a, b) => order.indexOf(a.direction) - order.indexOf(b.direction));
}
