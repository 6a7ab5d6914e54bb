import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** What is known of the texts that a part of a pattern matches. */
interface Known {
  /** All of them, in lower case; null when they are too many to list. */
  exact: readonly string[] | null;
  /** Strings of which each of them holds one; null when none is known. */
  holds: readonly string[] | null;
}

/** A list longer than this is not continued. */
const most = 64;

const unknown: Known = { exact: null, holds: null };
const nothing: Known = { exact: [''], holds: null };

/** How much a string tells: its characters, where one outside ASCII or a rare sign tells as much as two. */
const telling = (text: string) => text.length + (text.match(/[^ -}]|[$%<>[\\^{|}]/g)?.length ?? 0);
const leastOf = (strings: readonly string[]) => Math.min(...strings.map(telling));
/** What tells less stands in nearly every text. */
const least = 3;

/** The list that tells more: the one whose least telling string tells more. */
function better(a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null {
  if (a === null || b === null) return a ?? b;
  return leastOf(b) > leastOf(a) ? b : a;
}

function useful(strings: readonly string[] | null): readonly string[] | null {
  return strings !== null && strings.length > 0 && leastOf(strings) >= least ? strings : null;
}

const held = ({ exact, holds }: Known) => better(useful(exact), holds);

function inTurn(elements: readonly AST.Element[]): Known {
  let run: readonly string[] | null = [''];
  let holds: readonly string[] | null = null;
  let isExact = true;
  for (const element of elements) {
    const next = knownOf(element);
    const { exact } = next;
    const isListed: boolean = run !== null && exact !== null && run.length * exact.length <= most;
    if (isListed) run = (run ?? []).flatMap((start) => (exact ?? []).map((end) => start + end));
    else {
      holds = better(better(holds, useful(run)), held(next));
      run = exact;
      isExact = false;
    }
  }
  return isExact ? { exact: run, holds: null } : { exact: null, holds: better(holds, useful(run)) };
}

function eitherOne(alternatives: readonly AST.Alternative[]): Known {
  const known = alternatives.map(({ elements }) => inTurn(elements));
  const exact = known.flatMap((each) => each.exact ?? []);
  if (known.every((each) => each.exact !== null) && exact.length <= most)
    return { exact: [...new Set(exact)], holds: null };
  const holds = known.map(held);
  return {
    exact: null,
    holds: holds.includes(null) ? null : [...new Set(holds.flatMap((each) => each ?? []))],
  };
}

function repeated({ element, min, max }: AST.Quantifier): Known {
  const once = knownOf(element);
  if (min === 1 && max === 1) return once;
  if (min > 0) return { exact: null, holds: held(once) };
  return max === 1 && once.exact !== null ? { exact: ['', ...once.exact], holds: null } : unknown;
}

function oneOf({ elements, negate }: AST.ClassRangesCharacterClass | AST.UnicodeSetsCharacterClass): Known {
  const characters = elements.flatMap((each) => (each.type === 'Character' ? [lower(each)] : []));
  const isShort = !negate && characters.length === elements.length && characters.length <= 8;
  return isShort ? { exact: [...new Set(characters)], holds: null } : unknown;
}

const lower = ({ value }: AST.Character) => String.fromCodePoint(value).toLowerCase();

function knownOf(element: AST.Element): Known {
  switch (element.type) {
    case 'Character':
      return { exact: [lower(element)], holds: null };
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
 * Strings of which one stands in every text that a pattern matches, in lower case; null when nothing can be said.
 * So a text that holds none of them need not be searched.
 */
export function literalsOf({ source, flags }: RegExp): readonly string[] | null {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const known = held(eitherOne(pattern.alternatives));
  return known?.filter((text) => !known.some((part) => part !== text && text.includes(part))) ?? null;
}
