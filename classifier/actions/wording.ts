import type { Quote } from '../../src/model/classification.ts';
import { valueAt } from '../../src/model/json.ts';
import { limits } from '../../src/model/limits.ts';
import type { ToolDefinition } from '../../src/model/tool.ts';
import type { Passage } from '../signals/reading/reading.ts';
import type { Listed } from './listed.ts';

const wordCharacter = /[\p{L}\p{N}_-]/u;
/** What may close a name before the mark that introduces its meaning, as in `delete`**: or "delete" =. */
const introduction = /^[`'"*”’)\]]{0,4}\s{0,2}(?::|=|[-–—→](?=\s)|\()[`'"*\s]{0,4}/u;
/** Where what is said of one action ends. */
const stop = /[\n;]|[.!?。](?=\s|$)/u;
/** What may stand between the words on one action and the next, and belongs to neither. */
const trailing = /[\s,`'"*([\-–—\ud800-\udbff]+$/u;

/** A name that a text introduces, as in "delete: removes it". */
interface Mention {
  name: string;
  start: number;
  /** Where its meaning begins. */
  meaning: number;
}

/** Places where a name is introduced that are looked at: the first that says something counts. */
const most = 8;

function mentionsOf(name: string, text: string): Mention[] {
  const found: Mention[] = [];
  let start = -1;
  while (found.length < most && (start = text.indexOf(name, start + 1)) >= 0) {
    const end = start + name.length;
    if (start > 0 && wordCharacter.test(text.charAt(start - 1))) continue;
    const intro = introduction.exec(text.slice(end, end + 16))?.[0];
    if (intro !== undefined) found.push({ name, start, meaning: end + intro.length });
  }
  return found;
}

/**
 * What a text says of each of these names, as it stands there: from the name to the end of its sentence or line, or
 * to where the next name is introduced. Names that the text does not introduce are left out.
 */
function meaningsIn({ at, text }: Passage, names: readonly string[]): Map<string, Quote> {
  const mentions = names.flatMap((name) => mentionsOf(name, text)).toSorted((a, b) => a.start - b.start);
  const meanings = new Map<string, Quote>();
  for (const [index, { name, start, meaning }] of mentions.entries()) {
    const next = mentions.slice(index + 1).find((other) => other.start >= meaning)?.start ?? text.length;
    const rest = text.slice(meaning, Math.min(next, meaning + limits.actionCharacters));
    const end = rest.search(stop);
    const said = (end < 0 ? rest : rest.slice(0, end)).replace(trailing, '');
    if (meanings.has(name) || !/\p{L}{3}/u.test(said)) continue;
    meanings.set(name, { at, quote: text.slice(start, meaning + said.length) });
  }
  return meanings;
}

function passageAt(tool: ToolDefinition, place: string): Passage[] {
  const at = `${place}/description`;
  const text = valueAt(tool, at);
  return typeof text === 'string' && text.trim() !== '' ? [{ at, text }] : [];
}

/** The description of the variant of the schema that stands for this action alone. */
function variantWords(tool: ToolDefinition, { at }: Listed): Quote[] {
  const variant = /^.*\/(?:anyOf|oneOf|allOf)\/\d+(?=\/)/.exec(at)?.[0];
  if (variant === undefined) return [];
  return passageAt(tool, variant).map(({ at, text }) => ({
    at,
    quote: text.slice(0, limits.actionCharacters).replace(trailing, ''),
  }));
}

/** The words that a definition has for each of its actions, where it has any: verbatim, and of no other action. */
export function wordingOf(tool: ToolDefinition, actions: readonly Listed[]): Map<Listed, Quote> {
  const names = [...new Set(actions.map(({ name }) => name))];
  const places = [...new Set(actions.map(({ switchAt }) => switchAt)), ''];
  const texts = places
    .flatMap((place) => passageAt(tool, place))
    .map((passage) => meaningsIn(passage, names));
  return new Map(
    actions.flatMap((action) => {
      const [words] = [
        ...variantWords(tool, action),
        ...texts.flatMap((meanings) => meanings.get(action.name) ?? []),
      ];
      return words === undefined ? [] : [[action, words]];
    }),
  );
}
