import type { FoundTool, Query } from './consulted.ts';

/** A tool to be found, with the name of its server as people write it. */
export interface Searchable extends FoundTool {
  serverName: string;
}

const wordsIn = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** How well one word fits a tool: its own name counts more than its server's, a whole word more than a part. */
function points(word: string, own: readonly string[], servers: readonly string[]): number {
  if (own.includes(word)) return 8;
  if (own.some((each) => each.startsWith(word))) return 5;
  if (servers.includes(word)) return 4;
  if (servers.some((each) => each.startsWith(word))) return 2;
  return [...own, ...servers].some((each) => each.includes(word)) ? 1 : 0;
}

function score({ tool, serverName, server }: Searchable, words: readonly string[], whole: string): number {
  const own = wordsIn(tool);
  const servers = [...wordsIn(serverName), ...wordsIn(server)];
  const each = words.map((word) => points(word, own, servers));
  if (each.includes(0)) return 0;
  const exact = tool.toLowerCase() === whole ? 10 : 0;
  return exact + each.reduce((sum, more) => sum + more, 0) / words.length - own.length / 100;
}

/** The tools that fit a query, the best first; those that fit equally well by server and name. Without words, all in order. */
export function ranked(tools: Iterable<Searchable>, { words, risks, categories, most }: Query): FoundTool[] {
  const asked = wordsIn(words);
  const whole = words.trim().toLowerCase();
  const found: { tool: Searchable; fit: number }[] = [];
  for (const tool of tools) {
    if (risks.length > 0 && !risks.includes(tool.risk)) continue;
    if (categories.length > 0 && !categories.includes(tool.category)) continue;
    const fit = asked.length === 0 ? 1 : score(tool, asked, whole);
    if (fit > 0) found.push({ tool, fit });
  }
  const place = ({ server, tool }: Searchable): string => `${server} ${tool}`;
  return found
    .sort((a, b) => b.fit - a.fit || (place(a.tool) < place(b.tool) ? -1 : 1))
    .slice(0, most)
    .map(({ tool: { server, tool, category, risk, page } }) => ({ server, tool, category, risk, page }));
}
