import type { ToolAnnotations } from '../../src/model/tool.ts';
import type { z } from 'zod';
import { arbitraryUrl } from './arbitrary-url.ts';
import type { Action } from './reading/actions.ts';
import { quoteMember } from './reading/quoting.ts';
import type { Reading } from './reading/reading.ts';
import { plainFinding, type Signal } from './reading/signal.ts';
import type { Act } from './reading/verbs.ts';

type Hints = z.infer<typeof ToolAnnotations>;
type HintName = 'readOnlyHint' | 'destructiveHint' | 'idempotentHint' | 'openWorldHint';

/** Verbs that change something whatever their object is. */
const changing: ReadonlySet<Act> = new Set([
  'keep',
  'delete',
  'remove',
  'send',
  'publish',
  'grant',
  'pay',
  'transfer',
  'revert',
]);
const looking: ReadonlySet<Act> = new Set(['look']);
const deleting: ReadonlySet<Act> = new Set(['delete']);
/** Verbs whose effect comes once more with every call. */
const repeating: ReadonlySet<Act> = new Set(['send', 'pay', 'transfer']);

/** What stands in a definition: the verbs that name and description state for certain. */
interface Stated {
  acts: readonly Action[];
  reading: Reading;
}

const every =
  (set: ReadonlySet<Act>) =>
  ({ acts }: Stated): boolean =>
    acts.length > 0 && acts.every(({ act }) => set.has(act));

interface Contradiction {
  /** The hints that take part in it. */
  hints: Partial<Record<HintName, boolean>>;
  /** What must be stated beside them; nothing where the hints deny each other. */
  against?: (stated: Stated) => boolean;
}

/** Both ways: an author can claim too little and too much. A hint that is absent claims nothing. */
const contradictions: readonly Contradiction[] = [
  { hints: { readOnlyHint: true, destructiveHint: true } },
  { hints: { readOnlyHint: true }, against: every(changing) },
  { hints: { destructiveHint: false }, against: every(deleting) },
  { hints: { destructiveHint: true }, against: every(looking) },
  {
    hints: { readOnlyHint: false },
    against: (stated) => stated.acts.length === 2 && every(looking)(stated),
  },
  { hints: { idempotentHint: true }, against: every(repeating) },
  { hints: { openWorldHint: false }, against: ({ reading }) => arbitraryUrl.look(reading).outcome === 'yes' },
];

function isClaimed(annotations: Hints, hints: Contradiction['hints']): boolean {
  return Object.entries(hints).every(([name, value]) => annotations[name] === value);
}

/**
 * The author's hints deny each other, or name and text state something else than they claim: a change where only
 * reading is claimed, a removal where none is, or the reverse. Unknown when there are hints and no verb says.
 */
export const annotationConflict: Signal = {
  id: 'annotation-conflict',
  look(reading) {
    const { tool, named, told } = reading;
    const { annotations } = tool;
    if (annotations === undefined) return plainFinding([]);
    const claimed = contradictions.filter(({ hints }) => isClaimed(annotations, hints));
    const acts = [named[0], told[0]].flatMap((action) => (action?.certain === true ? [action] : []));
    const found = claimed.filter(({ against }) => against?.({ acts, reading }) ?? true);
    if (found.length === 0 && acts.length === 0 && claimed.length > 0)
      return { outcome: 'unknown', evidence: [] };
    const names = [...new Set(found.flatMap(({ hints }) => Object.keys(hints)))].slice(0, 2);
    return plainFinding(
      names.map((name) => quoteMember('annotation-conflict', tool, `/annotations/${name}`)),
    );
  },
};
