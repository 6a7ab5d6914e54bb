import { partsThatDiffer } from '../model/change.ts';
import { visible } from '../model/display.ts';
import { limits } from '../model/limits.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { direction, type Rating } from './changes.ts';
import { parameters } from './parameters.ts';
import { type Piece, wordDiff } from './word-diff.ts';
import { changedSentence } from './sentences/changes.ts';
import { byText } from '../model/text-order.ts';

/** What became of one part of a definition. Text is ready to show. */
export interface Difference {
  /** "Description", or the name of a parameter or hint. */
  part: string;
  isCode: boolean;
  pieces: Piece[];
}

/** One change of a tool’s definition. */
export interface DefinitionChange {
  /** The day on which the later definition was first seen. */
  on: string;
  sentence: string;
  before: Rating | null;
  after: Rating | null;
  differences: Difference[];
  /** Differences that are left out, because a page should stay small. */
  left: number;
}

/** A definition with the day since when it stood. */
interface Dated {
  definition: ToolDefinition;
  rating: Rating | null;
  from: string;
}

/** The texts of a definition that a reader compares, by what they are. */
function textsOf({ title, description, inputSchema, annotations = {} }: ToolDefinition): Map<string, string> {
  const rows = parameters(inputSchema).rows.map(
    ({ name, type, isRequired, bounds, default: value, description: says }) => {
      const facts = [
        type,
        isRequired ? 'required' : null,
        bounds,
        value === null ? null : `default ${value}`,
      ];
      return [name, [facts.filter((fact) => fact !== null).join(', '), says ?? ''].join('. ')] as const;
    },
  );
  const hints = Object.entries(annotations).map(
    ([name, value]) => [visible(name), visible(JSON.stringify(value))] as const,
  );
  return new Map([
    ['Title', visible(title ?? '')],
    ['Description', visible(description ?? '')],
    ...[...rows, ...hints].map(([name, text]) => [`\0${name}`, text] as const),
  ]);
}

function differencesOf(before: ToolDefinition, after: ToolDefinition): Difference[] {
  const [was, is] = [textsOf(before), textsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((part) => was.get(part) !== is.get(part))
    .map((part) => ({
      part: part.replace('\0', ''),
      isCode: part.startsWith('\0'),
      pieces: wordDiff(was.get(part) ?? '', is.get(part) ?? ''),
    }))
    .filter(({ pieces }) => pieces.length > 0);
}

function changeBetween(before: Dated, after: Dated): DefinitionChange {
  const parts = partsThatDiffer(before.definition, after.definition);
  const differences = differencesOf(before.definition, after.definition);
  const ratings = { before: before.rating, after: after.rating };
  return {
    on: after.from,
    sentence: changedSentence(parts, direction(ratings)),
    ...ratings,
    differences: differences.slice(0, limits.shownDifferences),
    left: Math.max(0, differences.length - limits.shownDifferences),
  };
}

/**
 * What became of a tool’s definition, newest first, from the earlier definitions that the catalogue keeps; at most
 * `limits.shownChanges`. A change whose earlier definition was not kept is told by its day alone.
 */
export function definitionHistory(
  { past = [] }: Pick<CatalogueServer, 'past'>,
  {
    definition,
    classification,
    changed,
    firstSeen,
  }: Pick<CatalogueTool, 'definition' | 'classification' | 'changed' | 'firstSeen'>,
): DefinitionChange[] {
  const earlier: Dated[] = past.filter((its) => its.definition.name === definition.name);
  const { category, risk } = classification;
  const standing: Dated = { definition, rating: { category, risk }, from: changed ?? firstSeen };
  if (earlier.length === 0)
    return changed === null
      ? []
      : [
          {
            on: changed,
            sentence: changedSentence([], null),
            before: null,
            after: null,
            differences: [],
            left: 0,
          },
        ];
  const all = [...earlier.toSorted((a, b) => byText(a.from, b.from)), standing];
  return all
    .slice(1)
    .map((after, place) => changeBetween(all[place] ?? after, after))
    .reverse()
    .slice(0, limits.shownChanges);
}
