/** Sentences no longer than this are looked at; longer ones in pieces. */
const longest = 400;
const ends = /[.!?](?=\s|$)|[。！？]|\n[ \t]{0,20}\n|\n(?=[ \t]{0,40}(?:[-•*#]|\d+[.)]))/g;

/** Where the sentences of a text start and end. Line breaks inside one are no ends: many descriptions are wrapped. */
export function sentences(text: string): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  ends.lastIndex = 0;
  while (start < text.length) {
    const stop = ends.test(text) ? ends.lastIndex : text.length;
    for (; stop - start > longest; start += longest) found.push([start, start + longest]);
    if (stop > start) found.push([start, stop]);
    start = stop;
  }
  return found;
}
