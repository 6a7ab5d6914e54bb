import { paths } from '../model/paths.ts';
import { type ListPage, listPage, type PagedList, type PageOf } from './paging.ts';
import { pageTitle, span } from './sentences/lists.ts';
import { letterOf, marksByName } from './marks.ts';
import { briefOf, byName, type Listed, type Placed, type ToolLink, toolLink } from './tool-row.ts';
import { byText } from '../model/text-order.ts';

/** Tools that begin with one letter, as far as they stand on one page. */
export interface LetterGroup {
  letter: string;
  /** The anchor of the group on its page. */
  id: string;
  tools: ToolLink[];
}

/** All tools by name. */
export type Alphabet<Entry = Listed> = PagedList<Entry>;

const initialOf = (entry: Listed | Placed): string => letterOf(briefOf(entry).name);

const anchorOf = (letter: string): string => `letter-${letter.toLowerCase()}`;

/** Tools, which come by name, by first letter: A to Z, then everything that starts with none of these. */
export function alphabetOf<Entry extends Listed | Placed>(named: readonly Entry[]): Alphabet<Entry> {
  const groups = [...Map.groupBy(named, initialOf)].sort(([a], [b]) => a.length - b.length || byText(a, b));
  return {
    path: paths.tools,
    title: 'Tools from A to Z',
    entries: groups.flatMap(([, its]) => its),
    marks: { ...marksByName, anchorOf },
  };
}

/** The same of tools in any order. */
export const alphabet = <Entry extends Listed | Placed>(tools: readonly Entry[]): Alphabet<Entry> =>
  alphabetOf(byName(tools));

/** Exactly what one page of the alphabet shows. */
export interface AlphabetPage {
  title: string;
  span: string;
  groups: LetterGroup[];
  list: ListPage<Listed>;
}

/** Everything that a page of all tools shows. */
export function alphabetPage(place: PageOf<Alphabet>): AlphabetPage {
  const list = listPage(place);
  const groups = [...Map.groupBy(list.entries, initialOf)].map(([letter, its]) => ({
    letter,
    id: anchorOf(letter),
    tools: its.map(toolLink),
  }));
  return { title: pageTitle(place.list.title, list.range), span: span(list, 'tool'), groups, list };
}
