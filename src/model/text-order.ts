/** The order of two texts by their UTF-16 code units, so that no machine's language changes what is sorted. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
