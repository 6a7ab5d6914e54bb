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
import { anyOf } from '../../signals/reading/words.ts';

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

/** What opens, closes, heats and moves in a house or a vehicle, and the verbs that make it. */
const fixture = anyOf(
  `doors?, garage, gates?, (?:smart|door|car|bike) locks?, deadbolts?, (?:smart )?plugs?, sockets?, lamps?, (?:smart |room |all )?lights?(?! (?:mode|theme|weight)), bulbs?, heaters?,
  boilers?, ovens?, sprinklers?, valves?, pumps?, blinds, shutters, vehicles?`,
);
const steering = /^(?:lock|unlock|toggle|open|close|switch|turn|enable|disable)$/;

const deal =
  /(?:virements?|paiements?|transferencias?|transferências?|pagos?|pagamentos?|pagament[oi]|bonific[oi]|(?:ue|ü)berweisung(?:en)?|zahlung(?:en)?)(?! (?:de |of )?(?:archivos?|ficheros?|arquivos?|datos|dados|fichiers?))/
    .source;
const doing =
  /(?:effectu(?:er|e)|faire|fait|exécute[rz]?|executer?|emettre|émettre|realiza[r]?|hacer|hace|efect[uú]ar?|ejecutar?|ordenar?|fazer|faz|efetuar?|esegu(?:ire|e)|effettuare?|effettua|invia(?:re)?|envía|enviar|f(?:ue|ü)hrt)/
    .source;
/** A payment as languages say it that have no verb of their own for it: "faire un virement". */
const dealAbroad = RegExp(
  `^${doing} (?:(?:un|une|una|uno|um|uma|el|la|le|il|eine|einen)\\s)?${deal}(?!\\p{L})|^${deal} (?:ausf(?:ue|ü)hren|senden|t(?:ae|ä)tigen|veranlassen|freigeben)$`,
  'u',
);
const payment: Floor = {
  category: 'Financial',
  risk: 'High',
  because: 'the name states a payment, a transfer or a trade.',
};

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
    ...payment,
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
    category: 'Execute',
    risk: 'Medium',
    because: 'the name states that something in a house or vehicle is steered.',
    holds: ({ lemma, object }) => steering.test(lemma) && fixture.test(object.slice(0, 4).join(' ')),
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

/** Whether the name's verb is one: by its place, or because the description begins with it too. */
const isSaid = ({ certain, lemma }: Action, told: Action | undefined) =>
  certain || (told?.start === 0 && told.certain && told.lemma === lemma);

/** What name and schema prove, or null when they prove nothing. Hints and descriptions lower nothing here. */
export function floorOf(tool: ToolDefinition): Floor | null {
  const reading = read(tool);
  if (dealAbroad.test(reading.spoken)) return payment;
  const act = reading.named[0];
  if (act === undefined || !isSaid(act, reading.told[0]) || onlyLooks.test(reading.spoken)) return null;
  const seen = new Map<SignalId, boolean>();
  const has = (signal: Signal) => {
    const known = seen.get(signal.id) ?? signal.look(reading).outcome === 'yes';
    seen.set(signal.id, known);
    return known;
  };
  const proof = proofs.find(({ holds }) => holds(act, reading, has));
  return proof === undefined ? null : { category: proof.category, risk: proof.risk, because: proof.because };
}
