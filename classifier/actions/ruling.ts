import type { Category } from '../../src/model/categories.ts';
import type { Risk } from '../../src/model/risks.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import { type Case, openCase } from '../judges/rules/case.ts';
import { rule, type Ruling } from '../judges/rules/category.ts';
import { isAbout, objects } from '../judges/rules/objects.ts';
import { riskOf } from '../judges/rules/risk.ts';
import { nameWords } from '../signals/reading/names.ts';
import type { Reading } from '../signals/reading/reading.ts';
import type { Act } from '../signals/reading/verbs.ts';
import { actOf } from './chooser.ts';
import type { Listed } from './listed.ts';

/** An action is rated without its server, so that the same definition gets the same verdict everywhere. */
const server = { name: 'unnamed' };

/** A tool and all of its actions. */
export interface Acting {
  reading: Reading;
  listed: readonly Listed[];
}

/** What a tool is called that only keeps an agent's thoughts. A description that says so lowers nothing. */
const musing = /thinking|reasoning/i;

/** Whether a removal only takes something off: the same tool can add it again, it is one's own setting, or a thought. */
function isTakingOff({ action }: Case, { reading, listed }: Acting): boolean {
  if (action === null) return false;
  const isPaired =
    action.act === 'remove' && listed.some(({ name }) => /^(?:add|set)$/.test(nameWords(name)[0] ?? ''));
  const isThought = musing.test(reading.tool.name);
  return isPaired || isThought || isAbout(objects.own, action.object);
}

/** What a step on a page or a device does that is no look at it; steps such as `keypress` are no verbs. */
const steering: ReadonlySet<Act | undefined> = new Set([
  undefined,
  'operate',
  'keep',
  'mark',
  'remove',
  'start',
  'stop',
] as const);
/** Words that look elsewhere and steer here. */
const pressed = /^(?:type|select|check)$/i;
const programs = /^(?:eval|evaluate|execute(?:_?script|_?javascript)?)$/i;

/** The kind of a step on a page or a device, where the actions are such: several of them click, scroll, press and so on. */
function stepOf(name: string, listed: readonly Listed[]): Ruling | null {
  if (listed.filter((each) => actOf(each.name) === 'operate').length < 2) return null;
  if (programs.test(name)) return { category: 'Execute', ground: 'trigger' };
  const isStep = pressed.test(name) || steering.has(actOf(name));
  return isStep ? { category: 'Execute', ground: 'operation' } : null;
}

/** Which category one action has, and on what ground; null when it is not recognisable. */
function kindOf(it: Case, { name }: Listed, acting: Acting): Ruling | null {
  const step = stepOf(name, acting.listed);
  if (step !== null) return step;
  const ruling = rule(it);
  if (it.action === null || ruling.ground === 'unclear') return null;
  const isMild = ruling.category === 'Destructive' && isTakingOff(it, acting);
  return isMild ? { category: 'Write', ground: 'tidying' } : ruling;
}

/** What the rules say of one action. */
export interface RuledAction {
  category: Category;
  risk: Risk;
  /** Whether words raise or lower it from the usual level of its category, whatever arguments the tool has. */
  isReasoned: boolean;
}

/** The rules' word on one action of a tool, by the tool narrowed to it; null when it is not recognisable. */
export function ruleAction(action: Listed, acting: Acting, narrowed: ToolDefinition): RuledAction | null {
  const it = openCase({ server, tool: narrowed });
  const kind = kindOf(it, action, acting);
  if (kind === null) return null;
  const { risk } = riskOf(it, kind);
  const { name, description = '' } = narrowed;
  const told = riskOf(openCase({ server, tool: { name, description } }), kind);
  return { category: kind.category, risk, isReasoned: told.because !== null && told.risk === risk };
}
