import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Where the text of a server stands in an open file, and what it was made from. */
interface Place {
  input: string;
  descriptor: number;
  at: number;
  bytes: number;
}

/** The lines of a file of a spool: the id of a server, what its text was made from, and the text, with tabs between them. */
function* placesIn(descriptor: number): Generator<[id: string, place: Place]> {
  const bytes = readFileSync(descriptor);
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    const tab = bytes.indexOf(9, start);
    const at = bytes.indexOf(9, tab + 1) + 1;
    const input = bytes.toString('latin1', tab + 1, at - 1);
    const id = JSON.parse(bytes.toString('utf8', start, tab)) as string;
    yield [id, { input, descriptor, at, bytes: end - at }];
    start = end + 1;
  }
}

/** A spool that was kept. It stays readable when another one takes its place. */
export interface Kept {
  /** The text of a server, when it was made from the same; null when there is none. */
  text: (id: string, input: string) => string | null;
  close: () => void;
}

/** Opens the spool in this folder; it is empty where there is none. */
export function openKept(folder: string): Kept {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const open = names.map((name) => openSync(join(folder, name), 'r'));
  const places = new Map(Iterator.from(open).flatMap(placesIn));
  return {
    text(id, input) {
      const place = places.get(id);
      if (place?.input !== input) return null;
      const text = Buffer.alloc(place.bytes);
      readSync(place.descriptor, text, 0, place.bytes, place.at);
      return text.toString('utf8');
    },
    close: () => {
      for (const descriptor of open.splice(0)) closeSync(descriptor);
    },
  };
}
