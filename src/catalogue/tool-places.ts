/** Where a part of a line stands in it, in bytes: its first, and the one behind its last. */
export type Place = readonly [start: number, end: number];

const [quote, backslash, list, listEnd, object, objectEnd] = Buffer.from('"\\[]{}');

/** The place behind a string of a JSON text that begins here. */
function endOfString(line: Buffer, start: number): number {
  let at = start + 1;
  while (at < line.length && line[at] !== quote) at += line[at] === backslash ? 2 : 1;
  return at + 1;
}

/** The objects of the last list among the members of an object, and where that list begins and ends. */
function lastList(line: Buffer): { places: Place[]; start: number; end: number } {
  const found = { places: [] as Place[], start: 0, end: 0 };
  let [depth, began] = [0, 0];
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at];
    if (byte === quote) at = endOfString(line, at) - 1;
    else if (byte === list || byte === object) {
      if (depth === 1) Object.assign(found, { places: [], start: at + 1 });
      if (depth === 2) began = at;
      depth += 1;
    } else if (byte === listEnd || byte === objectEnd) {
      depth -= 1;
      if (depth === 1) found.end = at;
      if (depth === 2) found.places.push([began, at + 1]);
    }
  }
  return found;
}

/** Where the tools of a server stand in its line, without reading it as JSON; null when they are not its last member, as publishing writes it. */
export function toolPlaces(line: Buffer): { headBytes: number; places: readonly Place[] } | null {
  const { places, start, end } = lastList(line);
  const isLast = line.toString('latin1', start - 9, start) === '"tools":[' && end === line.length - 2;
  return isLast ? { headBytes: start, places } : null;
}
