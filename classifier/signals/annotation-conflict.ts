import { plainFinding, type Signal } from './reading/signal.ts';
import { quoteMember } from './reading/quoting.ts';
import type { Act } from './reading/verbs.ts';

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

/** The author hints at reading only, and name or text state a change; or the hints deny each other. Unknown when no verb says. */
export const annotationConflict: Signal = {
  id: 'annotation-conflict',
  look({ tool, named, told }) {
    const { readOnlyHint, destructiveHint } = tool.annotations ?? {};
    if (readOnlyHint !== true) return plainFinding([]);
    const acts = [named[0], told[0]].filter((action) => action?.certain === true);
    const isChange =
      acts.length > 0 && acts.every((action) => action !== undefined && changing.has(action.act));
    if (!isChange && destructiveHint !== true)
      return acts.length === 0 ? { outcome: 'unknown', evidence: [] } : plainFinding([]);
    const member = destructiveHint === true ? ['readOnlyHint', 'destructiveHint'] : ['readOnlyHint'];
    return plainFinding(member.map((key) => quoteMember('annotation-conflict', tool, `/annotations/${key}`)));
  },
};
