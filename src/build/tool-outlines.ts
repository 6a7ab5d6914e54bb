import type { ToolOutline } from '../catalogue/outline.ts';
import type { Exposure, ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type Change, serverChanges } from '../view/changes.ts';
import { parameters } from '../view/parameters.ts';
import { reachOf } from '../view/reach.ts';
import { serverRisk } from '../view/server-row.ts';
import { withoutShared } from '../view/shared-parameters.ts';
import { packTerms, termsOf } from '../view/similarity.ts';
import { toolLink, toolRow } from '../view/tool-row.ts';
import { traitsOf } from '../view/traits.ts';
import { digestOf } from './digests.ts';
import type { Rows } from './rows.ts';

/** What outlines of tools are made with. */
interface Means {
  rows: Rows;
  exposuresOf: ExposuresOf;
}

/** An exposure with the names of the tools that lend it signals, and without the tools. */
const briefly = ({ attack, grounds }: Exposure): unknown => [
  attack.id,
  grounds.map((ground) =>
    ground.by === 'signal' ? [ground.tool.slug, ground.tool.definition.name, ground.evidence] : ground,
  ),
];

const withoutServer = ({ server, ...change }: Change): unknown => [server.id, change];

/** What the files of one tool show of the tools beside it: what they lend to an attack, what parameters they share, and how many they are. */
function aroundOf(server: CatalogueServer, tool: CatalogueTool, changes: readonly Change[]): unknown[] {
  const { definition, classification } = tool;
  const shown = parameters(definition.inputSchema, reachOf(classification.signals));
  return [
    serverRisk(server),
    server.tools.length,
    withoutShared(shown, server).shared.map(({ name }) => name),
    changes.filter((change) => change.tool === definition.name).map(withoutServer),
  ];
}

/** The outlines of a server's tools, which begin `at` so many bytes in its line. Their rows go to `rows`. */
export function toolOutlines(
  server: CatalogueServer,
  at: number,
  { rows, exposuresOf }: Means,
): ToolOutline[] {
  const changes = serverChanges(server);
  let next = at;
  return server.tools.map((tool) => {
    const text = JSON.stringify(tool);
    const { slug, hash, tokens, definition, classification } = tool;
    const bytes = Buffer.byteLength(text);
    const row = JSON.stringify(toolRow({ server, tool }));
    const [rowAt, rowBytes] = rows.add(row);
    const [, termsBytes] = rows.add(packTerms(termsOf({ server, tool })));
    const around = [...aroundOf(server, tool, changes), exposuresOf(server, tool).map(briefly)];
    next += bytes + 1;
    return {
      ...{ slug, name: definition.name, hash: hash.slice(0, 16) },
      ...{ risk: classification.risk, category: classification.category, tokens },
      ...{ at: next - bytes - 1, bytes, digest: digestOf(text), around: digestOf(JSON.stringify(around)) },
      ...{ evidence: digestOf(JSON.stringify(classification.signals)), row: digestOf(row) },
      beside: digestOf(JSON.stringify([toolLink({ server, tool }), definition.inputSchema])),
      ...{ rowAt, rowBytes, termsBytes, traits: traitsOf(server, tool, exposuresOf) },
    };
  });
}
