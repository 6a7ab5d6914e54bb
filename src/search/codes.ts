/** Where a word stands in a document. */
export const fields = { name: 1, server: 2, description: 4 } as const;

/** Ratings that a code can hold; the last says that there is none. */
const ratings = 26;
export const unrated = ratings - 1;
const first = 48;

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

/** One character for where a word stands and how its document is rated. */
export function codeOf(where: number, rating: number): string {
  return String.fromCharCode(first + where * ratings + rating);
}

export function readCode(codes: string, place: number): { where: number; rating: number } {
  const code = codes.charCodeAt(place) - first;
  return { where: Math.floor(code / ratings), rating: code % ratings };
}
