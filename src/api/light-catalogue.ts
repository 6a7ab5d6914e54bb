import type { Attack } from '../model/attack.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type Change, serverChanges } from '../view/changes.ts';
import { byGravity, type Listed } from '../view/tool-row.ts';
import { exposedTool, type ExposedTool } from './attack.ts';

/**
 * What lists need of a whole catalogue, light enough to hold at once: definitions keep their names and hints, evidence its place.
 */
export interface LightCatalogue {
  servers: readonly CatalogueServer[];
  changes: readonly Change[];
  /** The tools open to each attack, by the attack’s id, gravest first. */
  exposed: ReadonlyMap<string, readonly ExposedTool[]>;
}

function lightTool(tool: CatalogueTool): CatalogueTool {
  const { name, annotations } = tool.definition;
  const { signals, ...rating } = tool.classification;
  return {
    ...tool,
    definition: { name, ...(annotations === undefined ? {} : { annotations }) },
    classification: {
      ...{ ...rating, rationale: '', actions: [], doubts: [], correction: null, raised: null },
      signals: signals.map(({ id, at }) => ({ id, at, quote: '' })),
    },
  };
}

function slimServer(server: CatalogueServer): CatalogueServer {
  const light = { ...server };
  delete light.past;
  const inspection = server.inspection === null ? null : { ...server.inspection, instructions: null };
  return { ...light, sources: [], inspection, tools: server.tools.map(lightTool) };
}

/** What the API keeps of a server: itself, light, with what became of its tools, and the tools that are open to each attack. */
export interface LightServer {
  server: CatalogueServer;
  changes: readonly Omit<Change, 'server'>[];
  exposed: readonly (readonly [attack: string, place: number, entry: ExposedTool])[];
}

export function lightServer(server: CatalogueServer, exposuresOf: ExposuresOf): LightServer {
  return {
    server: slimServer(server),
    changes: serverChanges(server).map(({ on, kind, tool, page, tools, parts, before, after }) => ({
      ...{ on, kind, tool, page, tools, parts, before, after },
    })),
    exposed: server.tools.flatMap((tool, place) =>
      exposuresOf(server, tool).map(
        ({ attack, grounds }) => [attack.id, place, exposedTool({ server, tool }, grounds)] as const,
      ),
    ),
  };
}

/** The catalogue of these servers. */
export function lightCatalogue(parts: Iterable<LightServer>, attacks: readonly Attack[]): LightCatalogue {
  const servers: CatalogueServer[] = [];
  const changes: Change[] = [];
  const open = new Map(attacks.map(({ id }): [string, (Listed & { entry: ExposedTool })[]] => [id, []]));
  for (const { server, changes: its, exposed } of parts) {
    servers.push(server);
    for (const change of its) changes.push({ ...change, server });
    for (const [attack, place, entry] of exposed) {
      const tool = server.tools[place];
      if (tool !== undefined) open.get(attack)?.push({ server, tool, entry });
    }
  }
  const exposed = [...open].map(([id, tools]) => [id, byGravity(tools).map(({ entry }) => entry)] as const);
  return { servers, changes, exposed: new Map(exposed) };
}
