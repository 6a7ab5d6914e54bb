const newline = 0x0a;

/** One line without its end, or the fact that it was longer than allowed. Numbers count from 1. */
export type Line = { number: number; bytes: Buffer } | { number: number; tooLong: true };

/**
 * The lines of a stream, in groups as they arrive, so that a line typed by hand is not kept waiting.
 * Holds one line of at most `longest` bytes; the rest of a longer one is read past and forgotten.
 */
export async function* linesOf(
  input: AsyncIterable<Buffer | string>,
  longest: number,
): AsyncGenerator<Line[]> {
  let number = 0;
  let open: Buffer[] = [];
  let size = 0;

  function close(): Line {
    number += 1;
    const line: Line = size > longest ? { number, tooLong: true } : { number, bytes: Buffer.concat(open) };
    open = [];
    size = 0;
    return line;
  }

  for await (const piece of input) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      size += end - start;
      open.push(chunk.subarray(start, end));
      lines.push(close());
      start = end + 1;
    }
    size += chunk.length - start;
    if (size <= longest) open.push(chunk.subarray(start));
    else open = [];
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [close()];
}
