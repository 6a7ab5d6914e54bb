import { oneLine } from '../model/display.ts';

/** One cell: outside text is welcome. `paint` colours it after it was made safe and padded. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
}

/** The longest cell but the last of its row. */
const longest = 48;

/**
 * Rows in columns for a terminal, every character visible and on one line. The last column takes what is left of `width`
 * characters, and at least 24.
 */
export function tableText(rows: readonly (readonly Cell[])[], width = process.stdout.columns): string {
  const last = Math.max(...rows.map(({ length }) => length)) - 1;
  const cut = rows.map((row) => row.map(({ text }, at) => (at === last ? text : oneLine(text, longest))));
  const size = (text: string): number => Array.from(text).length;
  const widths = Array.from({ length: last }, (_, at) => Math.max(...cut.map((row) => size(row[at] ?? ''))));
  const left = Math.max(24, (width || 100) - widths.reduce((sum, each) => sum + each + 2, 2));
  const lines = rows.map((row, number) =>
    row.map(({ paint = (text: string) => text }, at) => {
      const text = cut[number]?.[at] ?? '';
      if (at === last) return paint(oneLine(text, left));
      return paint(text) + ' '.repeat((widths[at] ?? 0) - size(text));
    }),
  );
  return lines.map((cells) => `  ${cells.join('  ').trimEnd()}\n`).join('');
}
