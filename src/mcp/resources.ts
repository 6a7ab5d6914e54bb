import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Consulted } from '../consult/consulted.ts';
import type { CatalogueServer } from '../model/server.ts';
import { serverAnswer, toolAnswer } from './answers.ts';
import { serverMarkdown, toolMarkdown } from './markdown.ts';

const mimeType = 'text/markdown';

/** One value of a template, decoded. */
function value(given: string | string[] | undefined): string {
  try {
    return decodeURIComponent([given ?? ''].flat()[0] ?? '');
  } catch {
    return '';
  }
}

async function serverOf(uri: URL, slug: string, catalogue: Consulted): Promise<CatalogueServer> {
  const server = (await catalogue.find(slug)).find((each) => each.slug === slug);
  if (server === undefined) throw new ResourceNotFoundError(uri.href);
  return server;
}

/** The pages of servers and tools as Markdown, under the slugs that the addresses of the site have. */
export function registerResources(server: McpServer, catalogue: Consulted): void {
  server.registerResource(
    'server',
    new ResourceTemplate('placard://servers/{server}', { list: undefined }),
    { title: 'A server', description: 'What the catalogue says of one MCP server.', mimeType },
    async (uri, { server: slug }) => {
      const found = await serverOf(uri, value(slug), catalogue);
      return { contents: [{ uri: uri.href, mimeType, text: serverMarkdown(serverAnswer(found)) }] };
    },
  );
  server.registerResource(
    'tool',
    new ResourceTemplate('placard://servers/{server}/{tool}', { list: undefined }),
    { title: 'A tool', description: 'What the catalogue says of one tool of an MCP server.', mimeType },
    async (uri, { server: slug, tool: name }) => {
      const found = await serverOf(uri, value(slug), catalogue);
      const tool = found.tools.find((each) => each.slug === value(name));
      if (tool === undefined) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType, text: toolMarkdown(toolAnswer(found, tool)) }] };
    },
  );
}
