import { limits } from '../../src/model/limits.ts';
import type { Parameter, Passage, Reading } from '../signals/reading/reading.ts';

/** A value and where a text names it. */
interface Told {
  name: string;
  at: string;
}

/** Longest text on one argument that is looked at, in UTF-16 units. */
const longest = 600;
/** Places where an argument is introduced that are looked at. */
const most = 4;

const quoted = /["'`“‘]([A-Za-z][\w-]{0,39})["'`”’]/g;
/** Words between commas, bars or "or", after a bracket, a colon or "like". */
const listed =
  /(?:[(:=]|\b(?:like|such as|including))\s*(?:e\.g\.,?|i\.e\.,?|one of:?|either)?\s*([A-Za-z][\w-]{0,39}(?:\s{0,2}(?:,\s{0,2}or\s|,|\||\/|\sor\s)\s{0,2}[A-Za-z][\w-]{0,39}){1,60})(?=\s{0,2}(?:[).,;\n]|$))/;
const separator = /\s*(?:,\s*or\s|,|\||\/|\sor\s)\s*/;

/** The values that the words on an argument list: those in quotation marks, else the first bare list. */
function valuesIn(text: string): string[] {
  const marked = [...text.matchAll(quoted)].flatMap(([, value]) => value ?? []);
  if (marked.length >= 2) return marked;
  const bare = listed.exec(text)?.[1]?.split(separator) ?? [];
  return bare.filter((value) => value !== '' && value.toLowerCase() !== 'etc');
}

/** Where a description lists operations without naming the argument that chooses. */
const operations = /\b(?:operations|actions) (?:like|such as|including)\b|\b(?:operations|actions):/i;

const before = /(?:^|\n)[\s*•–-]{0,20}["'`]?$/;
const after = /^["'`]?\s{0,3}(?:\([^)\n]{0,60}\))?["'`*]{0,3}\s{0,3}(?::|=|[-–—](?=\s))/;

/** The lines of a description that introduce an argument, as in "Args: action: One of …". */
function introductions(name: string, text: string): string[] {
  const found: string[] = [];
  let start = -1;
  while (found.length < most && (start = text.indexOf(name, start + 1)) >= 0) {
    const rest = text.slice(start + name.length, start + name.length + longest);
    if (before.test(text.slice(Math.max(0, start - 24), start)) && after.test(rest))
      found.push(rest.split('\n', 1)[0] ?? '');
  }
  return found;
}

const heading = /(?:^|\n)[^\n:]{0,40}\b(?:actions|operations)\b[^\n:]{0,40}:[^\n]{0,10}\n/i;
const bullet = /^\s{0,8}[-*•]\s{0,3}["'`*]{0,3}([A-Za-z][\w-]{0,39})["'`*]{0,3}\s{0,2}:/;

/** The values that a description lists line by line under a heading such as "Actions:". */
function bulletsIn(text: string): string[] {
  const found = heading.exec(text);
  if (found === null) return [];
  const lines = text.slice(found.index + found[0].length, found.index + 4 * longest).split('\n');
  const end = lines.findIndex((line) => !bullet.test(line));
  return lines.slice(0, end < 0 ? lines.length : end).flatMap((line) => bullet.exec(line)?.[1] ?? []);
}

/** Examples of a command that may be any. */
const examples = /\be\.g\.|\b(?:execut|run)/i;

/**
 * The values that a definition names in words for an argument whose schema allows any: as its own description lists them or
 * the line that the tool's description has for it, and under a heading. Each stands verbatim in the text at its pointer.
 */
export function toldValues({ tool }: Reading, { name, spoken, passages }: Parameter): Told[] {
  const isAny = spoken === 'command' || spoken === 'cmd';
  if (isAny && passages.some(({ text }) => examples.test(text))) return [];
  const own = passages.map(({ at, text }): Passage => ({ at, text: text.slice(0, longest) }));
  const { description = '' } = tool;
  const start = description.search(operations);
  const general = start < 0 ? [] : [description.slice(start, start + longest).split('\n', 1)[0] ?? ''];
  const lines = [...introductions(name, description), ...general].map((text) => ({
    at: '/description',
    text,
  }));
  const named = [...own, ...lines].map(({ at, text }) =>
    valuesIn(text).map((value) => ({ name: value, at })),
  );
  const listed = bulletsIn(description).map((value) => ({ name: value, at: '/description' }));
  const first = named.find((values) => values.length >= 2) ?? [];
  const all = new Map([...listed, ...first].map((each) => [each.name, each]));
  return all.size < 2 ? [] : [...all.values()].filter((each) => each.name.length <= limits.toolName);
}
