import type { Classification } from '../model/classification.ts';
import { limits } from '../model/limits.ts';
import type { Json } from '../model/json.ts';
import type { SignalId } from '../model/signals.ts';
import type { CatalogueTool } from '../model/server.ts';
import { ourWord } from './sentences/annotations.ts';

/** The hints MCP defines (2025-11-25), in its order. */
export const hintNames = ['readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'] as const;
export type HintName = (typeof hintNames)[number];

/** One hint, as the author gives it and as we see it. Text is ready to show. */
export interface HintRow {
  /** "readOnlyHint: false"; the name alone where the author gives no value. */
  hint: string;
  /** Whether the author's word is another than ours. */
  isDisputed: boolean;
  ours: string;
}

/** The author's annotations beside ours. */
export interface Annotations {
  rows: HintRow[];
  /** The annotations we suggest to the author, as JSON to copy; null when they would change nothing. */
  suggested: string | null;
}

const destroying: ReadonlySet<string> = new Set<SignalId>(['deletes', 'overwrites', 'irreversible']);

const reachingOut: ReadonlySet<string> = new Set<SignalId>([
  'arbitrary-url',
  'sends-message',
  'publishes',
  'browser-control',
  'api-passthrough',
  'moves-money',
]);

const shows = ({ signals }: Classification, wanted: ReadonlySet<string>): boolean =>
  signals.some(({ id }) => wanted.has(id));

/**
 * The values that the evidence supports; null where it tells neither. Whether a call may be repeated nobody can read off a definition.
 * MCP gives the second and third hint a meaning only for tools that do more than read.
 */
function ourHints(classification: Classification): Record<HintName, boolean | null> {
  const { category, risk } = classification;
  const reads = risk === 'Unknown' ? null : category === 'Read';
  const destroys = category === 'Destructive' || shows(classification, destroying);
  return {
    readOnlyHint: reads,
    destructiveHint: reads === false && destroys ? true : null,
    idempotentHint: null,
    openWorldHint: shows(classification, reachingOut) ? true : null,
  };
}

/** The author's annotations with ours in place of those that we would give otherwise. */
function suggestion(tool: CatalogueTool): string | null {
  const { annotations = {} } = tool.definition;
  if (tool.classification.confidence < limits.reviewConfidence) return null;
  const ours = Object.entries(ourHints(tool.classification)).filter(([, value]) => value !== null);
  if (ours.every(([name, value]) => annotations[name] === value)) return null;
  const merged = { ...annotations, ...Object.fromEntries(ours) } as Json;
  return JSON.stringify({ annotations: merged }, null, 2);
}

/** The hints of a tool, one row for each that the author gives or that we can tell, and that means something beside the others. */
export function annotations(tool: CatalogueTool): Annotations {
  const given = tool.definition.annotations ?? {};
  const ours = ourHints(tool.classification);
  const readsOnly = given.readOnlyHint === true && ours.readOnlyHint === true;
  const rows = hintNames.flatMap((name): HintRow[] => {
    const [claim, found] = [given[name] ?? null, ours[name]];
    const isIdle = readsOnly && (name === 'destructiveHint' || name === 'idempotentHint');
    if (isIdle || (claim === null && found === null)) return [];
    return [
      {
        hint: claim === null ? name : `${name}: ${String(claim)}`,
        isDisputed: claim !== null && found !== null && claim !== found,
        ours: ourWord(name, claim, found),
      },
    ];
  });
  return { rows, suggested: suggestion(tool) };
}
