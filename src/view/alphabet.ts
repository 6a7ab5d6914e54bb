import { wordsOf } from '../model/name-words.ts';
import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import { type EntryList, type ListPage, listPage } from './paging.ts';
import { pageTitle, span } from './sentences/lists.ts';
import { briefOf, byName, type Listed, type Placed, type ToolLink, toolLink } from './tool-row.ts';

/** Tools that begin with one letter, as far as they stand on one page. */
export interface LetterGroup {
  letter: string;
  /** The anchor of the group on its page. */
  id: string;
  tools: ToolLink[];
}

/** All tools by name, and where each letter begins. */
export interface Alphabet<Entry = Listed> extends EntryList<Entry> {
  letters: { letter: string; path: string }[];
}

/** The letter a tool stands under: A to Z, or Other. */
function letterOf(entry: Listed | Placed): string {
  const first = wordsOf(briefOf(entry).name)[0]?.charAt(0) ?? '';
  return /^[a-z]$/.test(first) ? first.toUpperCase() : 'Other';
}

const anchor = (letter: string): string => `letter-${letter.toLowerCase()}`;

/** Tools, which come by name, by first letter: A to Z, then everything that starts with none of these. */
export function alphabetOf<Entry extends Listed | Placed>(named: readonly Entry[]): Alphabet<Entry> {
  const groups = [...Map.groupBy(named, letterOf)].sort(
    ([a], [b]) => a.length - b.length || (a < b ? -1 : 1),
  );
  let before = 0;
  const letters = groups.map(([letter, its]) => {
    const page = Math.floor(before / limits.listRows) + 1;
    before += its.length;
    return { letter, path: `${paths.listPage(paths.tools, page)}#${anchor(letter)}` };
  });
  return {
    path: paths.tools,
    title: 'Tools from A to Z',
    entries: groups.flatMap(([, its]) => its),
    letters,
  };
}

/** The same of tools in any order. */
export const alphabet = <Entry extends Listed | Placed>(tools: readonly Entry[]): Alphabet<Entry> =>
  alphabetOf(byName(tools));

/** Exactly what one page of the alphabet shows. */
export interface AlphabetPage {
  title: string;
  span: string;
  letters: Alphabet['letters'];
  groups: LetterGroup[];
  list: ListPage<Listed>;
}

/** Everything that page `number` of all tools shows. */
export function alphabetPage(of: Alphabet, number: number): AlphabetPage {
  const list = listPage(of, number);
  const groups = [...Map.groupBy(list.entries, letterOf)].map(([letter, its]) => ({
    letter,
    id: anchor(letter),
    tools: its.map(toolLink),
  }));
  return { title: pageTitle(of.title, number), span: span(list, 'tool'), letters: of.letters, groups, list };
}
