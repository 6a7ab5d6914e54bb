import { createServer } from 'node:http';

/**
 * A registry of the official shape on loopback, in a process of its own so that its memory is not the walk's.
 * It sends its port to its parent, and how often it was asked; at every message one entry in a hundred changes.
 */
const size = Number(process.argv[2]);
const pageSize = 100;
/** Rounds of changes so far. */
let changes = 0;
let requests = 0;

const oldest = Date.parse('2025-09-01T00:00:00.000Z');
const newest = Date.parse('2026-10-01T00:00:00.000Z');
const dayMilliseconds = 24 * 60 * 60_000;

const kinds = ['npm', 'pypi', 'oci'] as const;

/** The entry at a place, in the proportions of the real registry: most with a package, every third with a remote. */
function entry(at: number): { updatedAt: string; raw: object } {
  const name = `io.github.owner-${at % 4000}/server-${at}`;
  const registryType = kinds[at % 7 === 0 ? 2 : at % 3 === 0 ? 1 : 0];
  const transport = { type: 'stdio' };
  const variable = {
    name: 'API_KEY',
    description: 'The key of the service.',
    isRequired: true,
    isSecret: true,
  };
  const identifier = registryType === 'oci' ? `docker.io/owner/server-${at}:1.0.${at % 9}` : `server-${at}`;
  const isChanged = at % 100 === 0 && changes > 0;
  const time = isChanged ? newest + changes * dayMilliseconds : oldest + at * 20 * 60_000;
  const updatedAt = new Date(time).toISOString();
  const server = {
    $schema: 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json',
    name,
    title: `Server ${at}`,
    description: `Reads and writes the records of service ${at}, for assistants that keep its books.`,
    version: `1.0.${isChanged ? changes : 0}`,
    repository: { url: `https://github.com/owner-${at % 4000}/server-${at}`, source: 'github' },
    ...(at % 3 === 2
      ? {}
      : {
          packages: [
            { registryType, identifier, version: '1.0.0', transport, environmentVariables: [variable] },
          ],
        }),
    ...(at % 3 === 1
      ? {}
      : { remotes: [{ type: 'streamable-http', url: `https://server-${at}.example.com/mcp` }] }),
  };
  const official = { status: 'active', publishedAt: updatedAt, updatedAt, isLatest: true };
  return { updatedAt, raw: { server, _meta: { 'io.modelcontextprotocol.registry/official': official } } };
}

/** The places of all entries that changed at or after a time. */
function placesSince(since: string | null): number[] {
  const places = Array.from({ length: size }, (_, at) => at);
  return since === null
    ? places
    : places.filter((at) => Date.parse(entry(at).updatedAt) >= Date.parse(since));
}

const server = createServer((request, response) => {
  requests += 1;
  const { searchParams } = new URL(request.url ?? '', 'http://registry');
  const places = placesSince(searchParams.get('updated_since'));
  const after = Number(searchParams.get('cursor') ?? '-1');
  const start = places.findIndex((at) => at > after);
  const page = start === -1 ? [] : places.slice(start, start + pageSize);
  const hasMore = start !== -1 && start + pageSize < places.length;
  const nextCursor = hasMore ? String(page.at(-1)) : undefined;
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      servers: page.map((at) => entry(at).raw),
      metadata: { nextCursor, count: page.length },
    }),
  );
}).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});

process.on('message', () => {
  process.send?.({ requests });
  requests = 0;
  changes += 1;
});
