import type { Category } from '../model/categories.ts';
import { oneLine, visible } from '../model/display.ts';
import { wordsOf } from '../model/name-words.ts';
import { paths } from '../model/paths.ts';
import type { ToolRule } from '../model/policy.ts';
import { bars, type Risk } from '../model/risks.ts';
import { categoriesByWeight } from '../model/categories.ts';
import type { CatalogueServer, CatalogueTool, ServerHead } from '../model/server.ts';
import { shownRule } from './policy-block.ts';
import type { Traits } from './traits.ts';
import { shortened } from './wording.ts';
import { byText } from '../model/text-order.ts';

/** A tool where it is named on other pages than its own. Text is ready to show. */
export interface ToolLink {
  name: string;
  path: string;
  server: { name: string; path: string };
  category: Category;
  risk: Risk;
}

/** One tool in a table of tools. Text is ready to show. */
export interface ToolRow extends ToolLink {
  rule: Pick<ToolRule, 'decision' | 'limits'>;
  summary: string | null;
}

/** What lists and comparisons ask of every tool, and what a catalogue that is read piece by piece knows without reading it. */
export interface Brief {
  /** The server's slug, and its name as sources write it. */
  server: string;
  serverName: string;
  slug: string;
  name: string;
  /** 16 digits of the definition's hash: equal exactly where definitions are. */
  hash: string;
  risk: Risk;
  category: Category;
  /** Digests of the whole tool, of the evidence for its signals, of its row in lists, and of what pages of its server's other tools show of it. */
  digest?: string;
  evidence?: string;
  row?: string;
  beside?: string;
}

/** A tool and the server it belongs to. */
export interface Listed<Server extends ServerHead = ServerHead> {
  server: Server;
  tool: CatalogueTool;
  brief?: Brief;
  /** Its row and what lists of the whole catalogue ask of it, where they are known without reading the tool. */
  row?: ToolRow;
  traits?: Traits;
}

/** A tool of which no more is known than its place in lists. */
export interface Placed {
  brief: Brief;
  traits: Pick<Traits, 'signals' | 'direction'>;
  /** The hash of its id, by which the pages of all its lists are cut. */
  idHash?: number;
}

/** A tool as far as it is named and rated. */
export type Named = Listed | Pick<Placed, 'brief'>;

/** What lists and comparisons ask of a tool. */
export function briefOf(entry: Named): Brief {
  if (!('tool' in entry)) return entry.brief;
  if (entry.brief !== undefined) return entry.brief;
  const { definition, hash, slug, classification } = entry.tool;
  const { risk, category } = classification;
  return {
    ...{ server: entry.server.slug, serverName: entry.server.name, slug, name: definition.name },
    ...{ hash: hash.slice(0, 16), risk, category },
  };
}

/** What a tool is called and rated, and the way to its page. */
export function toolLink(entry: Listed): ToolLink {
  const { server, serverName, slug, name, category, risk } = briefOf(entry);
  return {
    name: visible(name),
    path: paths.tool(server, slug),
    server: { name: visible(serverName), path: paths.server(server) },
    ...{ category, risk },
  };
}

/** The first words of the server's description of a tool; null when it publishes none. */
function summaryOf({ definition }: CatalogueTool): string | null {
  const description = (definition.description ?? '').trim();
  return description === '' ? null : shortened(oneLine(description, 1_000), 140);
}

/** The tool with what a table of tools says of it. */
export function toolRow(entry: Listed): ToolRow {
  if (entry.row !== undefined) return entry.row;
  const { decision, limits } = shownRule(entry.tool);
  return { ...toolLink(entry), rule: { decision, limits }, summary: summaryOf(entry.tool) };
}

/** The same entry as a new object to which more can be assigned; server and tool are still read only when they are asked for. */
export function placed(entry: Listed): Listed {
  return {
    get server() {
      return entry.server;
    },
    get tool() {
      return entry.tool;
    },
    get row() {
      return toolRow(entry);
    },
    brief: briefOf(entry),
  };
}

/** Every tool of these servers, in their order. */
export function listed(servers: readonly CatalogueServer[]): Listed<CatalogueServer>[] {
  return servers.flatMap((server) => server.tools.map((tool) => ({ server, tool })));
}

/** What decides the place of a tool among others by name: its words, then its exact spelling and its server. */
export function nameKey(entry: Named): string {
  const { name, server, slug } = briefOf(entry);
  return [wordsOf(name).join(' '), name, server, slug].join('\0');
}

/** The same tools by name. Plain code point order, so that no machine's language changes a page. */
export function byName<Entry extends Named>(tools: readonly Entry[]): Entry[] {
  return tools
    .map((entry) => [nameKey(entry), entry] as const)
    .sort(([a], [b]) => byText(a, b))
    .map(([, entry]) => entry);
}

/** The same tools, which come by name, gravest first. Unknown stands last, where lists explain it. */
export function gravestFirst<Entry extends Listed | Placed>(named: readonly Entry[]): Entry[] {
  const weight = (entry: Entry): number => {
    const { risk, category } = briefOf(entry);
    return bars(risk) * 10 - categoriesByWeight.indexOf(category);
  };
  const weighed = Map.groupBy(named, weight);
  return [...weighed].sort(([a], [b]) => b - a).flatMap(([, its]) => its);
}

/** The same tools, gravest first, and by name among equals. */
export const byGravity = <Entry extends Listed | Placed>(tools: readonly Entry[]): Entry[] =>
  gravestFirst(byName(tools));
