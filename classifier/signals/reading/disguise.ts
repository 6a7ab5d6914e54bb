import { Buffer } from 'node:buffer';
import { glance, watched } from './glance.ts';
import { hiddenIn, reveal } from './hidden.ts';
import { once } from './once.ts';
import type { Passage, Reading } from './reading.ts';

/** A part of a text that says something else than it shows: what stands there, and what a machine can read in it. */
interface Disguised {
  /** Verbatim from the text. */
  quote: string;
  revealed: string;
}

/** The same, where the text stands, and a glance at what can be read. */
export interface Disguise extends Disguised {
  at: string;
  held: Reading['held'];
}

/** How much of one passage is decoded, in UTF-16 units, and how many runs of it. */
const longest = 20_000;
const mostRuns = 8;

/** Longest quote of an encoded run: nobody reads further. */
const shown = 60;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes as text, when it is text that somebody could have written. */
function readable(bytes: Uint8Array): string {
  try {
    const text = utf8.decode(bytes);
    return /[^\t\n\r -~\u00a0-\uffff]/.test(text) || !/\p{L}{2}/u.test(text) ? '' : text;
  } catch {
    return '';
  }
}

const fromHex = (digits: string) => readable(Buffer.from(digits.replace(/[^0-9a-f]/gi, ''), 'hex'));
const fromCodes = (run: string, radix: number) =>
  (run.match(radix === 16 ? /[0-9a-f]+(?![0-9a-f]*x)/gi : /\d+/g) ?? [])
    .map((code) => String.fromCodePoint(Math.min(parseInt(code, radix), 0x10ffff)))
    .join('');

const has = (sign: string) => (text: string) => text.includes(sign);

/** Bits of bytes, one after the other. */
const bytes = /[01]{8}\s[01]{8}/;

/** Kinds of runs that stand for other text, each with what every text has that holds one. Each pattern is linear: one class, repeated. */
const encodings: readonly {
  sign: (text: string) => boolean;
  run: RegExp;
  decode: (run: string) => string;
}[] = [
  {
    sign: holdsRun,
    run: /[A-Za-z0-9+/]{20,}={0,2}/g,
    decode: (run) => (isBase64(run) ? readable(Buffer.from(run, 'base64')) : ''),
  },
  { sign: () => true, run: /(?:[0-9a-f]{2}[ :,]?){12,}/gi, decode: fromHex },
  { sign: has('\\'), run: /(?:\\x[0-9a-f]{2}){4,}/gi, decode: (run) => fromHex(run.replaceAll(/\\x/gi, '')) },
  {
    sign: has('\\'),
    run: /(?:\\u[0-9a-f]{4}){4,}/gi,
    decode: (run) => fromCodes(run.replaceAll(/\\u/gi, ' '), 16),
  },
  { sign: has('%'), run: /(?:%[0-9a-f]{2}[\w.~-]{0,40}){3,}/gi, decode: percent },
  { sign: has('&#'), run: /(?:&#\d{2,6};\s?){4,}/g, decode: (run) => fromCodes(run, 10) },
  {
    sign: has('&#'),
    run: /(?:&#x[0-9a-f]{2,5};\s?){4,}/gi,
    decode: (run) => fromCodes(run.replaceAll(/&#x/gi, ' '), 16),
  },
  {
    sign: (text) => bytes.test(text),
    run: /(?:\b[01]{8}\b\s?){6,}/g,
    decode: (run) =>
      fromCodes(
        run.replace(/[01]{8}/g, (bits) => String(parseInt(bits, 2))),
        10,
      ),
  },
];

function percent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return '';
  }
}

/** Whether a run could be text in base64: words of one case are words. */
const isBase64 = (run: string) => /[A-Z]/.test(run) && /[a-z]/.test(run);

function decodedRuns(text: string): Disguised[] {
  const possible = encodings.filter(({ sign }) => sign(text));
  return possible.flatMap(({ run, decode }) =>
    (text.slice(0, longest).match(run) ?? []).slice(0, mostRuns).flatMap((found) => {
      const revealed = decode(found);
      return revealed === '' || revealed === found ? [] : [{ quote: found.slice(0, shown), revealed }];
    }),
  );
}

/** Words that texts to an agent are full of, turned by thirteen letters, or written backwards. */
const rotated =
  /\b(?:vtaber|cerivbhf|vafgehpgvbaf?|orsber|nyjnlf|cnffjbeqf?|frperg|hfre|gbby|fraq|flfgrz|ernq)\b/gi;
const reversed =
  /\b(?:erongi|suoiverp|snoitcurtsni|erofeb|syawla|drowssap|resu|metsys|dnes|loot|daer|eht|llet)\b/gi;

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - start + 13) % 26) + start);
  });
}

function turned(text: string): Disguised[] {
  const part = text.slice(0, longest);
  return [
    { found: part.match(rotated), read: rot13 },
    { found: part.match(reversed), read: (given: string) => Array.from(given).toReversed().join('') },
  ].flatMap(({ found, read }) =>
    found === null || found.length < 2 ? [] : [{ quote: found[0], revealed: read(part) }],
  );
}

/** Letters of other scripts that look like Latin ones, beside what NFKC folds (full width, mathematical). */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аеорсухіјѕԁԛԝһвкмнтгьпи', 'aeopcyxijsdqwhbkmhtrbnu'],
    ['АВЕКМНОРСТУХІЈЅ', 'ABEKMHOPCTYXIJS'],
    ['αεορυικνχτ', 'aeopuikvxt'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ].flatMap(([from = '', to = '']) =>
    Array.from(from, (letter, index): [string, string] => [letter, Array.from(to)[index] ?? letter]),
  ),
);
const mixed = /[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]/;
const foldable = /[\uff21-\uff5a\u{1d400}-\u{1d7ff}\u24b6-\u24e9]/u;
const spaced = /(?:\b[a-z][ ._-]{1,2}){8,}[a-z]\b/gi;

/** What a text says once letters that only look Latin are Latin. */
function folded(text: string): Disguised[] {
  const odd = mixed.exec(text) ?? foldable.exec(text);
  if (odd === null) return [];
  const revealed = Array.from(
    text.slice(0, longest).normalize('NFKC'),
    (letter) => twins[letter] ?? letter,
  ).join('');
  return [{ quote: odd[0], revealed }];
}

function unspaced(text: string): Disguised[] {
  const runs = text.match(spaced) ?? [];
  return runs.map((quote) => ({
    quote,
    revealed: quote
      .replace(/ {2,}/g, '\n')
      .replace(/[ ._-]/g, '')
      .replaceAll('\n', ' '),
  }));
}

function hiddenRuns(text: string): Disguised[] {
  const [first] = hiddenIn(text);
  return first === undefined ? [] : [{ quote: first, revealed: reveal(text) }];
}

/**
 * What hardly any ordinary text holds: one look at all strings together tells for nearly every definition that
 * nothing is disguised. Patterns apart are faster here than one of them all.
 */
const odd = [
  /[^\t\n\r -~]/,
  /\\[xu][0-9a-f]|%[0-9a-f]{2}|&#/i,
  bytes,
  /[0-9a-f][ :,][0-9a-f]{2}[ :,][0-9a-f]{2}[ :,]/i,
  /[ ._-][a-z][ ._-][a-z][ ._-][a-z][ ._-]/i,
];
const turnedWords = [RegExp(rotated, 'i'), RegExp(reversed, 'i')].map(watched);

/** How long a run of base64 must be to be looked at. */
const shortestRun = 20;
const runs = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[A-Za-z0-9+/]/.test(String.fromCharCode(code))),
);

/** Whether a run of base64 stands in a text. It is read backwards from where the next one must have got to, so most of it is not. */
function holdsRun(text: string): boolean {
  let start = 0;
  while (start + shortestRun <= text.length) {
    let at = start + shortestRun - 1;
    while (at >= start && runs[text.charCodeAt(at)] === 1) at -= 1;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}

/** Whether a text holds something odd. `may` tells which watched patterns can be in it at all. */
const isOdd = (text: string, may: (pattern: RegExp) => boolean) =>
  holdsRun(text) || odd.some((pattern) => pattern.test(text)) || turnedWords.some(may);

const disguised = once((text) =>
  isOdd(text, (pattern) => pattern.test(text))
    ? [hiddenRuns, folded, decodedRuns, turned, unspaced].flatMap((find) => find(text))
    : [],
);

/**
 * Everything that says something else than it shows, in some passages and in all of them `joined`, of which `held` is a
 * glance. Empty for nearly every definition.
 */
export function disguisesIn(passages: readonly Passage[], joined: string, held: Reading['held']): Disguise[] {
  if (!isOdd(joined, (pattern) => held(pattern).length > 0)) return [];
  return passages.flatMap(({ at, text }) =>
    disguised(text).map((each) => ({ at, ...each, held: glance(each.revealed) })),
  );
}
