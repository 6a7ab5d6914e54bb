import type { ChangeEntry } from '../api/change.ts';
import { serverRecord } from '../api/server-record.ts';
import { risksByWeight } from '../model/risks.ts';
import type { Risk } from '../model/risks.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { SignalId, signals } from '../model/signals.ts';
import { combinationsOf } from '../view/combinations.ts';
import { shownRule } from '../view/policy-block.ts';
import { isWithheld, shownName, shownQuote } from './outside.ts';
import type { ChangeAnswer, ServerAnswer, ToolAnswer, ToolLine } from './shapes.ts';

/** Tools and quotes of one answer. */
const most = { tools: 12, quotes: 8 } as const;

/** A tool in a list. */
export function toolLine({ slug }: Pick<CatalogueServer, 'slug'>, tool: CatalogueTool): ToolLine {
  const { definition, classification } = tool;
  const { category, risk } = classification;
  return {
    server: slug,
    tool: shownName(definition.name),
    category,
    risk,
    page: paths.tool(slug, tool.slug),
  };
}

/** All that may be said of a tool. */
export function toolAnswer(server: CatalogueServer, tool: CatalogueTool): ToolAnswer {
  const { confidence, rationale, signals: evidence } = tool.classification;
  const ids = evidence.flatMap(({ id }) => SignalId.safeParse(id).data ?? []);
  const withheld = isWithheld(tool);
  const quotes = withheld ? [] : evidence.filter(({ quote }) => quote !== '').slice(0, most.quotes);
  return {
    ...toolLine(server, tool),
    ...{ confidence, decision: shownRule(tool).decision },
    shows: [...new Set(ids.map((id) => signals[id].label))],
    reason: withheld ? null : shownQuote(rationale),
    quotes: quotes.map(({ at, quote }) => ({ at: shownName(at), quote: shownQuote(quote) })),
    withheld,
    definition: tool.hash,
  };
}

/** How many there are of each risk, gravest first, none left out. */
export function byRisk(risks: readonly Risk[]): Record<string, number> {
  return Object.fromEntries(
    risksByWeight.map((risk) => [risk, risks.filter((each) => each === risk).length]),
  );
}

/** The day on which a server's tools were read, or heard of. */
const knownOn = ({ inspection, listed }: CatalogueServer): string | null =>
  inspection?.at.slice(0, 10) ?? listed?.on ?? null;

/** What may be said of a server. */
export function serverAnswer(server: CatalogueServer): ServerAnswer {
  const { slug, id, page, knownBy, tools, risk } = serverRecord(server);
  const gravest = (tools ?? []).slice(0, most.tools);
  const bySlug = new Map(server.tools.map((tool) => [tool.slug, tool]));
  return {
    ...{ server: slug, id: shownName(id), page, knownBy, knownOn: knownOn(server) },
    ...{ tools: tools?.length ?? null, risk },
    byRisk: byRisk(server.tools.map(({ classification }) => classification.risk)),
    gravest: gravest.flatMap((each) => {
      const tool = bySlug.get(each.slug);
      return tool === undefined ? [] : [toolLine(server, tool)];
    }),
    together: combinationsOf(server).map(({ title, meaning }) => `${title}: ${meaning}`),
    withheld: server.tools.filter(isWithheld).length,
  };
}

/** A change, without the names of parts that nobody needs. */
export function changeAnswer(change: ChangeEntry): ChangeAnswer {
  const { on, kind, server, tool, page, parts, before, after, risk } = change;
  const names = { server: shownName(server), tool: tool === null ? null : shownName(tool) };
  return { on, kind, ...names, page, parts, before, after, risk };
}
