import { visible } from '../model/display.ts';
import { wordsOf } from '../model/name-words.ts';
import type { Marks } from './paging.ts';
import { briefOf, type Listed, type Placed } from './tool-row.ts';
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

/** The part of the tool’s own address that no other tool has. */
function idOf(entry: Entry): string {
  const { server, slug } = briefOf(entry);
  return `${server}/${slug}`;
}

const ratingOf = (entry: Entry): string => {
  const { risk, category } = briefOf(entry);
  return `${risk}, ${category}`;
};

/** What pages of tools by name say of them. */
export const marksByName: Marks<Entry> = {
  idOf,
  labelOf: (entry) => labelOf(briefOf(entry).name),
  partOf: (entry) => letterOf(briefOf(entry).name),
};

/** The same of tools that come gravest first. */
export const marksByGravity: Marks<Entry> = {
  idOf,
  labelOf: (entry) => `${labelOf(briefOf(entry).name)} (${ratingOf(entry)})`,
  partOf: ratingOf,
};
