import type { Part } from '../../model/change.ts';
import { type Change, direction } from '../changes.ts';
import { count, enumeration, paragraph } from '../wording.ts';

/** What each kind of change is called in a table. */
export const changeLabels: Readonly<Record<Change['kind'], string>> = {
  listed: 'Server',
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
};

/** Which rating of a change is meant. */
export const ratingLabels = { gravest: 'gravest tool today', before: 'before', after: 'after' } as const;

const partLabels: Readonly<Record<Part, string>> = {
  title: 'title',
  description: 'description',
  schema: 'schema',
  annotations: 'author’s hints',
  other: 'other fields',
};

const riskSentences = {
  up: 'The risk went up.',
  down: 'The risk went down.',
  same: 'The risk stayed the same.',
} as const;

/** In which parts a definition changed, and what that did to the risk; without parts the earlier one was not kept. */
export function changedSentence(parts: readonly Part[], way: 'up' | 'down' | 'same' | null): string {
  return paragraph(
    parts.length === 0
      ? 'The definition is another one; the earlier one was not kept'
      : `Changed: ${enumeration(parts.map((part) => partLabels[part]))}`,
    way === null ? null : riskSentences[way],
  );
}

/** What a change is, in a sentence or two. */
export function changeSentence(change: Change): string {
  const { kind, tools, parts } = change;
  switch (kind) {
    case 'listed':
      return `Read for the first time, with ${count(tools, 'tool')}.`;
    case 'added':
      return 'The server lists a tool that it did not list before.';
    case 'removed':
      return 'The server does not list it any more.';
    case 'changed':
      return changedSentence(parts, direction(change));
  }
}

/** Since when anything can have been seen to change, and what that means. */
export function watchedSentence(since: string | null): string {
  return since === null
    ? 'No server has been read yet, so nothing can have changed.'
    : `We have read servers since ${since}. What a server listed before the day we first read it is not known, and what it listed between two readings neither.`;
}
