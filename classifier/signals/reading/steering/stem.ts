/** Endings that are taken off words of five letters and more, the first that fits, and what takes their place. */
const endings: readonly (readonly [ending: string, instead: string])[] = [
  ['ies', 'y'],
  ['ing', ''],
  ['ed', ''],
  ['es', ''],
  ['s', ''],
  ['ly', ''],
];

const isEnding = (word: string, ending: string) =>
  word.endsWith(ending) &&
  !(ending === 's' && word.endsWith('ss')) &&
  !(ending === 'es' && word.endsWith('ses'));

/** Without a silent e and a doubled letter at the end, which endings bring and take. */
function trimmed(word: string): string {
  const short = word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
  return short.length > 3 && short.at(-1) === short.at(-2) ? short.slice(0, -1) : short;
}

/** What an English word in small letters has in common with its other forms, roughly: `sending`, `sends` and `send` are one. */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  if (word.length === 4) return isEnding(word, 's') ? word.slice(0, -1) : word;
  const found = endings.find(([ending]) => isEnding(word, ending));
  return trimmed(found === undefined ? word : word.slice(0, -found[0].length) + found[1]);
}
