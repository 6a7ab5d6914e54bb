import { fewNames } from '../differences.ts';
import type { Parameter } from '../parameters.ts';
import { paragraph } from '../wording.ts';

const isFreeText = ({ type, bounds }: Parameter): boolean => type === 'string' && bounds === null;
const isListed = ({ type }: Parameter): boolean => type.startsWith('"') && type.includes(' | ');
const isTop = ({ name }: Parameter): boolean => !/[.[]/.test(name);

const called = (rows: readonly Parameter[]): string => fewNames(rows.map(({ name }) => name));

/** What a caller must give, may fill with any text and must choose from a list; null without parameters. */
export function parametersLead(rows: readonly Parameter[]): string | null {
  const top = rows.filter(isTop);
  if (top.length === 0) return null;
  const required = top.filter(({ isRequired }) => isRequired);
  const free = rows.filter(isFreeText);
  const listed = rows.filter(isListed);
  return paragraph(
    required.length === 0 ? 'Nothing must be given' : `Must be given: ${called(required)}`,
    free.length === 0 ? null : `Any text at all: ${called(free)}`,
    listed.length === 0 ? null : `One of listed values: ${called(listed)}`,
  );
}
