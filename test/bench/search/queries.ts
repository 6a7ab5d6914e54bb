import { bagOf, isEmpty, searchWords, termOf } from '../../../src/search/words.ts';
import { chance, type Chance } from '../grown/chance.ts';

/** What the benchmark knows of a tool: enough to make queries and to judge answers. */
export interface Known {
  server: string;
  slug: string;
  name: string;
  serverName: string;
  description: string;
}

/** Ways to ask for a tool. */
export const askedKinds = [
  'exact',
  'other spelling',
  'prefix',
  'reordered',
  'with server',
  'one typo',
  'two typos',
  'description',
  'non-Latin',
] as const;
export type AskedKind = (typeof askedKinds)[number];

export interface Question {
  kind: AskedKind;
  text: string;
  /** Whether a tool is a right answer. */
  isRight: (tool: Known) => boolean;
}

const spaced = (name: string): string => searchWords(name).join(' ');
const isBag = (name: string) => {
  const bag = bagOf(searchWords(name));
  return (tool: Known): boolean => bagOf(searchWords(tool.name)) === bag;
};
const isName = (name: string) => {
  const words = spaced(name);
  return (tool: Known): boolean => spaced(tool.name) === words;
};
const hasTerms =
  (terms: readonly string[]) =>
  (tool: Known): boolean => {
    const its = new Set(searchWords(`${tool.name} ${tool.serverName} ${tool.description}`).map(termOf));
    return terms.every((term) => its.has(term));
  };

/** One slip of a finger: a letter left out, doubled, changed, or swapped with the next; never the word itself. */
function slip(word: string, draw: Chance): string {
  for (;;) {
    const at = draw.below(word.length - 1);
    const letter = 'abcdefghijklmnopqrstuvwxyz'.charAt(draw.below(26));
    const [start, here, next, rest] = [
      word.slice(0, at),
      word.charAt(at),
      word.charAt(at + 1),
      word.slice(at + 2),
    ];
    const slipped = draw.of([
      start + next + rest,
      start + here + letter + next + rest,
      start + letter + next + rest,
      start + next + here + rest,
    ]);
    if (slipped !== word) return slipped;
  }
}

function slipped(words: readonly string[], slips: number, draw: Chance): string | null {
  const long = words.filter((word) => /^[a-z]{4,}$/.test(word)).sort((a, b) => b.length - a.length);
  const chosen = slips === 1 ? long.slice(0, 1) : long.length > 1 ? long.slice(0, 2) : [];
  if (chosen.length < slips) return null;
  return words.map((word) => (chosen.includes(word) ? slip(word, draw) : word)).join(' ');
}

function shuffled(words: readonly string[], draw: Chance): string[] {
  const rest = [...words];
  const out: string[] = [];
  while (rest.length > 0) out.push(...rest.splice(draw.below(rest.length), 1));
  return out;
}

function otherSpelling(name: string, draw: Chance): string {
  const words = searchWords(name);
  const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return draw.of([
    words.join('-'),
    words.map(capital).join(''),
    words.map(capital).join(' '),
    words.join('_').toUpperCase(),
    words.join(''),
  ]);
}

function prefix(name: string, draw: Chance): string | null {
  const last = /[a-z]{4,}$/i.exec(name)?.[0];
  if (last === undefined) return null;
  return name.slice(0, name.length - 1 - draw.below(Math.floor(last.length / 2)));
}

function descriptionWords(tool: Known, draw: Chance): string[] | null {
  const words = searchWords(tool.description.slice(0, 300).replace(/\S*$/, '')).filter(
    (word) => /^[a-z]{4,}$/.test(word) && !isEmpty(word),
  );
  const unique = [...new Set(words)];
  return unique.length < 3 ? null : shuffled(unique, draw).slice(0, 3);
}

function foreign(tool: Known, draw: Chance): string | null {
  const runs = tool.description.match(/\p{L}{3,}/gu)?.filter((run) => /[^\u0000-\u02ff]/.test(run)) ?? [];
  if (runs.length === 0) return null;
  const run = draw.of(runs);
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(run)
    ? Array.from(run).slice(0, 8).join('')
    : run;
}

function withServer(tool: Known, words: readonly string[]): string | null {
  const server = searchWords(tool.serverName).filter((word) => word !== 'mcp' && word !== 'server');
  return server.length === 0 ? null : [...server.slice(0, 2), ...words.slice(-2)].join(' ');
}

function question(kind: AskedKind, tool: Known, draw: Chance): Question | null {
  const { name } = tool;
  const words = searchWords(name);
  const of = (text: string | null, isRight: (tool: Known) => boolean): Question | null =>
    text === null ? null : { kind, text, isRight };
  switch (kind) {
    case 'exact':
      return of(name, isName(name));
    case 'other spelling':
      return of(otherSpelling(name, draw), isName(name));
    case 'prefix':
      return of(prefix(name, draw), isName(name));
    case 'reordered':
      return of(shuffled(words, draw).join(' '), isBag(name));
    case 'with server': {
      const isTool = isName(name);
      return of(withServer(tool, words), (other) => isTool(other) && other.serverName === tool.serverName);
    }
    case 'one typo':
      return of(slipped(words, 1, draw), isName(name));
    case 'two typos':
      return of(slipped(words, 2, draw), isName(name));
    case 'description': {
      const said = descriptionWords(tool, draw);
      return said === null ? null : of(said.join(' '), hasTerms(said.map(termOf)));
    }
    case 'non-Latin': {
      const said = foreign(tool, draw);
      return said === null ? null : of(said, hasTerms(searchWords(said).map(termOf)));
    }
  }
}

/** As many questions of each kind, made from tools that a seed chooses, one of each kind after the other. */
export function questions(tools: readonly Known[], each: number, seed: string): Question[] {
  const several = tools.filter(({ name }) => searchWords(name).length > 1);
  const byKind = askedKinds.map((kind) => {
    const draw = chance(`${seed} ${kind}`);
    const made: Question[] = [];
    for (let tries = 0; made.length < each && tries < each * 2_000; tries += 1) {
      const asked = question(kind, draw.of(several), draw);
      if (asked !== null) made.push(asked);
    }
    return made;
  });
  return Array.from({ length: each }, (_, place) => byKind.flatMap((its) => its[place] ?? [])).flat();
}
