import type { Preset } from '../../model/policy.ts';
import type { StackAnalysis } from '../../stack/analysis.ts';
import { presetWords } from '../policy-words.ts';
import { tally } from '../sentences.ts';
import {
  chainTally,
  collisionMeaning,
  denialSentence,
  shadowMeaning,
  stackCost,
  stateWords,
} from '../sentences/stack.ts';
import { count } from '../wording.ts';
import type { EntryView } from './entry-view.ts';
import { placedName, type StackView, type ToolView } from './stack-view.ts';

/** What a report is written from. */
export interface Reported {
  entries: readonly EntryView[];
  found: StackAnalysis;
  view: StackView;
  preset: Preset;
}

/** Text from outside where Markdown reads text: no mark, tag, link or line of it survives. */
const plain = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+!|~&-]/g, (mark) => `\\${mark}`);

const tool = (view: ToolView): string => plain(placedName(view));
const bullets = (lines: readonly string[]): string[] => lines.map((line) => `- ${line}`);

function chapter(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return rows.length === 0 ? [] : [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

function serverRows(entries: readonly EntryView[]): string[] {
  return table(
    ['Name', 'Server', 'Recognised by', 'Tools', 'Tokens'],
    entries.map(({ alias, name, how, tools, tokens }) => [
      plain(alias),
      plain(name ?? 'not recognised'),
      plain(how ?? 'nothing'),
      tools === null ? 'unknown' : String(tools),
      tokens === null ? 'unknown' : String(tokens),
    ]),
  );
}

function chainLines({ chains, denials }: StackView): string[] {
  const each = chains.flatMap(({ title, meaning, links, state, alone }) => [
    `### ${title}: ${stateWords[state].label.toLowerCase()}`,
    '',
    `${meaning} ${stateWords[state].meaning}${alone === null ? '' : ` ${plain(alone)}`}`,
    '',
    ...bullets(links.map(({ role, tools }) => `${role}: ${tools.map(tool).join(', ')}`)),
    '',
  ]);
  return [...each, denialSentence(denials.length, chains.length), '', ...bullets(denials.map(tool))];
}

/** The whole stack as Markdown. It holds nothing of a configuration but the names of the servers. */
export function stackReport({ entries, found, view, preset }: Reported): string {
  const unknown = entries.filter(({ tools }) => tools === null).length;
  const lines = [
    '# What these servers can do together',
    '',
    `${count(entries.length, 'server')}, ${count(found.tools.length, 'tool')}: ${tally(view.counts) || 'none known'}. ${stackCost(found.tokens, found.share)}.`,
    ...(unknown === 0 ? [] : ['', `The tools of ${count(unknown, 'server')} are unknown and in no figure.`]),
    '',
    ...chapter('Servers', serverRows(entries)),
    ...chapter('What they can do together', chainLines(view)),
    ...chapter(
      'The worst tools',
      table(
        ['Tool', 'Risk', 'Category', 'Tokens'],
        view.worst.map((each) => [tool(each), each.risk, each.category, String(each.tokens)]),
      ),
    ),
    ...chapter('Names that can be taken for each other', [
      ...(view.collisions.length === 0 ? [] : [collisionMeaning, '']),
      ...bullets(view.collisions.map(({ what, tools }) => `${tools.map(tool).join(', ')}: ${what}`)),
    ]),
    ...chapter('Orders about other servers’ tools', [
      ...(view.shadowings.length === 0 ? [] : [shadowMeaning, '']),
      ...bullets(
        view.shadowings.map(
          ({ by, quote, of }) => `${tool(by)} on ${of.map(tool).join(', ')}: “${plain(quote)}”`,
        ),
      ),
    ]),
    ...chapter('Policy', [
      `${presetWords[preset].label}: ${presetWords[preset].meaning}`,
      '',
      chainTally(view.chains.map(({ state }) => state)),
    ]),
    'Placard describes what definitions say. It certifies nothing, and Low does not mean safe.',
    '',
  ];
  return lines.join('\n');
}
