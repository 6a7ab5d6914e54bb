/** Where a word stands in a document. */
export const fields = { name: 1, server: 2, description: 4 } as const;
const wheres = 8;

/** Ratings that a code can hold; `unrated` says that there is none. */
const ratings = 26;
export const unrated = ratings - 1;
/** The rating of a document of which no list with codes says anything. */
export const unlisted = -1;
const first = 48;

/** What a code says of a document besides where a word stands in it. */
export interface About {
  rating: number;
  /** Telling words of its name, from 1 to 4; 4 stands for more, too. */
  nameWords: number;
  isKnown: boolean;
}

/** Risk and category as one number; `unrated` where one is missing. Places are those in the facets of the root. */
export function ratingOf(risk: number, category: number): number {
  return risk < 0 || category < 0 ? unrated : category * 5 + risk;
}

export function riskOf(rating: number): number {
  return rating === unrated ? -1 : rating % 5;
}

export function categoryOf(rating: number): number {
  return rating === unrated ? -1 : Math.floor(rating / 5);
}

/** Which class a document belongs to: the first four for well-known ones, in each one by number of name words. */
export function classOf(nameWords: number, isKnown: boolean): number {
  return (isKnown ? 0 : 4) + Math.min(Math.max(nameWords, 1), 4) - 1;
}

/** One character for where a word stands, the class of its document, and how that is rated. */
export function codeOf(where: number, kind: number, rating: number): string {
  return String.fromCharCode(first + (kind * wheres + where) * ratings + rating);
}

export function readCode(codes: string, place: number): About & { where: number } {
  const code = codes.charCodeAt(place) - first;
  const kind = Math.floor(code / (wheres * ratings));
  const where = Math.floor(code / ratings) % wheres;
  return { where, rating: code % ratings, nameWords: (kind % 4) + 1, isKnown: kind < 4 };
}
