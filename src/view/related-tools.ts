import { difference } from './differences.ts';
import type { Neighbours } from './related.ts';
import type { Similar } from './similarity.ts';
import { type Listed, summaryOf, type ToolLink, toolLink } from './tool-row.ts';

/** A tool beside one that is like it. Text is ready to show. */
export interface AlikeRow extends ToolLink {
  summary: string | null;
  /** In what the parameters of one of its own server differ; null when in nothing, and on another server. */
  differs: string | null;
}

/** The lists of other tools on a tool's page; each may be empty. */
export interface RelatedTools {
  same: ToolLink[];
  milder: AlikeRow[];
  siblings: AlikeRow[];
  elsewhere: AlikeRow[];
}

function alikeRow(of: Listed, similar: Similar): AlikeRow {
  const isSibling = similar.server.id === of.server.id;
  const differs = isSibling ? difference(of.tool.definition, similar.tool.definition) : null;
  return { ...toolLink(similar), summary: summaryOf(similar.tool), differs };
}

/** What the page of a tool shows of others. */
export function relatedTools(of: Listed, neighbours: Neighbours): RelatedTools {
  const { same, milder, siblings, elsewhere } = neighbours(of);
  const rows = (tools: readonly Similar[]): AlikeRow[] => tools.map((similar) => alikeRow(of, similar));
  return {
    same: same.map(toolLink),
    milder: rows(milder),
    siblings: rows(siblings),
    elsewhere: rows(elsewhere),
  };
}
