import type { TextPlace } from './configured-server.ts';

/** Tells line and column, both from 1 on, of an offset in a text. */
export function textPlaces(text: string): (offset: number) => TextPlace {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const found = starts.findLastIndex((start) => start <= offset);
    const line = Math.max(found, 0);
    return { line: line + 1, column: Math.max(offset - (starts[line] ?? 0), 0) + 1 };
  };
}
