import { type Evidence, textAt } from '../model/evidence.ts';
import type { ToolDefinition } from '../model/tool.ts';

/** Letters, digits and marks that a word goes on with. */
const within = /[\p{L}\p{N}\p{M}_]/u;

/** The farthest that a quote is widened, in UTF-16 units: longer "words" are data. */
const farthest = 40;

const isWithin = (text: string, place: number): boolean =>
  within.test(String.fromCodePoint(text.codePointAt(place) ?? 32));

/** The end of the word that `start` stands in, walking by `step`. */
function edge(text: string, start: number, step: 1 | -1): number {
  let place = start;
  while (Math.abs(place - start) < farthest && place + step >= 0 && place + step < text.length) {
    if (!isWithin(text, place + step)) break;
    place += step;
  }
  return place;
}

/**
 * Evidence whose quote cuts no word: widened to where its first and last word begin and end in the definition.
 * It still stands there verbatim.
 */
export function wholeWords(definition: ToolDefinition, evidence: Evidence): Evidence {
  const { at, quote } = evidence;
  const text = textAt(definition, at) ?? '';
  const start = quote === '' ? -1 : text.indexOf(quote);
  if (start === -1) return evidence;
  const last = start + quote.length - 1;
  const first = isWithin(text, start) ? edge(text, start, -1) : start;
  const end = isWithin(text, last) ? edge(text, last, 1) : last;
  return { ...evidence, quote: text.slice(first, end + 1) };
}
