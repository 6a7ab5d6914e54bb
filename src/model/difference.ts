import { z } from 'zod';
import { Category } from './categories.ts';
import { Part, partsThatDiffer } from './change.ts';
import { bars, Risk } from './risks.ts';
import { RatedTool } from './scanned.ts';

const Rating = z.object({ category: Category, risk: Risk });

/** In what one tool differs between two listings. */
export const ToolDifference = z.object({
  tool: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** In what a changed definition differs. */
  parts: z.array(Part),
  /** Both by the same judge; null where the tool was not, or is not, listed. */
  before: Rating.nullable(),
  after: Rating.nullable(),
  /** Whether what an agent can do became graver (`up`), milder (`down`) or neither; null where a risk is unknown. */
  risk: z.enum(['up', 'down', 'same']).nullable(),
});
export type ToolDifference = z.infer<typeof ToolDifference>;

type Rating = z.infer<typeof Rating>;

function ratingOf(tool: RatedTool | undefined): Rating | null {
  if (tool === undefined) return null;
  const { category, risk } = tool.classification;
  return { category, risk };
}

/** A tool that is not there does nothing, which is milder than the mildest. */
const weight = (rating: Rating | null): number | null =>
  rating === null ? 0 : rating.risk === 'Unknown' ? null : bars(rating.risk);

function direction(before: Rating | null, after: Rating | null): ToolDifference['risk'] {
  const [was, is] = [weight(before), weight(after)];
  if (was === null || is === null) return null;
  return was === is ? 'same' : is > was ? 'up' : 'down';
}

function difference(was: RatedTool | undefined, is: RatedTool | undefined): ToolDifference | null {
  if (was?.hash === is?.hash) return null;
  const [before, after] = [ratingOf(was), ratingOf(is)];
  const rest = { before, after, risk: direction(before, after) };
  if (was !== undefined && is !== undefined)
    return {
      ...{ tool: is.definition.name, kind: 'changed' },
      ...{ parts: partsThatDiffer(was.definition, is.definition), ...rest },
    };
  if (is !== undefined) return { tool: is.definition.name, kind: 'added', parts: [], ...rest };
  return was === undefined ? null : { tool: was.definition.name, kind: 'removed', parts: [], ...rest };
}

const order = ['up', null, 'same', 'down'] as const;

/** In what two listings of one server differ, what became graver first. Rate both by the same judge. */
export function differences(before: readonly RatedTool[], after: readonly RatedTool[]): ToolDifference[] {
  const [was, is] = [before, after].map(
    (tools) => new Map(tools.map((tool) => [tool.definition.name, tool])),
  );
  const names = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
  const place = ({ risk, after: now }: ToolDifference): number =>
    order.indexOf(risk) * 10 - (now === null ? 0 : bars(now.risk));
  return names
    .flatMap((name) => difference(was?.get(name), is?.get(name)) ?? [])
    .sort((a, b) => place(a) - place(b));
}
