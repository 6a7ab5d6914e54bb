import { type ConstraintKind, holdsText, onValue } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

/** The word in any mix of capitals, without flags. */
const anyCase = (word: string): string =>
  Array.from(word, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`).join('');

/**
 * Text without a semicolon and without INTO in it: the machine that looks for INTO, written as a pattern, because RE2
 * cannot say "not". Its states are how much of INTO has just been read.
 */
const back = '(?:[Ii]|[Nn][Ii]|[Nn][Tt][Ii])*';
const quiet = `(?:[^Ii;]|[Ii]${back}(?:[^IiNn;]|[Nn][^IiTt;]|[Nn][Tt][^IiOo;]))*(?:[Ii]${back}(?:[Nn][Tt]?)?)?`;

/** One SELECT, with or without a semicolon at its end. */
const oneSelect = `^\\s*${anyCase('select')}\\b${quiet};?\\s*$`;

/** An SQL statement: only one that reads. */
export const sqlReads: ConstraintKind = {
  id: 'sql-reads',
  derive({ proved }) {
    const { why } = words.sql;
    return proved('p:sql', /(?:^| )(?:sql|query|queries|statements?)$/)
      .filter(holdsText)
      .flatMap((argument) => onValue(argument, { op: 'regex', value: oneSelect, why, fill: null }));
  },
};
