import type { CatalogueServer } from '../../model/server.ts';
import { combinations, plays, type RoleId } from '../../stack/roles.ts';
import { byText } from '../../model/text-order.ts';

/** Servers of the example. */
const most = 4;

const allRoles = [...new Set(Object.values(combinations).flat())];

/** The roles that the tools of a server can play. */
export const rolesOf = ({ tools }: Pick<CatalogueServer, 'tools'>): RoleId[] =>
  allRoles.filter((role) => tools.some(({ classification }) => plays(classification, role)));

/** What is asked of a server that may stand in the example. */
export interface Candidate {
  slug: string;
  /** How many tools it has. */
  size: number;
  roles: readonly RoleId[];
}

/**
 * The slugs of a few servers that together play as many roles as they can, for an example that shows something: the next one is always
 * that which adds most, of several that with the fewest tools.
 */
export function exampleStack(servers: readonly Candidate[]): string[] {
  const ranked = servers
    .map(({ slug, size, roles }) => ({ slug, tools: size, roles: new Set(roles) }))
    .filter(({ roles }) => roles.size > 0);
  const played = new Set<RoleId>();
  const chosen: string[] = [];
  while (chosen.length < most) {
    const gain = ({ roles }: (typeof ranked)[number]): number => roles.difference(played).size;
    const [best] = ranked
      .filter(({ slug, roles }) => !chosen.includes(slug) && roles.difference(played).size > 0)
      .sort((a, b) => gain(b) - gain(a) || a.tools - b.tools || byText(a.slug, b.slug));
    if (best === undefined) break;
    chosen.push(best.slug);
    for (const role of best.roles) played.add(role);
  }
  return chosen;
}
