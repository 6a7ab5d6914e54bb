import { paths } from '../model/paths.ts';
import type { CatalogueServer } from '../model/server.ts';
import { serverChanges } from '../view/changes.ts';
import { knownBy, serverRisk } from '../view/server-row.ts';
import { serverTokens } from '../view/token-cost.ts';
import { keyOf, maybe, table, text } from './table.ts';

const readAt = ({ inspection, listed }: CatalogueServer): string | null =>
  inspection?.at ?? listed?.on ?? null;

export const servers = table({
  name: 'servers',
  means: 'One MCP server: one package or one address.',
  key: 'id',
  columns: {
    id: text('What names the server: its package, else its address, else a source and its name there.'),
    slug: text('The segment that names it in addresses of the site.'),
    name: text('Its name, as sources write it.'),
    description: maybe('What sources say of it.'),
    repository: maybe('Where its code is said to be.'),
    homepage: maybe('Its own page.'),
    known_by: {
      ...text('How its tools are known: started, asked, heard (a source’s word) or unknown.'),
      isIndexed: true,
    },
    tools: {
      type: 'integer',
      means: 'How many tools it lists; null when nobody has listed them.',
      isNullable: true,
    },
    risk: {
      ...maybe(
        'The gravest risk of its tools; Unknown when nobody has listed them, null when it lists none.',
      ),
      isIndexed: true,
    },
    tokens: {
      type: 'integer',
      means: 'Tokens of all its definitions (o200k_base); null when nobody has listed them.',
      isNullable: true,
    },
    read_at: maybe('When its tools were first read as they are.'),
    page: text('Its page on the site.'),
  },
  words: ['name', 'description'],
  *rowsOf(server) {
    const { id, slug, name, description, repository, homepage } = server;
    const known_by = knownBy(server);
    const isUnknown = known_by === 'unknown';
    yield {
      ...{ id, slug, name, description, repository, homepage, known_by },
      tools: isUnknown ? null : server.tools.length,
      risk: serverRisk(server),
      tokens: isUnknown ? null : serverTokens(server),
      read_at: readAt(server),
      page: paths.server(slug),
    };
  },
});

export const packages = table({
  name: 'packages',
  means: 'A package that starts a server.',
  columns: {
    server: keyOf('servers', 'The server.'),
    kind: text('npm, pypi, oci, nuget, mcpb or cargo.'),
    name: { ...text('The package’s name there.'), isIndexed: true },
    version: maybe('The exact version; null when the sources name none.'),
  },
  rowsOf: ({ id: server, packages: its }) =>
    its.map(({ kind, name, version }) => ({ server, kind, name, version })),
});

export const remotes = table({
  name: 'remotes',
  means: 'An address of a server.',
  columns: {
    server: keyOf('servers', 'The server.'),
    kind: text('streamable-http or sse.'),
    url: text('The address.'),
    state: maybe('What it answered a stranger; null when it was never asked.'),
  },
  rowsOf: ({ id: server, remotes: its, reachability }) =>
    its.map(({ kind, url }) => ({
      ...{ server, kind, url },
      state: reachability.find(({ remote }) => remote.url === url)?.state ?? null,
    })),
});

export const sources = table({
  name: 'sources',
  means: 'A source that names a server.',
  columns: {
    server: keyOf('servers', 'The server.'),
    source: { ...text('The source.'), isIndexed: true },
    name: text('The server’s name there.'),
    version: maybe('The version it names.'),
    status: text('active, deprecated or deleted.'),
  },
  rowsOf: ({ id: server, sources: its }) =>
    its.map(({ source, name, version, status }) => ({ server, source, name, version, status })),
});

export const changes = table({
  name: 'changes',
  means: 'What became of the tools of a server, with the ratings before and after by the judge of today.',
  columns: {
    server: keyOf('servers', 'The server.'),
    day: { ...text('The day it was seen.'), isIndexed: true },
    kind: text('listed (the tools were read for the first time), added, changed or removed.'),
    tool: maybe('The tool’s name; null for listed.'),
    tools: { type: 'integer', means: 'How many tools it concerns.' },
    parts: {
      type: 'json',
      means: 'The parts in which a changed definition differs; empty when it is not known.',
    },
    category_before: maybe('The category before; null where nobody rated it.'),
    risk_before: maybe('The risk before.'),
    category_after: maybe('The category after; null where nobody rated it.'),
    risk_after: maybe('The risk after.'),
  },
  rowsOf: (server) =>
    serverChanges(server).map(({ on: day, kind, tool, tools, parts, before, after }) => ({
      ...{ server: server.id, day, kind, tool, tools, parts: [...parts] },
      category_before: before?.category ?? null,
      risk_before: before?.risk ?? null,
      category_after: after?.category ?? null,
      risk_after: after?.risk ?? null,
    })),
});
