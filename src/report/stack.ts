import { oneLine } from '../model/display.ts';
import type { StackAnalysis } from '../stack/analysis.ts';
import { faint, riskColour, strong } from '../terminal/paint.ts';
import { type Cell, tableText } from '../terminal/table.ts';
import {
  chainTally,
  collisionMeaning,
  denialSentence,
  shadowMeaning,
  stackCost,
  stateWords,
} from '../view/sentences/stack.ts';
import type { EntryView } from '../view/stack/entry-view.ts';
import { type ChainView, placedName, type StackView, type ToolView } from '../view/stack/stack-view.ts';
import { count } from '../view/wording.ts';

/** What is printed of a stack. */
export interface PrintedStack {
  entries: readonly EntryView[];
  found: StackAnalysis;
  view: StackView;
}

/** Tools named on one line. */
const named = 6;

const heads = (...titles: string[]): Cell[] => titles.map((text) => ({ text, paint: faint }));

function serverTable(entries: readonly EntryView[]): string {
  const rows = entries.map((entry): Cell[] => [
    { text: entry.alias, paint: strong },
    { text: entry.tools === null ? '?' : String(entry.tools) },
    { text: entry.tokens === null ? '?' : String(entry.tokens) },
    { text: entry.name ?? 'not recognised' },
    { text: entry.how ?? '' },
  ]);
  return tableText([heads('NAME', 'TOOLS', 'TOKENS', 'SERVER', 'RECOGNISED BY'), ...rows]);
}

const toolTable = (tools: readonly ToolView[]): string =>
  tableText([
    heads('RISK', 'CATEGORY', 'TOKENS', 'TOOL'),
    ...tools.map((tool): Cell[] => [
      { text: tool.risk, paint: (text) => riskColour(tool.risk, text) },
      { text: tool.category },
      { text: String(tool.tokens) },
      { text: placedName(tool) },
    ]),
  ]);

const names = (tools: readonly ToolView[]): string => {
  const more = tools.length - named;
  const shown = tools.slice(0, named).map((tool) => oneLine(placedName(tool), 80));
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

function chainText({ title, meaning, state, links, alone }: ChainView): string {
  const lines = links.map(
    ({ role, tools }, index) => `    ${index === 0 ? '  ' : '→ '}${role}: ${names(tools)}\n`,
  );
  const single = alone === null ? '' : `    ${oneLine(alone, 200)}\n`;
  return `  ${strong(title)} (${stateWords[state].label.toLowerCase()})\n    ${meaning}\n${lines.join('')}${single}`;
}

const chapter = (title: string, text: string): string => (text === '' ? '' : `\n${strong(title)}\n${text}`);
const lines = (sentences: readonly string[]): string =>
  sentences.map((text) => `  ${oneLine(text, 400)}\n`).join('');

/** The stack for a terminal: servers, chains and what breaks them, the worst tools, names that collide, and what is not known. */
export function stackText({ entries, found, view }: PrintedStack): string {
  const known = entries.filter(({ tools }) => tools !== null).length;
  const notes = entries.flatMap(({ alias, note }) => (note === null ? [] : [`${alias}: ${note}`]));
  const shared = view.collisions.map(({ what, tools }) => `${names(tools)}: ${what}`);
  const orders = view.shadowings.map(({ by, quote, of }) => `${placedName(by)} on ${names(of)}: “${quote}”`);
  return [
    `${strong(`${known} of ${count(entries.length, 'server')} known, ${count(found.tools.length, 'tool')}, ${count(found.chains.length, 'chain')}`)}\n${stackCost(found.tokens, found.share)}.\n\n`,
    serverTable(entries),
    chapter(
      'What they can do together',
      `${view.chains.map(chainText).join('')}  ${denialSentence(view.denials.length, view.chains.length)}\n`,
    ),
    view.denials.length === 0 ? '' : toolTable(view.denials),
    view.chains.length === 0 ? '' : `  ${chainTally(view.chains.map(({ state }) => state))}\n`,
    chapter('The worst tools', view.worst.length === 0 ? '' : toolTable(view.worst)),
    chapter(
      'Names that can be taken for each other',
      shared.length === 0 ? '' : lines([...shared, collisionMeaning]),
    ),
    chapter(
      'Orders about other servers’ tools',
      orders.length === 0 ? '' : lines([...orders, shadowMeaning]),
    ),
    chapter('To know', lines(notes)),
  ].join('');
}
