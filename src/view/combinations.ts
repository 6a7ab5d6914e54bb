import type { Category } from '../model/categories.ts';
import type { SignalId } from '../model/signals.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { combinationWords, type CombinationId, roleLabels, type RoleId } from './sentences/combinations.ts';
import { byGravity, listed, type ToolRow, toolRow } from './tool-row.ts';

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
  'outside-content': { signals: ['arbitrary-url', 'browser-control'] },
  'way-out': { signals: ['sends-message', 'publishes', 'arbitrary-url', 'api-passthrough'] },
  code: { signals: ['runs-code', 'p:shell-command', 'p:code'] },
  shell: { signals: ['runs-code', 'p:shell-command'], without: ['browser-control'] },
  'file-writer': {
    signals: ['local-filesystem'],
    categories: ['Write', 'Destructive'],
    without: ['browser-control'],
  },
};

/** Abilities that are worse together than each alone. The list is checked in this order and each entry stands alone. */
const combinations: Readonly<Record<CombinationId, readonly RoleId[]>> = {
  exfiltration: ['private-data', 'outside-content', 'way-out'],
  'fetch-to-code': ['outside-content', 'code'],
  'secrets-out': ['secrets', 'way-out'],
  'file-to-shell': ['file-writer', 'shell'],
};

/** Tools of one role that are named. */
const named = 6;

/** A combination that a server's tools form, and the tools that form it. */
export interface Combination {
  title: string;
  meaning: string;
  parts: { role: string; tools: ToolRow[]; more: number }[];
}

function plays({ classification }: CatalogueTool, { signals, categories, without = [] }: Role): boolean {
  const shows = (wanted: readonly SignalId[]): boolean =>
    classification.signals.some(({ id }) => wanted.some((signal) => signal === id));
  return (categories?.includes(classification.category) ?? true) && shows(signals) && !shows(without);
}

function combinationOf(server: CatalogueServer, id: CombinationId): Combination[] {
  const parts = combinations[id].map((role) => ({
    role,
    found: byGravity(listed([server])).filter(({ tool }) => plays(tool, roles[role])),
  }));
  const involved = new Set(parts.flatMap(({ found }) => found.map(({ tool }) => tool)));
  if (involved.size < 2 || parts.some(({ found }) => found.length === 0)) return [];
  return [
    {
      ...combinationWords[id],
      parts: parts.map(({ role, found }) => ({
        role: roleLabels[role],
        tools: found.slice(0, named).map(toolRow),
        more: Math.max(0, found.length - named),
      })),
    },
  ];
}

/** What the tools of a server can do together, proved by their signals. At least two tools are needed for each. */
export function combinationsOf(server: CatalogueServer): Combination[] {
  return (Object.keys(combinations) as CombinationId[]).flatMap((id) => combinationOf(server, id));
}
