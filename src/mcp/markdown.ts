import { notice } from './outside.ts';
import type { ServerAnswer, ToolAnswer, ToolLine } from './shapes.ts';

/** Outside text as code, which no Markdown reader takes for markup. */
const code = (text: string): string => {
  const fence = '`'.repeat(1 + Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length)));
  return fence.length === 1 ? `\`${text}\`` : `${fence} ${text} ${fence}`;
};

const line = ({ tool, risk, category }: ToolLine): string => `- ${risk}, ${category}: ${code(tool)}`;

/** A server as Markdown: the same as the tool answers. */
export function serverMarkdown(server: ServerAnswer): string {
  const counts = Object.entries(server.byRisk)
    .filter(([, count]) => count > 0)
    .map(([risk, count]) => `${count} ${risk}`);
  const known =
    server.tools === null
      ? 'Nobody has listed its tools: they are unknown.'
      : `${server.tools} tools: ${counts.join(', ')}.`;
  return [
    `> ${notice}`,
    `# ${code(server.id)}`,
    `${known} Known by: ${server.knownBy}${server.knownOn === null ? '' : `, ${server.knownOn}`}.`,
    ...(server.gravest.length === 0 ? [] : ['## The gravest tools', server.gravest.map(line).join('\n')]),
    ...(server.together.length === 0
      ? []
      : ['## Together', server.together.map((each) => `- ${each}`).join('\n')]),
    '',
  ].join('\n\n');
}

/** A tool as Markdown. */
export function toolMarkdown(tool: ToolAnswer): string {
  const words = tool.withheld
    ? ['Words of its definition are kept back, because they speak to agents.']
    : tool.quotes.map(({ at, quote }) => `- ${code(at)}: ${code(quote)}`);
  return [
    `> ${notice}`,
    `# ${code(tool.tool)} of ${code(tool.server)}`,
    `${tool.risk} risk, ${tool.category}. Recommended: ${tool.decision}. Confidence ${tool.confidence}.`,
    ...(tool.reason === null ? [] : [tool.reason]),
    ...(tool.shows.length === 0 ? [] : [`Shows: ${tool.shows.join(', ')}.`]),
    ...(words.length === 0 ? [] : ['## Words of the definition', words.join('\n')]),
    '',
  ].join('\n\n');
}
