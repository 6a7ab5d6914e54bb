import { categories } from '../../../src/model/categories.ts';
import type { Action } from '../../signals/reading/actions.ts';
import type { Case } from './case.ts';
import type { Ground, Ruling } from './category.ts';
import type { RiskRuling } from './risk.ts';

/** What each ground means for a call, as the end of a sentence. */
const consequences: Readonly<Record<Ground, string>> = {
  money: 'so a call can move or commit money or assets',
  payload: 'so a call runs a program that the caller supplies',
  query: 'so a call runs a query that the caller writes',
  'reading-query': 'so a call runs a query that is limited to reading',
  passthrough: 'so a call can reach operations of another interface',
  removal: 'so a call removes something that exists',
  switch: 'and an argument offers an action that removes something',
  trigger: 'so a call starts, stops or steers something outside the server',
  operation: 'so a call acts in a browser or on a device',
  change: 'so a call creates or changes data',
  message: 'so a call sends something out',
  tidying: 'so a call ends something or takes it off, without deleting the thing itself',
  file: 'so a call leaves a file behind',
  outflow: 'so a call passes data on to somebody else',
  power: 'so a call may do whatever those rights allow',
  reading: 'so a call returns information',
  guidance: 'and a call returns instructions or documentation on it and does nothing of it',
  'unexplained-code': 'and what happens to the code it generates is left open, so a call may run it',
  context: 'and the server is described as one that runs programs or commands',
  unclear: 'so the rating is a guess until more is known',
};

/** What name and description say, where at least one of them says something. */
function saying({ agreement, reading }: Case, action: Action): string {
  const [named] = reading.named;
  const [told] = reading.told;
  if (named !== undefined && named.lemma === told?.lemma)
    return `Name and description say "${named.place.quote.toLowerCase()}"`;
  if (named !== undefined && told !== undefined && (agreement === 'same' || agreement === 'differ'))
    return `The name says "${named.place.quote}" and the description "${told.place.quote}"`;
  return `The ${action.source === 'name' ? 'name' : 'description'} says "${action.place.quote}"`;
}

/** What the rating rests on, as the start of a sentence. */
function basis(it: Case): string {
  const [named] = it.reading.named;
  if (it.isUndescribed)
    return named === undefined
      ? 'The server publishes no description and the name says little'
      : `The server publishes no description and the name says "${named.place.quote}"`;
  return it.action === null || it.agreement === 'none'
    ? 'Neither name nor description says clearly what a call does'
    : saying(it, it.action);
}

/** What the ground means for this call. A program that comes with another verb is said to come with an argument. */
function consequence({ action }: Case, ground: Ground): string {
  const isRun = action?.act === 'run' || action?.lemma === 'evaluate';
  return ground === 'payload' && !isRun
    ? 'and an argument carries a program, so a call can have it run'
    : consequences[ground];
}

/** One or two sentences on this tool: what the rating rests on, and why the level differs from the usual one. */
export function rationaleOf(it: Case, { category, ground }: Ruling, { risk, because }: RiskRuling): string {
  if (risk === 'Unknown') return `${basis(it)}, so nobody can tell what a call does. Its risk is unknown.`;
  const first = `${basis(it)}, ${consequence(it, ground)}.`;
  if (because === null) return first;
  return `${first} It is ${categories[category].article} ${category} tool of ${risk} risk because ${because}.`;
}
