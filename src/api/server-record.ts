import { z } from 'zod';
import { paths } from '../model/paths.ts';
import { Decision } from '../model/policy.ts';
import { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { shownRule } from '../view/policy-block.ts';
import { knownBy, serverRow } from '../view/server-row.ts';
import { serverTokens } from '../view/token-cost.ts';
import { byGravity } from '../view/tool-row.ts';
import { ChangeEntry, changesOfServer } from './change.ts';
import { Amount, ServerEntry, serverEntry, SitePath, ToolEntry, toolEntry } from './entry.ts';

/** A tool in the record of its server: all but its definition, which its own record has. */
export const ServerTool = ToolEntry.extend({
  ...CatalogueTool.pick({ slug: true, hash: true, firstSeen: true, changed: true }).shape,
  ...CatalogueTool.shape.classification.pick({ signals: true, rationale: true, judge: true }).shape,
  tokens: Amount.describe('Tokens of its name, description and input schema, counted with o200k_base.'),
  decision: Decision.describe('What we recommend, under the preset `balanced`.'),
});
export type ServerTool = z.infer<typeof ServerTool>;

/** The twin of a server’s page. */
export const ServerRecord = z.object({
  ...ServerEntry.omit({ tools: true }).shape,
  ...CatalogueServer.omit({ tools: true, past: true }).shape,
  tools: z
    .array(ServerTool)
    .nullable()
    .describe('Gravest first; null when nobody has listed them, which is not the same as none.'),
  tokens: Amount.nullable().describe(
    'Tokens of all its definitions together; null when nobody has listed them.',
  ),
  policies: SitePath.nullable().describe('Where its policies stand; null for a server without tools.'),
  changes: z.array(ChangeEntry),
});
export type ServerRecord = z.infer<typeof ServerRecord>;

function serverTool(server: CatalogueServer, tool: CatalogueTool): ServerTool {
  const { slug, hash, tokens, firstSeen, changed, classification } = tool;
  const { signals, rationale, judge } = classification;
  return {
    ...toolEntry({ server, tool }),
    ...{ slug, hash, firstSeen, changed, signals, rationale, judge },
    tokens,
    decision: shownRule(tool).decision,
  };
}

/** What sources and visits say of it. */
function known(server: CatalogueServer) {
  const { description, repository, homepage, packages, remotes, sources } = server;
  const { inspection, reachability, listed, faults, review } = server;
  return {
    ...{ description, repository, homepage, packages, remotes, sources, inspection, reachability, faults },
    ...(listed === undefined ? {} : { listed }),
    ...(review === undefined ? {} : { review }),
  };
}

/** The record of one server. */
export function serverRecord(server: CatalogueServer): ServerRecord {
  const { tools } = server;
  const isUnknown = knownBy(server) === 'unknown';
  const sorted = byGravity(tools.map((tool) => ({ server, tool })));
  return {
    ...serverEntry(server, serverRow(server)),
    ...known(server),
    tools: isUnknown ? null : sorted.map(({ tool }) => serverTool(server, tool)),
    tokens: isUnknown ? null : serverTokens(server),
    policies: tools.length === 0 ? null : paths.policiesData(server.slug),
    changes: changesOfServer(server),
  };
}
