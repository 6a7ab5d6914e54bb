import { z } from 'zod';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { knownBy, serverRisk } from '../view/server-row.ts';
import { count } from '../view/wording.ts';

/** What shields.io draws a badge from (shields.io/badges/endpoint-badge). */
export const Badge = z.object({
  schemaVersion: z.literal(1),
  label: z.string().min(1),
  message: z.string().min(1),
  /** The colour behind the message; white text stands on it at 7 : 1 or more. */
  color: z.string().regex(/^#[0-9a-f]{6}$/),
  labelColor: z.string().regex(/^#[0-9a-f]{6}$/),
  cacheSeconds: z.number().int().min(300),
});
export type Badge = z.infer<typeof Badge>;

/** A badge, and the level that it shows; null for a server without tools. */
export interface RatedBadge {
  badge: Badge;
  risk: Risk | null;
}

/** Of each level, as in src/styles/tokens.css: its words and its lines on a light page. A picture elsewhere has no tokens. */
export const badgeColours: Readonly<Record<Risk, { fill: string; line: string }>> = {
  Critical: { fill: '#961114', line: '#e03838' },
  High: { fill: '#7e3f1a', line: '#c26d32' },
  Medium: { fill: '#6b4c0d', line: '#a47c1f' },
  Low: { fill: '#0c5c55', line: '#2e887e' },
  Unknown: { fill: '#494d54', line: '#767b82' },
};

/** The words of the site on a light page, behind the label. */
export const labelColour = '#16181d';

const badge = (message: string, risk: Risk | null): RatedBadge => ({
  badge: {
    schemaVersion: 1,
    label: 'MCP risk',
    message,
    color: badgeColours[risk ?? 'Unknown'].fill,
    labelColor: labelColour,
    cacheSeconds: 86_400,
  },
  risk,
});

/** The badge of one tool. */
export function toolBadge({
  classification: { risk, category },
}: {
  classification: Pick<CatalogueTool['classification'], 'risk' | 'category'>;
}): RatedBadge {
  return badge(risk === 'Unknown' ? 'unknown' : `${risk} · ${category}`, risk);
}

/** "3 of 12 tools", "all 12 tools", "1 tool". */
function share(some: number, all: number): string {
  if (some < all) return `${some} of ${count(all, 'tool')}`;
  return all === 1 ? '1 tool' : `all ${count(all, 'tool')}`;
}

/** The badge of a server: its gravest level, and how many of its tools stand there. */
export function serverBadge(server: CatalogueServer): RatedBadge {
  const risk = serverRisk(server);
  if (knownBy(server) === 'unknown') return badge('unknown: tools never listed', risk);
  if (risk === null) return badge('lists no tools', risk);
  const all = server.tools.length;
  const at = server.tools.filter(({ classification }) => classification.risk === risk).length;
  return badge(`${risk} · ${share(at, all)}`, risk);
}

/** A badge as a README shows it. */
export interface ReadmeBadge {
  picture: string;
  /** What it says, for those who do not see it. */
  says: string;
  markdown: string;
}

/** A badge for a README, which leads to the page; null on a site that does not know its own address. */
export function readmeBadge(
  { badge: { label, message } }: RatedBadge,
  { picture, page, site }: { picture: string; page: string; site: URL | undefined },
): ReadmeBadge | null {
  if (site === undefined) return null;
  const says = `${label}: ${message}`;
  const markdown = `[![${says}](${new URL(picture, site).href})](${new URL(page, site).href})`;
  return { picture, says, markdown };
}
