import type { Attack } from '../model/attack.ts';
import { exposures } from '../model/exposure.ts';
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

function lightServer(server: CatalogueServer): CatalogueServer {
  const light = { ...server };
  delete light.past;
  const inspection = server.inspection === null ? null : { ...server.inspection, instructions: null };
  return { ...light, sources: [], inspection, tools: server.tools.map(lightTool) };
}

/** Reads a catalogue once, server by server. */
export function lightCatalogue(
  servers: Iterable<CatalogueServer>,
  attacks: readonly Attack[],
): LightCatalogue {
  const exposuresOf = exposures(attacks);
  const light: CatalogueServer[] = [];
  const changes: Change[] = [];
  const open = new Map(attacks.map(({ id }): [string, (Listed & { entry: ExposedTool })[]] => [id, []]));
  for (const server of servers) {
    const slim = lightServer(server);
    light.push(slim);
    for (const change of serverChanges(server)) changes.push({ ...change, server: slim });
    for (const [index, tool] of server.tools.entries())
      for (const { attack, grounds } of exposuresOf(server, tool))
        open.get(attack.id)?.push({
          ...{ server: slim, tool: slim.tools[index] ?? tool },
          entry: exposedTool({ server, tool }, grounds),
        });
  }
  const exposed = [...open].map(([id, tools]) => [id, byGravity(tools).map(({ entry }) => entry)] as const);
  return { servers: light, changes, exposed: new Map(exposed) };
}
