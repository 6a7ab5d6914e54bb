import { difference } from './differences.ts';
import type { Neighbours } from './related.ts';
import { briefOf, type Listed, type ToolLink, toolLink } from './tool-row.ts';

/** A tool beside one that is like it, without its words: on the page of a tool, servers do not speak for each other. Text is ready to show. */
export interface AlikeRow extends ToolLink {
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

function alikeRow(of: Listed, other: Listed): AlikeRow {
  const isSibling = briefOf(other).server === briefOf(of).server;
  const differs = isSibling ? difference(of.tool.definition, other.tool.definition) : null;
  return { ...toolLink(other), differs };
}

/** What the page of a tool shows of others. */
export function relatedTools(of: Listed, neighbours: Neighbours): RelatedTools {
  const { same, milder, siblings, elsewhere } = neighbours(of);
  const rows = (tools: readonly Listed[]): AlikeRow[] => tools.map((other) => alikeRow(of, other));
  return {
    same: same.map(toolLink),
    milder: rows(milder),
    siblings: rows(siblings),
    elsewhere: rows(elsewhere),
  };
}
