import type { ExposuresOf } from '../model/exposure.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type DatedChange, serverChanges } from '../view/changes.ts';
import { contradiction } from '../view/contradictions.ts';
import { type NamedRow, namedRow } from '../view/server-row.ts';
import { briefOf, type Placed } from '../view/tool-row.ts';
import { exposedAs } from './attack.ts';
import { changeEntry } from './change.ts';
import { serverEntry, toolEntry } from './entry.ts';
import { extended } from './file.ts';

/** A tool as lists hold it: its place and the text of its entry. */
export interface PlacedTool extends Placed {
  text: string;
  /** What the record of an attack that it is open to says besides, as text, by the attack’s id. */
  exposed: Readonly<Record<string, string>>;
  /** The entry with the hints that contradict the definition; null when none do. */
  contradicting: string | null;
}

/** A change as lists hold it. */
export interface PlacedChange extends DatedChange {
  text: string;
}

/** What lists need of a server, its tools and what became of them: places and texts. */
export interface ServerPart {
  row: NamedRow;
  text: string;
  tools: readonly PlacedTool[];
  changes: readonly PlacedChange[];
}

function placedTool(server: CatalogueServer, tool: CatalogueTool, exposuresOf: ExposuresOf): PlacedTool {
  const text = JSON.stringify(toolEntry({ server, tool }));
  const found = contradiction(tool);
  const exposed = exposuresOf(server, tool).map(
    ({ attack, grounds }) => [attack.id, JSON.stringify(exposedAs(tool, grounds))] as const,
  );
  return {
    brief: briefOf({ server, tool }),
    traits: {
      signals: [...new Set(tool.classification.signals.map(({ id }) => id))],
      direction: found?.direction ?? null,
    },
    ...{ text, exposed: Object.fromEntries(exposed) },
    contradicting: found === null ? null : extended(text, { hints: found.hints }),
  };
}

export function serverPart(server: CatalogueServer, exposuresOf: ExposuresOf): ServerPart {
  const { slug } = server;
  return {
    row: namedRow(server),
    text: JSON.stringify(serverEntry(server)),
    tools: server.tools.map((tool) => placedTool(server, tool, exposuresOf)),
    changes: serverChanges(server).map((change) => ({
      ...{ on: change.on, kind: change.kind, server: { slug } },
      text: JSON.stringify(changeEntry(change)),
    })),
  };
}

/** The tools that are open to each attack, by its id, in the order in which all are given. */
export function exposedTools(tools: readonly PlacedTool[]): ReadonlyMap<string, readonly PlacedTool[]> {
  const found = new Map<string, PlacedTool[]>();
  for (const tool of tools)
    for (const id of Object.keys(tool.exposed)) {
      const open = found.get(id);
      if (open === undefined) found.set(id, [tool]);
      else open.push(tool);
    }
  return found;
}

/** The entry of a tool in the record of an attack that it is open to, as text. */
export const exposedText = ({ text, exposed }: PlacedTool, attack: string): string =>
  `${text.slice(0, -1)},${(exposed[attack] ?? '{}').slice(1)}`;
