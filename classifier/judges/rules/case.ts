import type { Evidence } from '../../../src/model/evidence.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { Subject } from '../../../src/model/tool.ts';
import { evidenceOf } from '../../signals.ts';
import type { Action } from '../../signals/reading/actions.ts';
import { verbForms } from '../../signals/reading/lexicon.ts';
import { read, type Reading } from '../../signals/reading/reading.ts';
import type { Switch } from '../../signals/reading/switches.ts';
import { type Act, nounish } from '../../signals/reading/verbs.ts';

/** How name and description relate: they say the same, only one speaks, they disagree, or neither says anything. */
export type Agreement = 'same' | 'name' | 'prose' | 'differ' | 'none';

/** A tool taken apart for the rubric: every rule looks at this and at nothing else. */
export interface Case {
  subject: Subject;
  reading: Reading;
  evidence: readonly Evidence[];
  has: (id: SignalId) => boolean;
  /** What the tool does, by name and description together; null when neither says. */
  action: Action | null;
  /** Everything that name and description say a call does, the deciding action first. */
  actions: readonly Action[];
  /** What the action is done to, once for each place that says it; of a tool that manages things, what it removes. */
  things: readonly (readonly string[])[];
  agreement: Agreement;
  isUndescribed: boolean;
  switches: readonly Switch[];
  /** Title and description in lower case, and the description alone. */
  prose: string;
  description: string;
}

/** Acts that a name claims lightly: when the description says that a call only looks, it only looks. */
const light: ReadonlySet<Act> = new Set(['start', 'stop', 'send', 'operate', 'run', 'mark', 'compose']);
/** Acts that a name does not mention by chance and a description does not either. */
const grave: ReadonlySet<Act> = new Set(['send', 'delete', 'pay', 'transfer', 'publish']);
/** Verbs that promise nothing: the description says what is meant. */
export const vague = new Set(['manage', 'handle', 'administer', 'use', 'prepare']);
/** Verbs of a description that start something, whatever the name says of what is found. */
const launching = new Set(['trigger', 'launch', 'deploy', 'initiate']);
const looking: ReadonlySet<Act> = new Set(['look', 'fetch', 'compose']);

/** Whether a call starts something; "triggers when" is about the tool. */
const isLaunch = ({ lemma, object }: Action) => launching.has(lemma) && object[0] !== 'when';

/** Whether a name that only looks is corrected: the description does worse. */
function isGraver(told: Action): boolean {
  return grave.has(told.act) || (/^(?:trigger|launch)$/.test(told.lemma) && isLaunch(told));
}

/** What a name claims and a description may take back: it removes, runs, starts or keeps something, or only looks. */
const corrections: readonly ((told: Action, named: Action) => boolean)[] = [
  (told) => told.act === 'run' || told.act === 'delete' || isLaunch(told),
  (told, named) => told.act === 'operate' && nounish.has(named.lemma),
  (told, named) => told.act === 'keep' && (named.act === 'mark' || named.act === 'compose'),
  (told, named) =>
    looking.has(told.act) && (light.has(named.act) || vague.has(named.lemma) || nounish.has(named.lemma)),
];

/** Whether a description takes back what the name says. */
function corrects(told: Action, named: Action): boolean {
  if (named.act === 'look') return isGraver(told);
  return corrections.some((isCorrected) => isCorrected(told, named));
}

/** One action out of two that say the same. */
function joined(named: Action, told: Action): Action {
  return { ...(named.certain ? named : told), object: [...named.object, ...told.object] };
}

/** What name and description say together: the same act, or the same verb that only the description explains. */
function agreed(named: Action, told: Action): Action | null {
  if (named.act === told.act) return joined(named, told);
  const isPlain = named.lemma === told.lemma && named.act === verbForms.get(named.lemma)?.act;
  return isPlain && told.certain ? told : null;
}

/** Weighs what the name says against what the description says. */
function weigh(named: Action | undefined, told: Action | undefined): [Action | null, Agreement] {
  if (named === undefined) return told === undefined ? [null, 'none'] : [told, 'prose'];
  if (told === undefined || told.lemma === 'prepare') return [named, 'name'];
  const both = agreed(named, told);
  if (both !== null) return [both, 'same'];
  if (!named.certain) return [told, told.certain ? 'prose' : 'differ'];
  if (!told.certain) return [named, 'name'];
  return [corrects(told, named) ? told : named, 'differ'];
}

/** Whether a verb stands in brackets, where it explains a thing: "transactions (buy, sell)". */
function isAside({ start }: Action, text: string): boolean {
  const before = text.slice(0, start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** The first told act that changes something, when a description lists several: "read, create or delete". */
function gravest(told: readonly Action[], text: string): Action | null {
  const changing = told.filter((each) => each.certain && !looking.has(each.act) && !isAside(each, text));
  return changing.find(({ act }) => act === 'delete') ?? changing[0] ?? told[0] ?? null;
}

function prepare(subject: Subject): Case {
  const reading = read(subject.tool);
  const evidence = evidenceOf(reading);
  const ids = new Set(evidence.map(({ id }) => id));
  const [first, agreement] = weigh(reading.named[0], reading.told[0]);
  const action =
    first?.act === 'look' && first === reading.told[0]
      ? gravest(reading.told, subject.tool.description ?? '')
      : first;
  const merged = new Set([reading.named[0], reading.told[0]]);
  const isManaging = action !== null && vague.has(action.lemma);
  const removal = reading.told.find(({ act, certain }) => certain && (act === 'delete' || act === 'remove'));
  const sayings = agreement === 'same' ? [reading.named[0], reading.told[0]] : [action];
  const others = [...reading.named, ...reading.told].filter(
    (each) => each.certain && each !== action && !(agreement === 'same' && merged.has(each)),
  );
  return {
    subject,
    reading,
    evidence,
    has: (id) => ids.has(id),
    action,
    actions: action === null ? others : [action, ...others],
    things: (isManaging && removal ? [removal] : sayings).flatMap((each) => (each ? [each.thing] : [])),
    agreement,
    isUndescribed: reading.isUndescribed,
    switches: reading.switches,
    description: (subject.tool.description ?? '').trim().toLowerCase(),
    prose: reading.prose.map(({ text }) => text.toLowerCase()).join('\n'),
  };
}

const cases = new WeakMap<Subject, Case>();

/** Takes a tool apart for the rubric, once for all who judge it. A subject must not be changed after that. */
export function openCase(subject: Subject): Case {
  const known = cases.get(subject);
  if (known !== undefined) return known;
  const it = prepare(subject);
  cases.set(subject, it);
  return it;
}
