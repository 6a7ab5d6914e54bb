import { hashOf } from '../src/model/canonical.ts';
import { serverId } from '../src/model/identity.ts';
import type { Json } from '../src/model/json.ts';
import type {
  CatalogueServer,
  CatalogueTool,
  LiveListing,
  PackageVisit,
  RemoteVisit,
  ServerListing,
} from '../src/model/server.ts';
import { serverSlug, slugOf } from '../src/model/slug.ts';
import { definitionTokens } from '../src/model/tokens.ts';
import type { ToolDefinition } from '../src/model/tool.ts';
import type { Surroundings } from '../src/view/tool-page.ts';

/** A listing of the npm package `name`, as the committed list of servers would give it. */
export function sampleListing(name: string, changes: Partial<ServerListing> = {}): ServerListing {
  return {
    source: 'bundled',
    name,
    title: null,
    description: null,
    version: '1.0.0',
    repository: null,
    homepage: null,
    packages: [{ kind: 'npm', name, version: '1.0.0' }],
    remotes: [],
    status: 'active',
    ...changes,
  };
}

/** A visit to the npm package `name`. */
export function sampleInspection(name: string, changes: Partial<PackageVisit> = {}): PackageVisit {
  return {
    kind: 'package',
    launch: { package: { kind: 'npm', name, version: '1.0.0' }, arguments: [], environment: {} },
    versionWanted: '1.0.0',
    versionGot: '1.0.0',
    integrity: 'sha512-c2FtcGxl',
    protocol: '2025-11-25',
    sandbox: 'unshare',
    at: '2026-01-02T03:04:05.000Z',
    serverName: name,
    serverTitle: null,
    instructions: null,
    pages: 1,
    ttlMs: null,
    cacheScope: null,
    ...changes,
  };
}

/** A visit to the remote address `url`. */
export function sampleRemoteVisit(url: string, changes: Partial<RemoteVisit> = {}): RemoteVisit {
  const { protocol, at, serverName, serverTitle, instructions, pages, ttlMs, cacheScope } =
    sampleInspection(url);
  return {
    kind: 'remote',
    remote: { kind: 'streamable-http', url },
    ...{ protocol, at, serverName, serverTitle, instructions, pages, ttlMs, cacheScope },
    ...changes,
  };
}

/** A live listing of the npm package `name` with these tools. */
export function sampleLive(
  name: string,
  tools: ToolDefinition[],
  inspection: Partial<PackageVisit> = {},
): LiveListing {
  return { server: sampleListing(name), inspection: sampleInspection(name, inspection), tools };
}

/** A catalogue tool that reads, unless its classification is given. */
export function sampleTool(
  definition: ToolDefinition,
  classification: Partial<CatalogueTool['classification']> = {},
): CatalogueTool {
  const whole: CatalogueTool['classification'] = {
    category: 'Read',
    risk: 'Low',
    confidence: 0.9,
    signals: [],
    rationale: 'It looks something up and changes nothing.',
    judge: 'rules',
    judgeVersion: '0123456789ab',
    raised: null,
    actions: [],
    actionsLeft: 0,
    doubts: [],
    correction: null,
    ...classification,
  };
  return {
    slug: slugOf(definition.name),
    definition,
    hash: hashOf(definition as Json),
    tokens: definitionTokens(definition),
    firstSeen: '2026-01-02',
    changed: null,
    classification: whole,
  };
}

/** A catalogue entry of the npm package `name`. */
export function sampleServer(
  name: string,
  tools: CatalogueTool[] = [],
  changes: Partial<CatalogueServer> = {},
): CatalogueServer {
  const listing = sampleListing(name);
  const id = serverId(listing);
  return {
    id,
    slug: serverSlug(id),
    name,
    description: null,
    repository: null,
    homepage: null,
    packages: listing.packages,
    remotes: [],
    sources: [listing],
    inspection: sampleInspection(name),
    reachability: [],
    tools,
    faults: [],
    ...changes,
  };
}

/** A tool that nothing stands around: no neighbours, no attacks. */
export const alone: Surroundings = {
  neighboursOf: () => ({ same: [], milder: [], siblings: [], elsewhere: [] }),
  exposuresOf: () => [],
};
