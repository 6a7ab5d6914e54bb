import type { Direction } from '../contradictions.ts';

/** What each way to disagree is called. */
export const contradictionTitles: Readonly<Record<Direction, string>> = {
  less: 'Hints milder than the definition',
  more: 'Hints graver than the definition',
  both: 'Hints that deny each other',
};

/** What each way to disagree means for whoever relies on the hint. */
export const contradictionMeanings: Readonly<Record<Direction, string>> = {
  less: 'The author’s hint says that the tool is milder than its definition shows. A client that lets such calls through without asking lets through more than it believes.',
  more: 'The author’s hint says that the tool is graver than its definition shows. A client that asks about it asks more often than the definition gives reason for.',
  both: 'Two hints of the author cannot both be true, so a client has nothing to rely on.',
};
