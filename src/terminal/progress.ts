import { visible } from '../model/display.ts';

/** Where a program says what it is doing. Lines go to standard error, so that `--json` output stays clean. */
export type Progress = (line: string) => void;

export const toStandardError: Progress = (line) => {
  process.stderr.write(`${visible(line)}\n`);
};

/** Time in words that stay short: 0.4 s, 12 s, 2 min 5 s. */
export function duration(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  if (whole < 10) return `${(milliseconds / 1000).toFixed(1)} s`;
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "1 tool", "2 tools". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? singular : plural}`;
}
