/** Where a program says what it is doing. Lines go to standard error, so that `--json` output stays clean. */
export type Progress = (line: string) => void;

export const toStandardError: Progress = (line) => {
  process.stderr.write(`${line}\n`);
};

/** Time in words that stay short: 0.4 s, 12 s, 2 min 5 s. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${seconds.toFixed(0)} s`;
  return `${Math.floor(seconds / 60).toFixed(0)} min ${(seconds % 60).toFixed(0)} s`;
}

/** "1 tool", "2 tools". */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? singular : plural}`;
}
