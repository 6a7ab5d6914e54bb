import { diffWordsWithSpace } from 'diff';
import { shortened } from './wording.ts';

/** A stretch of two texts: in both, in the later one only, or in the earlier one only. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Characters of either text that are compared, and words that may differ before both are shown whole. */
const longest = 4_000;
const mostEdits = 1_000;

/** Characters of what did not change that stay beside what did. */
const beside = 60;

const kindOf = ({ added, removed }: { added: boolean; removed: boolean }): Piece['kind'] =>
  added ? 'added' : removed ? 'removed' : 'same';

/** Unchanged text without its middle: its end matters before a change, and its start after one. */
function folded(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = Array.from(text);
  const [before, after] = [isFirst ? 0 : beside, isLast ? 0 : beside];
  if (characters.length <= before + after + 10) return text;
  return `${characters.slice(0, before).join('')} … ${after === 0 ? '' : characters.slice(-after).join('')}`;
}

/**
 * What became of a text, word by word, with long unchanged stretches folded to “…”. Both texts are ready to show. Texts
 * of nothing in common, and very long ones, are shown as one removed and one added.
 */
export function wordDiff(before: string, after: string): Piece[] {
  const [was, is] = [shortened(before, longest), shortened(after, longest)];
  const found = diffWordsWithSpace(was, is, { maxEditLength: mostEdits }) ?? [
    { added: false, removed: true, value: was },
    { added: true, removed: false, value: is },
  ];
  const pieces = found
    .map((part) => ({ kind: kindOf(part), text: part.value }))
    .filter(({ text }) => text !== '');
  return pieces.map(({ kind, text }, place) => ({
    kind,
    text: kind === 'same' ? folded(text, place === 0, place === pieces.length - 1) : text,
  }));
}
