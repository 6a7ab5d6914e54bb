import type { Constraint } from '../../model/policy.ts';
import { type ConstraintKind, onValue, type ToolReading } from '../constraint-kind.ts';
import { constraintWords as words } from '../constraint-words.ts';

const { why, fill, placeholder } = words.program;

const exactly = (reading: ToolReading, signal: 'p:shell-command' | 'p:code', kin: RegExp): Constraint[] =>
  reading
    .proved(signal, kin)
    .flatMap((argument) => onValue(argument, { op: 'in', value: [placeholder], why, fill }));

/** A command or a program: never an open one, only those that are named word for word. */
export const program: ConstraintKind = {
  id: 'program',
  derive: (reading) => [
    ...exactly(reading, 'p:shell-command', /(?:^| )(?:cmd|commands?|shell|argv)$/),
    ...exactly(reading, 'p:code', /(?:^| )(?:code|script|javascript|function|expression)$/),
  ],
};
