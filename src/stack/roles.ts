import type { Category } from '../model/categories.ts';
import type { SignalId } from '../model/signals.ts';

/** What a tool does in a chain. */
export type RoleId =
  'private-data' | 'secrets' | 'outside-content' | 'way-out' | 'code' | 'shell' | 'file-writer';

/** Abilities that are worse together than each alone. */
export type CombinationId = 'exfiltration' | 'fetch-to-code' | 'secrets-out' | 'file-to-shell';

/** What a tool must show to play a role: one of the signals and, where given, one of the categories. */
interface Role {
  signals: readonly SignalId[];
  categories?: readonly Category[];
  /** Signals that rule the role out: what a browser tool runs or stores stays in the browser. */
  without?: readonly SignalId[];
}

const roles: Readonly<Record<RoleId, Role>> = {
  'private-data': { signals: ['private-data', 'returns-secrets'] },
  secrets: { signals: ['returns-secrets'] },
  'outside-content': { signals: ['untrusted-content', 'arbitrary-url', 'browser-control'] },
  'way-out': { signals: ['sends-message', 'publishes', 'arbitrary-url', 'api-passthrough'] },
  code: { signals: ['runs-code', 'p:shell-command', 'p:code'] },
  shell: { signals: ['runs-code', 'p:shell-command'], without: ['browser-control'] },
  'file-writer': {
    signals: ['local-filesystem'],
    categories: ['Write', 'Destructive'],
    without: ['browser-control'],
  },
};

/** The roles that make each combination, in the order in which an attack passes them. */
export const combinations: Readonly<Record<CombinationId, readonly RoleId[]>> = {
  exfiltration: ['outside-content', 'private-data', 'way-out'],
  'fetch-to-code': ['outside-content', 'code'],
  'secrets-out': ['secrets', 'way-out'],
  'file-to-shell': ['file-writer', 'shell'],
};

export const combinationIds = Object.keys(combinations) as CombinationId[];

/** What deciding on a role needs of a tool: what was proved of it, never its name. */
export interface Rated {
  category: Category;
  signals: readonly { id: string }[];
}

/** Whether a tool plays a role. */
export function plays({ category, signals }: Rated, id: RoleId): boolean {
  const { signals: wanted, categories, without = [] } = roles[id];
  const shows = (some: readonly string[]): boolean => signals.some((signal) => some.includes(signal.id));
  return (categories?.includes(category) ?? true) && shows(wanted) && !shows(without);
}
