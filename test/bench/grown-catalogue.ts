import { serverId } from '../../src/model/identity.ts';
import type { PackageReference, Remote } from '../../src/model/launch.ts';
import type { CatalogueServer, CatalogueTool, Inspection, ServerListing } from '../../src/model/server.ts';
import { freeSlug } from '../../src/model/slug.ts';
import { type Chance, chance } from './grown/chance.ts';
import { dayBetween, grownTool } from './grown/tools.ts';
import { type Vocabulary, vocabularyOf } from './grown/vocabulary.ts';

/** How large a catalogue is to be, and which of all such catalogues. */
export interface Growth {
  /** Tools in all. The last server takes what is left. */
  tools: number;
  seed?: string;
}

/** The most tools of one server; of 28,000 real packages the largest has 251. */
const mostTools = 250;
/** Servers of which no tools are known. */
const unlistedShare = 0.1;

/** As in reality: half of the servers have at most four tools, the mean is above nine, few have hundreds. */
function sizeOf(draw: Chance): number {
  const normal = Math.sqrt(-2 * Math.log(1 - draw.number())) * Math.cos(2 * Math.PI * draw.number());
  return Math.min(mostTools, Math.max(1, Math.round(4 * Math.exp(1.3 * normal))));
}

function toolsOf(size: number, model: CatalogueServer, draw: Chance, from: Vocabulary): CatalogueTool[] {
  const found = new Map<string, CatalogueTool>();
  const start = draw.below(model.tools.length);
  for (let index = 0; found.size < size; index += 1) {
    const of = index < model.tools.length ? model : draw.of(from.servers);
    const tool = of.tools[(start + index) % of.tools.length];
    if (tool === undefined) continue;
    const grown = grownTool(tool, draw, from);
    if (!found.has(grown.slug)) found.set(grown.slug, grown);
  }
  return [...found.values()];
}

function packageFor(words: readonly string[], draw: Chance): PackageReference {
  const version = `${draw.below(4)}.${draw.below(30)}.${draw.below(20)}`;
  const [owner = '', ...rest] = words;
  const name = `${rest.join('-')}-mcp`;
  if (draw.happens(0.3)) return { kind: 'pypi', name: `${owner}-${name}`, version };
  return { kind: 'npm', name: draw.happens(0.5) ? `@${owner}/${name}` : `${owner}-${name}`, version };
}

/** Where a server comes from: a package, an address, or both. */
function originOf(words: readonly string[], draw: Chance): Pick<ServerListing, 'packages' | 'remotes'> {
  const host = `${words.slice(1).join('-')}.${words[0] ?? 'host'}.example`;
  const remote: Remote = { kind: 'streamable-http', url: `https://${host}/mcp` };
  const kind = draw.number();
  return {
    packages: kind < 0.75 ? [packageFor(words, draw)] : [],
    remotes: kind > 0.65 ? [remote] : [],
  };
}

function inspectionOf(
  model: Inspection | null,
  { packages: [launched], remotes: [remote] }: Pick<ServerListing, 'packages' | 'remotes'>,
  at: string,
): Inspection | null {
  if (model?.kind === 'package' && launched?.kind === 'npm')
    return { ...model, at, launch: { ...model.launch, package: launched } };
  if (model === null || remote === undefined) return null;
  const { protocol, serverName, serverTitle, instructions, pages, ttlMs, cacheScope } = model;
  const answered = { protocol, serverName, serverTitle, instructions, pages, ttlMs, cacheScope };
  return { kind: 'remote', remote, at, ...answered };
}

/** How its tools became known: it was started or asked, a registry says so, or not at all. */
function knownBy(
  listing: ServerListing,
  model: CatalogueServer,
  draw: Chance,
): Pick<CatalogueServer, 'inspection' | 'listed' | 'reachability'> {
  const on = dayBetween('2026-08-01', '2026-11-20', draw);
  const at = `${on}T03:04:05.000Z`;
  const inspection = inspectionOf(model.inspection, listing, at);
  const state = inspection?.kind === 'remote' ? 'listed' : 'unreachable';
  return {
    inspection,
    ...(inspection === null ? { listed: { source: listing.source, name: listing.name, on } } : {}),
    reachability: listing.remotes.map((remote) => ({ state, remote, at })),
  };
}

function grownServer(size: number, words: readonly string[], draw: Chance, from: Vocabulary) {
  const model = draw.of(from.servers);
  const origin = originOf(words, draw);
  const [owner = '', ...rest] = words;
  const title = `${rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ')} MCP`;
  const repository = `https://github.com/${owner}/${rest.join('-')}`;
  const description = from.sentences.length === 0 ? model.description : draw.of(from.sentences);
  const about = { description, repository, homepage: repository, ...origin };
  const status = 'active' as const;
  const listing: ServerListing = {
    ...about,
    source: 'official-registry',
    name: `io.github.${owner}/${rest.join('-')}`,
    title,
    version: origin.packages[0]?.version ?? null,
    status,
  };
  const isListed = !draw.happens(unlistedShare);
  const tools = isListed ? toolsOf(size, model, draw, from) : [];
  const known = isListed ? knownBy(listing, model, draw) : { inspection: null, reachability: [] };
  return { id: serverId(listing), name: title, ...about, sources: [listing], ...known, tools, faults: [] };
}

/**
 * A catalogue of any size in the proportions of the real one, one server at a time: real definitions with other names, one more
 * sentence and one more argument, with the evidence that still stands. The same servers in the same order for the same
 * `real` and growth.
 */
export function* grownCatalogue(
  real: readonly CatalogueServer[],
  { tools, seed = 'placard' }: Growth,
): Generator<CatalogueServer> {
  const from = vocabularyOf(real);
  const taken = new Set<string>();
  let left = tools;
  for (let place = 0; left > 0; place += 1) {
    const draw = chance(`${seed} ${place}`);
    const words = [draw.of(from.words), draw.of(from.words), draw.of(from.words)];
    const server = grownServer(Math.min(left, sizeOf(draw)), words, draw, from);
    const slug = freeSlug(server.id, (wanted) => taken.has(wanted));
    if (taken.has(slug) || taken.has(server.id)) continue;
    taken.add(slug).add(server.id);
    left -= server.tools.length;
    yield { ...server, slug };
  }
}
