import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** What is known of the texts that a part of a pattern matches. */
interface Known {
  /** All of them, in lower case; null when they are too many to list. */
  exact: readonly string[] | null;
  /** Lists of strings: each text holds one of each list. The list that tells most stands first. Empty when none is known. */
  holds: Lists;
}

type Lists = readonly (readonly string[])[];

/** A list longer than this is not continued. */
const most = 64;

const unknown: Known = { exact: null, holds: [] };
const nothing: Known = { exact: [''], holds: [] };

/** How much a string tells: its characters, where one outside ASCII or a rare sign tells as much as two. */
function telling(text: string): number {
  let told = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character < ' ' || character > '}' || rare.includes(character)) told += 1;
  }
  return told;
}
const rare = '$%<>[\\^{|}';
const leastOf = (strings: readonly string[]) =>
  strings.reduce((least, text) => Math.min(least, telling(text)), Infinity);
/** What tells less stands in nearly every text. */
const least = 3;

/** Lists that are kept: the second rules out most texts that the first does not, and a third hardly any more. */
const kept = 2;

/** The lists that tell most: those whose least telling strings tell most. */
function best(lists: Lists): Lists {
  return lists.toSorted((a, b) => leastOf(b) - leastOf(a)).slice(0, kept);
}

function useful(strings: readonly string[] | null): Lists {
  return strings !== null && strings.length > 0 && leastOf(strings) >= least ? [strings] : [];
}

const held = ({ exact, holds }: Known) => best([...useful(exact), ...holds]);

function inTurn(elements: readonly AST.Element[]): Known {
  let run: readonly string[] | null = [''];
  let holds: Lists = [];
  let isExact = true;
  for (const element of elements) {
    const next = knownOf(element);
    const { exact } = next;
    const isListed: boolean = run !== null && exact !== null && run.length * exact.length <= most;
    if (isListed) run = (run ?? []).flatMap((start) => (exact ?? []).map((end) => start + end));
    else {
      holds = best([...holds, ...useful(run), ...held(next)]);
      run = exact;
      isExact = false;
    }
  }
  return isExact ? { exact: run, holds: [] } : { exact: null, holds: best([...holds, ...useful(run)]) };
}

/** Lists for texts that are of one of several kinds: a kind with fewer lists than another gives its last one again. */
function joined(kinds: readonly Lists[]): Lists {
  if (kinds.some((lists) => lists.length === 0)) return [];
  const longest = Math.max(...kinds.map((lists) => lists.length));
  return Array.from({ length: longest }, (_, rank) => [
    ...new Set(kinds.flatMap((lists) => lists[rank] ?? lists.at(-1) ?? [])),
  ]);
}

function eitherOne(alternatives: readonly AST.Alternative[]): Known {
  const known = alternatives.map(({ elements }) => inTurn(elements));
  const exact = known.flatMap((each) => each.exact ?? []);
  if (known.every((each) => each.exact !== null) && exact.length <= most)
    return { exact: [...new Set(exact)], holds: [] };
  return { exact: null, holds: joined(known.map(held)) };
}

function repeated({ element, min, max }: AST.Quantifier): Known {
  const once = knownOf(element);
  if (min === 1 && max === 1) return once;
  if (min > 0) return { exact: null, holds: held(once) };
  return max === 1 && once.exact !== null ? { exact: ['', ...once.exact], holds: [] } : unknown;
}

function oneOf({ elements, negate }: AST.ClassRangesCharacterClass | AST.UnicodeSetsCharacterClass): Known {
  const characters = elements.flatMap((each) => (each.type === 'Character' ? [lower(each)] : []));
  const isShort = !negate && characters.length === elements.length && characters.length <= 8;
  return isShort ? { exact: [...new Set(characters)], holds: [] } : unknown;
}

const lower = ({ value }: AST.Character) => String.fromCodePoint(value).toLowerCase();

function knownOf(element: AST.Element): Known {
  switch (element.type) {
    case 'Character':
      return { exact: [lower(element)], holds: [] };
    case 'CharacterClass':
      return oneOf(element);
    case 'Group':
    case 'CapturingGroup':
      return eitherOne(element.alternatives);
    case 'Quantifier':
      return repeated(element);
    case 'Assertion':
      return nothing;
    default:
      return unknown;
  }
}

/**
 * Lists of strings, in lower case: of each list one stands in every text that a pattern matches. Empty when nothing can be
 * said. So a text that holds none of one list need not be searched.
 */
export function literalsOf({ source, flags }: RegExp): Lists {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  return held(eitherOne(pattern.alternatives)).map((list) =>
    list.filter((text) => !list.some((part) => part !== text && text.includes(part))),
  );
}
