import { difference } from './differences.ts';
import type { Neighbours } from './related.ts';
import { alikeWords } from './sentences/related.ts';
import type { Similar } from './similarity.ts';
import { type Listed, type ToolRow, toolRow } from './tool-row.ts';
import { visible } from '../model/display.ts';

/** A tool beside another one, and what the two have in common. Text is ready to show. */
export interface AlikeRow extends ToolRow {
  /** What both say, and in what the parameters differ. */
  alike: string;
}

/** The lists of other tools on a tool's page; each may be empty. */
export interface RelatedTools {
  same: ToolRow[];
  milder: AlikeRow[];
  siblings: AlikeRow[];
  elsewhere: AlikeRow[];
}

/** Words that are named as common: those that weigh most. */
const mostWords = 3;

function alikeRow(of: Listed, similar: Similar): AlikeRow {
  const words = similar.words.slice(0, mostWords).map(visible);
  return {
    ...toolRow(similar),
    alike: alikeWords(words, difference(of.tool.definition, similar.tool.definition)),
  };
}

/** What the page of a tool shows of others. */
export function relatedTools(of: Listed, neighbours: Neighbours): RelatedTools {
  const { same, milder, siblings, elsewhere } = neighbours(of);
  const rows = (tools: readonly Similar[]): AlikeRow[] => tools.map((similar) => alikeRow(of, similar));
  return {
    same: same.map(toolRow),
    milder: rows(milder),
    siblings: rows(siblings),
    elsewhere: rows(elsewhere),
  };
}
