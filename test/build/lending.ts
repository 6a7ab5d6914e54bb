import { hashOf } from '../../src/model/canonical.ts';
import { isObject, type Json } from '../../src/model/json.ts';
import type { CatalogueServer, CatalogueTool } from '../../src/model/server.ts';

/** A tool of which nothing is proved. */
export const unproved = (tool: CatalogueTool): CatalogueTool => ({
  ...tool,
  classification: { ...tool.classification, signals: [] },
});

/** A tool that takes what another one takes, besides its own parameters. */
function takingMore(tool: CatalogueTool, other: CatalogueTool): CatalogueTool {
  const propertiesOf = ({ definition: { inputSchema } }: CatalogueTool): object =>
    isObject(inputSchema?.properties) ? inputSchema.properties : {};
  const properties = { ...propertiesOf(other), ...propertiesOf(tool) } as Record<string, Json>;
  const inputSchema = { ...tool.definition.inputSchema, properties };
  const definition = { ...tool.definition, inputSchema };
  return { ...tool, definition, hash: hashOf(definition as Json) };
}

/**
 * The servers, of which every third has a first tool that lends the others something else: evidence for their attacks, or parameters that
 * they share.
 */
export const lentOtherwise = (servers: Iterable<CatalogueServer>): CatalogueServer[] =>
  Array.from(servers, (server, place) => {
    const [first, second, ...others] = server.tools;
    if (place % 3 !== 0 || first === undefined || second === undefined) return server;
    const changed = place % 2 === 0 ? unproved(first) : takingMore(first, second);
    return { ...server, tools: [changed, second, ...others] };
  });
