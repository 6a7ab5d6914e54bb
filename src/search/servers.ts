import { searchKinds } from '../model/search.ts';
import type { Collection } from './collect.ts';
import { type About, codeOf, readCode } from './codes.ts';
import { bagOf, tellingWords } from './words.ts';

/** Words of a server's name under which its tools are listed, and tools of one such list. */
const first = 2;
const most = 250;

/** A tool of a server, by the words of its name. */
export interface NamedTool extends About {
  id: number;
  words: string[];
}

/** What the tools of a server are listed under: the first telling words of its name, in no order. */
export const serverKey = (words: readonly string[]): string => bagOf(tellingWords(words).slice(0, first));

/** The places of the tools of each server by the words of its name; well-known ones come first where there are too many. */
export function toolsByServer({ documents, serverOf, keys }: Collection): Map<string, number[]> {
  const kind = searchKinds.indexOf('tool');
  const found = Map.groupBy(
    documents.keys().filter((place) => documents[place]?.kind === kind),
    (place) => keys[serverOf[place] ?? -1] ?? '',
  );
  found.delete('');
  const rank = (place: number): number => {
    const { class: kind = 0, order = 0 } = documents[place] ?? {};
    return (kind < 4 ? 0 : 2 ** 32) + order;
  };
  for (const [key, places] of found)
    if (places.length > most) found.set(key, places.sort((a, b) => rank(a) - rank(b)).slice(0, most));
  return found;
}

/** Tools as a shard holds them: rating, id and name. */
export function toolTexts(places: readonly number[], { documents }: Collection, ids: Uint32Array): string[] {
  const texts = places.map((place) => {
    const { spaced = '', class: kind = 0, rating = 0 } = documents[place] ?? {};
    return `${codeOf(0, kind, rating)}${(ids[place] ?? 0).toString(36)} ${spaced}`;
  });
  return texts.sort();
}

export function readTool(text: string): NamedTool {
  const [id = '', ...words] = text.split(' ');
  return { ...readCode(id, 0), id: parseInt(id.slice(1), 36), words };
}
