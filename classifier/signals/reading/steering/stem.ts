interface Ending {
  ending: string;
  /** What takes its place. */
  instead: string;
  /** Letters of the shortest word that it is taken off. */
  least: number;
  /** How words end that only look as if they had it. */
  except?: string;
}

/** Endings that are taken off words, the first that fits. */
const endings: readonly Ending[] = [
  { ending: 'ies', instead: 'y', least: 5 },
  { ending: 'ing', instead: '', least: 5 },
  { ending: 'ed', instead: '', least: 5 },
  { ending: 'es', instead: '', least: 5, except: 'ses' },
  { ending: 's', instead: '', least: 4, except: 'ss' },
  { ending: 'ly', instead: '', least: 7 },
];

const has = (word: string, { ending, least, except }: Ending) =>
  word.length >= least && word.endsWith(ending) && (except === undefined || !word.endsWith(except));

/** Without a silent e and a doubled letter at the end, which endings bring and take. */
function trimmed(word: string): string {
  const short = word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
  return short.length > 3 && short.at(-1) === short.at(-2) ? short.slice(0, -1) : short;
}

/** What an English word in small letters has in common with its other forms, roughly: `sending`, `sends` and `send` are one. */
export function stemOf(word: string): string {
  const found = endings.find((ending) => has(word, ending));
  return trimmed(found === undefined ? word : word.slice(0, -found.ending.length) + found.instead);
}
