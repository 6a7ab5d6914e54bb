import { visible } from '../model/display.ts';
import { wordsOf } from '../model/name-words.ts';
import { hash32 } from '../search/address.ts';
import type { Marks } from './paging.ts';
import { type Brief, briefOf, type Listed, type Placed } from './tool-row.ts';
import { shortened } from './wording.ts';

/** A tool wherever a list may have it. */
type Entry = Listed | Placed;

/** The letter a name stands under: A to Z, or Other. */
export function letterOf(name: string): string {
  const first = wordsOf(name)[0]?.charAt(0) ?? '';
  return /^[a-z]$/.test(first) ? first.toUpperCase() : 'Other';
}

/** A name in the title of a page, ready to show. */
export const labelOf = (name: string): string => shortened(visible(name), 40);

/** The part of a tool’s own address that no other tool has. */
const idIn = ({ server, slug }: Pick<Brief, 'server' | 'slug'>): string => `${server}/${slug}`;
const idOf = (entry: Entry): string => idIn(briefOf(entry));

/** The hash of that part, worked out once for all lists that have the tool. */
export const idHashOf = (brief: Pick<Brief, 'server' | 'slug'>): number => hash32(idIn(brief));
const hashOf = (entry: Entry): number | undefined => ('tool' in entry ? undefined : entry.idHash);

const ratingOf = (entry: Entry): string => {
  const { risk, category } = briefOf(entry);
  return `${risk}, ${category}`;
};

/** What pages of tools by name say of them. */
export const marksByName: Marks<Entry> = {
  ...{ idOf, hashOf },
  labelOf: (entry) => labelOf(briefOf(entry).name),
  partOf: (entry) => letterOf(briefOf(entry).name),
};

/** The same of tools that come gravest first. */
export const marksByGravity: Marks<Entry> = {
  ...{ idOf, hashOf },
  labelOf: (entry) => `${labelOf(briefOf(entry).name)} (${ratingOf(entry)})`,
  partOf: ratingOf,
};
