import type { Evidence } from '../model/evidence.ts';
import { limits } from '../model/limits.ts';
import { type Listed, type ToolLink, toolLink } from './tool-row.ts';
import { type Quote, quoted } from './why.ts';
import { shortened } from './wording.ts';

/** A tool in a list of evidence: the first quotes, and how many its own page has beyond these. */
export interface EvidenceRow {
  tool: ToolLink;
  quotes: Quote[];
  more: number;
}

/** The row of a tool with the evidence given. Long quotes are cut, and quotes that say the same stand once. */
export function evidenceRow(entry: Listed, evidence: readonly Evidence[]): EvidenceRow {
  const shown = [...new Map(evidence.map((one) => [`${one.at} ${one.quote}`, one])).values()];
  const quotes = shown.slice(0, limits.rowQuotes).map((one) => {
    const { text, place } = quoted(one);
    return { place, text: text === null ? null : shortened(text, limits.rowQuoteCharacters) };
  });
  return { tool: toolLink(entry), quotes, more: shown.length - quotes.length };
}
