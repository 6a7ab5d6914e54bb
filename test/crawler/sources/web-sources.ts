import type { Machine, Source } from '../../../crawler/sources/source.ts';
import { awesome } from '../../../crawler/sources/awesome.ts';
import { docker } from '../../../crawler/sources/docker.ts';
import { githubRegistry } from '../../../crawler/sources/github-registry.ts';
import { glama } from '../../../crawler/sources/glama.ts';
import { npm } from '../../../crawler/sources/npm.ts';
import { officialRegistry } from '../../../crawler/sources/official-registry.ts';
import { pulsemcp } from '../../../crawler/sources/pulsemcp.ts';
import { registry } from '../../../crawler/sources/registry.ts';
import { smithery } from '../../../crawler/sources/smithery.ts';
import { toolhive } from '../../../crawler/sources/toolhive.ts';
import { toolsdk } from '../../../crawler/sources/toolsdk.ts';
import { archiveOf } from './archive.ts';
import { entry } from './registry-server.ts';
import { freshFolder } from './walking.ts';

export interface Reply {
  type: string;
  body: string | Buffer;
}

/** A source of the web, and a registry in its real shape that behaves. */
export interface WebSource {
  source: Source;
  machine: Partial<Machine>;
  /** What an address of it holds; undefined where there is nothing. */
  reply: (path: string, query: URLSearchParams) => Reply | undefined;
  /** Whether an address is the source's page, and not something beside it. */
  isPage: (path: string) => boolean;
  /** The first page in a shape that the source does not have. */
  changed: Reply;
  /** The first page, saying that another one follows; null for a source of one page. */
  endless: Reply | null;
  servers: string[];
  tools: string[];
  /** Headers that carry the key. */
  headers: Record<string, string>;
}

const json = (value: unknown): Reply => ({ type: 'application/json', body: JSON.stringify(value) });
const changed = json({ version: 3, items: [] });
const tool = (name: string): object => ({
  name,
  description: `Does ${name}.`,
  inputSchema: { type: 'object' },
});
const stacklok = {
  'ghcr.io/a/hive:1': { tool_definitions: [{ ...tool('swarm'), annotations: { readOnlyHint: true } }] },
};

function registryLike(
  source: Source,
  path: string,
  extra: Pick<WebSource, 'machine' | 'headers'>,
): WebSource {
  const first = { servers: [entry('a/one')], metadata: { nextCursor: 'a/one:1', count: 1 } };
  const second = { servers: [entry('a/two')], metadata: { next_cursor: '' } };
  return {
    ...{ source, ...extra, changed, endless: json(first), servers: ['npm:a-one', 'npm:a-two'], tools: [] },
    reply: (at, query) => (at === path ? json(query.get('cursor') === null ? first : second) : undefined),
    isPage: (at) => at === path,
  };
}

async function archiveLike(
  source: Source,
  files: Record<string, string>,
  expected: Pick<WebSource, 'servers' | 'tools'>,
): Promise<WebSource> {
  const type = 'application/gzip';
  const body = await archiveOf(freshFolder(source.id), files);
  const other = await archiveOf(freshFolder(source.id), { 'README.md': 'Moved.' });
  return {
    ...{ source, machine: {}, headers: {}, changed: { type, body: other }, endless: null, ...expected },
    reply: () => ({ type, body }),
    isPage: () => true,
  };
}

function glamaLike(): WebSource {
  const list = {
    name: 'Gull',
    namespace: 'sea',
    slug: 'gull',
    description: 'Gulls.',
    tools: [],
    attributes: [],
  };
  const page = { servers: [list], pageInfo: { hasNextPage: false, endCursor: 'x' } };
  const root = '/api/mcp/v1/servers';
  return {
    source: glama,
    machine: { variables: { GLAMA_API_KEY: 'glama-secret' } },
    headers: { authorization: 'Bearer glama-secret' },
    reply: (path) =>
      path === root
        ? json(page)
        : path === `${root}/sea/gull`
          ? json({ ...list, tools: [tool('cry')] })
          : undefined,
    isPage: (path) => path === root,
    changed,
    endless: json({ ...page, pageInfo: { hasNextPage: true, endCursor: 'again' } }),
    servers: ['glama:sea/gull'],
    tools: ['cry'],
  };
}

function smitheryLike(): WebSource {
  const list = {
    qualifiedName: '@sea/whale',
    displayName: 'Whale',
    homepage: 'https://whale.example',
    remote: true,
  };
  const deploymentUrl = 'https://server.smithery.example/@sea/whale/mcp?api_key=mine';
  const detail = { ...list, connections: [{ type: 'http', deploymentUrl }], tools: [tool('dive')] };
  const page = {
    servers: [list],
    pagination: { currentPage: 1, pageSize: 100, totalPages: 1, totalCount: 1 },
  };
  return {
    source: smithery,
    machine: { variables: { SMITHERY_API_KEY: 'smithery-secret' } },
    headers: { authorization: 'Bearer smithery-secret' },
    reply: (path) =>
      path === '/servers' ? json(page) : path === '/servers/%40sea%2Fwhale' ? json(detail) : undefined,
    isPage: (path) => path === '/servers',
    changed,
    endless: json({ ...page, pagination: { ...page.pagination, totalPages: 2 } }),
    servers: ['remote:https://server.smithery.example/@sea/whale/mcp'],
    tools: ['dive'],
  };
}

function npmLike(): WebSource {
  const found = (name: string): object => ({ package: { name, version: '1.0.0', keywords: ['mcp'] } });
  const document = (manifest: object): object => ({
    'dist-tags': { latest: '1.0.0' },
    versions: { '1.0.0': { name: '@sea/crab', version: '1.0.0', ...manifest } },
    readme: '# Crab\n\nWalks sideways.',
  });
  const page = { objects: [found('@sea/crab'), found('crab-client')], total: 2, time: 'now' };
  return {
    source: npm,
    machine: {},
    headers: {},
    reply: (path) =>
      ({
        '/-/v1/search': json(page),
        '/@sea%2fcrab': json(document({ bin: { crab: 'crab.js' }, mcpName: 'io.github.sea/crab' })),
        '/crab-client': json(document({ name: 'crab-client' })),
      })[path],
    isPage: (path) => path === '/-/v1/search',
    changed,
    endless: json({ ...page, total: 1_000_000 }),
    servers: ['npm:@sea/crab'],
    tools: [],
  };
}

function awesomeLike(): WebSource {
  const body =
    '# List\n\n## Servers\n\n- **[Eel](https://github.com/sea/eel)** - An eel.\n\n## Clients\n\n- [App](https://app.example)\n';
  const type = 'text/plain; charset=utf-8';
  return {
    ...{ source: awesome, machine: {}, headers: {}, endless: null, tools: [] },
    reply: (path) => (path === '/list.md' ? { type, body } : undefined),
    isPage: (path) => path === '/list.md',
    changed: { type, body: '# Moved\n\nSee the website.' },
    servers: ['awesome:github.com/sea/eel'],
  };
}

/** Every source of the web. */
export async function webSources(): Promise<WebSource[]> {
  const nothing = { machine: {}, headers: {} };
  return [
    registryLike(officialRegistry, '/v0.1/servers', nothing),
    registryLike(registry, '/v0.1/servers', {
      machine: { variables: { PLACARD_REGISTRY_HEADER: 'X-Token: private-secret' } },
      headers: { 'x-token': 'private-secret' },
    }),
    registryLike(githubRegistry, '/v0/servers', nothing),
    registryLike(pulsemcp, '/v0.1/servers', {
      machine: { variables: { PULSEMCP_API_KEY: 'pulse-secret', PULSEMCP_TENANT_ID: 'tenant' } },
      headers: { 'x-api-key': 'pulse-secret', 'x-tenant-id': 'tenant' },
    }),
    await archiveLike(
      docker,
      {
        'servers/dock/server.yaml': 'name: dock\nimage: mcp/dock\nabout:\n  title: Dock\n',
        'servers/dock/tools.json': JSON.stringify([tool('moor')]),
      },
      { servers: ['oci:docker.io/mcp/dock'], tools: ['moor'] },
    ),
    await archiveLike(
      toolhive,
      {
        'registries/toolhive/servers/hive/server.json': JSON.stringify({
          name: 'io.github.stacklok/hive',
          packages: [{ registryType: 'oci', identifier: 'ghcr.io/a/hive:1' }],
          _meta: {
            'io.modelcontextprotocol.registry/publisher-provided': { 'io.github.stacklok': stacklok },
          },
        }),
      },
      { servers: ['oci:ghcr.io/a/hive'], tools: ['swarm'] },
    ),
    await archiveLike(
      toolsdk,
      {
        'packages/sea/kit.json': JSON.stringify({
          type: 'mcp-server',
          packageName: 'kit-mcp',
          runtime: 'node',
        }),
        'indexes/packages-list.json': JSON.stringify({ 'kit-mcp': { tools: { pack: { name: 'pack' } } } }),
      },
      { servers: ['npm:kit-mcp'], tools: ['pack'] },
    ),
    ...[glamaLike(), smitheryLike(), npmLike(), awesomeLike()],
  ];
}
