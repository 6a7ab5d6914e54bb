import { categories, type Category } from '../../model/categories.ts';
import type { Risk } from '../../model/risks.ts';
import type { SignalKind } from '../../model/signals.ts';
import type { ListPage } from '../paging.ts';
import { riskMeanings, riskTitle } from '../sentences.ts';
import { count, figure } from '../wording.ts';

/** What moves a tool to a level, from the rubric. */
export const riskGrounds: Readonly<Record<Risk, string>> = {
  Critical:
    'What leads here: free code or shell on a real machine, a whole database, account or cluster at once, private keys handed out, or money that moves in the call itself.',
  High: 'What leads here: a message to a recipient of the caller’s choice, something made public, changed access, a free path to write to, live infrastructure, credentials in the answer, or a removal that does not simply come back.',
  Medium:
    'What leads here: a change within the server’s own records, private records or any address read, a fixed job started, or the removal of something small or recoverable.',
  Low: 'What leads here: reading what is not private, or a change that lasts no longer than the session or is undone with one more call.',
  Unknown: 'The definition and the judge together said too little.',
};

/** What a category takes in, and which others come before it. */
export const categoryGrounds: Readonly<Record<Category, string>> = {
  Financial:
    'It is asked first. Paying, refunding, ordering, signing a transaction and starting a paid subscription count. Reading balances or prices does not.',
  Execute:
    'A program as an argument (shell, code, a query that is not restricted to reading) counts even if it could also delete. So does starting, stopping or steering a process outside the server’s own records.',
  Destructive:
    'A stated action that deletes, drops, wipes or revokes counts, and so does a tool with several actions when one of them does.',
  Write: 'Creating or changing data, settings and files, and sending a message.',
  Read: 'Everything that is left: looking up, listing, computing, returning text.',
};

/** "High risk", "Destructive tools" or "Destructive tools of High risk". */
export function listTitle(risk: Risk | null, category: Category | null): string {
  if (category === null) return risk === null ? 'Tools' : riskTitle(risk);
  if (risk === null) return `${category} tools`;
  return risk === 'Unknown' ? `${category} tools of unknown risk` : `${category} tools of ${risk} risk`;
}

/** What it means to stand in such a list, one sentence each. */
export function listMeanings(risk: Risk | null, category: Category | null): string[] {
  return [
    ...(category === null ? [] : [`One call can ${categories[category].verb}.`]),
    ...(risk === null ? [] : [riskMeanings[risk]]),
  ];
}

/** A title that no other page of the list has. */
export function pageTitle(title: string, range: string | null): string {
  return range === null ? title : `${title}, ${range}`;
}

/** What a page holds, and how much of it where the page says so. `things` is the singular. */
export function held(title: string, total: number | null, things: string): string {
  return total === null ? title : `${title}: ${count(total, things)}`;
}

/** "2 tools", "no tools", "the first 98 of 4,020 tools", "tools from delete_file to delete_user". `things` is the singular. */
export function span(
  { entries, total, range }: Pick<ListPage<unknown>, 'entries' | 'total' | 'range'>,
  things: string,
): string {
  if (total === null) return `${things}s from ${range ?? ''}`;
  const { length } = entries;
  return length === total ? count(total, things) : `the first ${figure(length)} of ${count(total, things)}`;
}

/** "12.5 %", one decimal, and never 0 % for something that is there. */
export function share(part: number, whole: number): string {
  if (whole === 0 || part === 0) return '0 %';
  const percent = (part / whole) * 100;
  return percent < 0.1 ? 'under 0.1 %' : `${percent.toFixed(1)} %`;
}

/** What the kinds of signals are called. */
export const signalKinds: Readonly<Record<SignalKind, string>> = {
  effect: 'What a call does',
  text: 'How it is described',
  parameter: 'What a caller may pass',
};

/** How a signal of each kind is decided. */
export const signalGrounds: Readonly<Record<SignalKind, string>> = {
  effect:
    'Name, description and schema are read for words that state this effect. A promise of safety does not count against it, and a name alone counts only where it says so plainly.',
  text: 'The text of the definition is read for how it speaks, not for what the tool does. It can raise a rating and never lowers one.',
  parameter:
    'A parameter’s name alone is not enough: its type, its values or its description have to agree. A choice among fixed values is no free argument.',
};
