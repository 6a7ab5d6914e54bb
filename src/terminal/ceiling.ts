import { bars, type Risk, riskLevels, type RiskLevel } from '../model/risks.ts';
import { visible } from '../model/display.ts';
import { exitCodes, UserError } from './command.ts';

const words = riskLevels.map((level) => level.toLowerCase());

/** The option that makes a risk an exit code, for every command that shows ratings. */
export const failOnOption = {
  type: 'string',
  value: words.join('|'),
  help: `Exit with ${exitCodes.exceeded} when a tool is rated so or graver, or when its risk is unknown.`,
} as const;

/** The line about it in a command's help. */
export const exceededExit = {
  code: exitCodes.exceeded,
  when: 'A tool is at or above the level of --fail-on, or its risk is unknown.',
} as const;

/** The level that `--fail-on` names; null where it is not given. @throws UserError with exit code 2 for another word. */
export function ceilingOf(word: string | undefined): RiskLevel | null {
  if (word === undefined) return null;
  const level = riskLevels[words.indexOf(word.toLowerCase())];
  if (level !== undefined) return level;
  throw new UserError(`--fail-on takes ${words.join(', ')}, not "${visible(word)}".`, exitCodes.usage);
}

/** Whether a risk is not let pass. What is unknown is not known to be below any level. */
export function exceeds(risk: Risk, ceiling: RiskLevel | null): boolean {
  return ceiling !== null && (risk === 'Unknown' || bars(risk) >= bars(ceiling));
}
