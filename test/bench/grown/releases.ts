import { hashOf } from '../../../src/model/canonical.ts';
import { isVerbatim } from '../../../src/model/evidence.ts';
import { isObject, type Json } from '../../../src/model/json.ts';
import { limits } from '../../../src/model/limits.ts';
import type {
  CatalogueServer,
  CatalogueTool,
  Inspection,
  PastDefinition,
} from '../../../src/model/server.ts';
import { slugOf } from '../../../src/model/slug.ts';
import { definitionTokens } from '../../../src/model/tokens.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import type { Chance } from './chance.ts';
import { otherRisk } from './changes.ts';
import { measuredReleases, type Release } from './measured-releases.ts';

/** The day of these releases: the one after all days of a grown catalogue. */
const day = '2026-11-22';

/** What becomes of a definition when its words, its schema, both or neither of them change. */
type Redefine = (definition: ToolDefinition, draw: Chance) => ToolDefinition;

const words: Redefine = (definition, draw) => {
  const said = `${definition.description ?? ''} It answers within ${draw.below(90) + 10} seconds.`;
  return { ...definition, description: said.trim() };
};

const schema: Redefine = (definition, draw) => {
  const { inputSchema } = definition;
  const properties = isObject(inputSchema?.properties) ? inputSchema.properties : {};
  const waits = {
    type: 'integer',
    description: `Seconds to wait at most, from 1 to ${draw.below(90) + 10}.`,
  };
  return {
    ...definition,
    inputSchema: { ...inputSchema, properties: { ...properties, wait_seconds: waits } },
  };
};

const both: Redefine = (definition, draw) => schema(words(definition, draw), draw);

const other: Redefine = ({ annotations, ...definition }) => ({
  ...definition,
  annotations: { ...annotations, openWorldHint: annotations?.openWorldHint !== true },
});

const redefinitions = { words, schema, both, other } as const;
const kinds = ['words', 'schema', 'both', 'other'] as const;

/** The same tool under another definition, with the evidence that still stands. */
function redefined(tool: CatalogueTool, definition: ToolDefinition): CatalogueTool {
  const { classification } = tool;
  const signals = classification.signals.filter((evidence) => isVerbatim(definition, evidence));
  const facts = { hash: hashOf(definition as Json), tokens: definitionTokens(definition) };
  return { ...tool, ...facts, definition, classification: { ...classification, signals } };
}

function withOtherLevel(tool: CatalogueTool): CatalogueTool {
  const { classification } = tool;
  return { ...tool, classification: { ...classification, risk: otherRisk[classification.risk] } };
}

function formerly({ definition, hash, classification, changed, firstSeen }: CatalogueTool): PastDefinition {
  const { category, risk } = classification;
  return { definition, hash, from: changed ?? firstSeen, until: day, rating: { category, risk } };
}

/** As many tools like those of the server under names of their own. */
function newTools(tools: readonly CatalogueTool[], count: number, draw: Chance): CatalogueTool[] {
  const taken = new Set(tools.map(({ slug }) => slug));
  const found = Array.from({ length: count }, (_, number) => {
    const tool = draw.of(tools);
    const name = `new_${number}_${tool.definition.name}`.slice(0, limits.toolName);
    const made = redefined(tool, { ...tool.definition, name });
    return { ...made, slug: slugOf(name), firstSeen: day, changed: null };
  });
  return found.filter(({ slug }) => !taken.has(slug));
}

/** What becomes of tools in a release: each in its place, changed or not, those that went left out, and those that came. */
function releasedTools(tools: readonly CatalogueTool[], its: Release, draw: Chance): CatalogueTool[] {
  // Up or down by chance, so that over many servers nothing is lost where there are few tools.
  const scaled = (count: number): number => Math.floor((count / its.of) * tools.length + draw.number());
  const left = tools.map((tool) => ({ tool, at: draw.number() })).sort((a, b) => a.at - b.at);
  const gone = new Set(left.splice(0, scaled(its.went)).map(({ tool }) => tool.slug));
  let levels = scaled(its.level);
  const changed = kinds.flatMap((kind) =>
    left.splice(0, scaled(its[kind])).map(({ tool }) => {
      const made = { ...redefined(tool, redefinitions[kind](tool.definition, draw)), changed: day };
      levels -= 1;
      return levels < 0 ? made : withOtherLevel(made);
    }),
  );
  const now = new Map(changed.map((tool) => [tool.slug, tool]));
  const stayed = tools.filter(({ slug }) => !gone.has(slug)).map((tool) => now.get(tool.slug) ?? tool);
  return [...stayed, ...newTools(tools, scaled(its.came), draw)];
}

const raised = (version: string): string => version.replace(/\d+$/, (number) => String(Number(number) + 1));
const next = <Of extends { version: string | null }>(of: Of): Of =>
  of.version === null ? of : { ...of, version: raised(of.version) };

function nextVisit(inspection: Inspection | null): Inspection | null {
  if (inspection?.kind !== 'package') return inspection;
  const { launch, versionWanted, versionGot } = inspection;
  const versions = { versionWanted: raised(versionWanted), versionGot: raised(versionGot) };
  const at = `${day}T03:04:05.000Z`;
  return { ...inspection, ...versions, launch: { ...launch, package: next(launch.package) }, at };
}

/** The server under its next version, wherever that is told, with these tools and the definitions that they had before. */
function released(server: CatalogueServer, tools: CatalogueTool[]): CatalogueServer {
  const hashes = new Set(tools.map(({ hash }) => hash));
  const replaced = server.tools.filter(({ hash }) => !hashes.has(hash)).map(formerly);
  const nameOf = ({ definition, from }: PastDefinition): string => `${definition.name} ${from}`;
  const past = [...(server.past ?? []), ...replaced].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return {
    ...{ ...server, tools, inspection: nextVisit(server.inspection), packages: server.packages.map(next) },
    sources: server.sources.map((source) => ({ ...next(source), packages: source.packages.map(next) })),
    ...(past.length === 0 ? {} : { past }),
  };
}

/** What a release of a server with so many tools does: what one did that was measured on a server of at most three times as many or as few. */
const releaseOf = (tools: number, draw: Chance): Release =>
  draw.of(measuredReleases.filter(({ of }) => of <= tools * 3 && tools <= of * 3));

/** How many tools came, went or changed. */
function movedBetween(before: readonly CatalogueTool[], after: readonly CatalogueTool[]): number {
  const [was, is] = [before, after].map((tools) => new Map(tools.map(({ slug, hash }) => [slug, hash])));
  const slugs = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])]);
  return [...slugs].filter((slug) => was?.get(slug) !== is?.get(slug)).length;
}

/**
 * The catalogue after a day on which servers release new versions: the next server does as long as, of the tools before it, no more than
 * this share, from 0 to 1, came, went or changed. A release changes what one in `measured-releases.ts` did, in proportion to the tools of
 * the server, and its version, or nothing but that. Earlier definitions are kept as publishing keeps them.
 */
export function* releasedCatalogue(
  servers: Iterable<CatalogueServer>,
  draw: Chance,
  share: number,
): Generator<CatalogueServer> {
  let [known, moved] = [0, 0];
  for (const server of servers) {
    const isDue = moved <= known * share && server.tools.length > 0;
    known += server.tools.length;
    if (!isDue) {
      yield server;
      continue;
    }
    const tools = releasedTools(server.tools, releaseOf(server.tools.length, draw), draw);
    moved += movedBetween(server.tools, tools);
    yield released(server, tools);
  }
}
