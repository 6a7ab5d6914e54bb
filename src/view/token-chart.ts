import { limits } from '../model/limits.ts';
import { tokenChartLead } from './sentences/server.ts';
import { contextWindow } from '../model/context-window.ts';
import { byText } from '../model/text-order.ts';

/** One bar of a chart. Text is ready to show. */
export interface TokenBar {
  name: string;
  path: string;
  tokens: number;
  /** Of the context window. */
  share: number;
  /** From 0 to 1, the longest bar of the chart being 1. */
  length: number;
}

/** Bars for things that are sorted, the heaviest first. */
export function tokenBars(rows: readonly Pick<TokenBar, 'name' | 'path' | 'tokens'>[]): TokenBar[] {
  const longest = Math.max(1, ...rows.map(({ tokens }) => tokens));
  return rows.map(({ name, path, tokens }) => ({
    ...{ name, path, tokens },
    share: tokens / contextWindow,
    length: tokens / longest,
  }));
}

/** Exactly what the page on the token cost of servers shows: the heaviest, as many as a page has place for. */
export interface TokenPage {
  title: string;
  meta: string;
  lead: string;
  bars: TokenBar[];
}

/** Which servers cost most tokens, from the row of each; those without tools cost none. */
export function tokenPage(all: readonly Pick<TokenBar, 'name' | 'path' | 'tokens'>[]): TokenPage {
  const rows = all
    .filter(({ tokens }) => tokens > 0)
    .sort((a, b) => b.tokens - a.tokens || byText(a.path, b.path));
  const lead = tokenChartLead(
    rows.map(({ tokens }) => tokens),
    contextWindow,
  );
  return {
    title: 'Token cost of MCP servers',
    meta: `What the tool definitions of each MCP server cost a model on every request. ${lead}`,
    lead,
    bars: tokenBars(rows.slice(0, limits.listRows)),
  };
}
