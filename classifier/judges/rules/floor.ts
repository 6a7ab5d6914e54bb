import type { Category } from '../../../src/model/categories.ts';
import type { RiskLevel } from '../../../src/model/risks.ts';
import type { SignalId } from '../../../src/model/signals.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import { pAmount } from '../../signals/p-amount.ts';
import { pCode } from '../../signals/p-code.ts';
import { pRecipient } from '../../signals/p-recipient.ts';
import { pShellCommand } from '../../signals/p-shell-command.ts';
import { pSql } from '../../signals/p-sql.ts';
import type { Action } from '../../signals/reading/actions.ts';
import { isMoneyAction, money } from '../../signals/reading/money.ts';
import { read, type Reading } from '../../signals/reading/reading.ts';
import type { Signal } from '../../signals/reading/signal.ts';
import { isAbout, objects } from './objects.ts';

/** The mildest rating a definition leaves open, and why, as the rest of a sentence. */
export interface Floor {
  category: Category;
  risk: RiskLevel;
  because: string;
}

/** Verbs of change that mean nothing else in a name. */
const plainChange =
  /^(?:create|update|insert|upload|edit|rename|write|save|assign|append|upsert|modify|overwrite|import|archive|publish)$/;
/** Names of what only looks: a check of a command is no command. */
const onlyLooks =
  /\b(?:validate|check|explain|format|lint|parse|preview|estimate|simulate|dry run|readonly|read only|test)\b/;

/** Whether the schema says that there are no arguments: nothing is paid without saying what. */
const takesNothing = ({ tool: { inputSchema }, parameters }: Reading) =>
  inputSchema !== undefined && parameters.length === 0;

interface Proof extends Floor {
  holds: (act: Action, reading: Reading, has: (signal: Signal) => boolean) => boolean;
}

const payloads: readonly Signal[] = [pShellCommand, pCode, pSql];

/** The rubric's order. Only the name's deciding verb and the input schema count: a description can lie. */
const proofs: readonly Proof[] = [
  {
    category: 'Financial',
    risk: 'High',
    because: 'the name states a payment, a transfer or a trade.',
    holds: (act, reading, has) =>
      !takesNothing(reading) && isMoneyAction(act) && (money.test(act.object.join(' ')) || has(pAmount)),
  },
  {
    category: 'Execute',
    risk: 'High',
    because: 'the name says that something is run, and an argument carries a program.',
    holds: (act, _, has) => (act.act === 'run' || act.lemma === 'evaluate') && payloads.some(has),
  },
  {
    category: 'Destructive',
    risk: 'Medium',
    because: 'the name states a removal.',
    holds: ({ act, object }) => act === 'delete' && !isAbout(objects.ephemeral, object, 3),
  },
  {
    category: 'Write',
    risk: 'Medium',
    because: 'the name says that something is sent, and the caller chooses who receives it.',
    holds: ({ act }, _, has) => act === 'send' && has(pRecipient),
  },
  {
    category: 'Write',
    risk: 'Low',
    because: 'the name states a change, and there are arguments to make it with.',
    holds: ({ act, lemma }, { parameters }) =>
      plainChange.test(lemma) && act !== 'look' && act !== 'compose' && parameters.length > 0,
  },
];

/** What name and schema prove, or null when they prove nothing. Hints and descriptions lower nothing here. */
export function floorOf(tool: ToolDefinition): Floor | null {
  const reading = read(tool);
  const act = reading.named[0];
  if (act?.certain !== true || onlyLooks.test(reading.spoken)) return null;
  const seen = new Map<SignalId, boolean>();
  const has = (signal: Signal) => {
    const known = seen.get(signal.id) ?? signal.look(reading).outcome === 'yes';
    seen.set(signal.id, known);
    return known;
  };
  const proof = proofs.find(({ holds }) => holds(act, reading, has));
  return proof === undefined ? null : { category: proof.category, risk: proof.risk, because: proof.because };
}
