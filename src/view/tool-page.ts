import type { Category } from '../model/categories.ts';
import { visible } from '../model/display.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import type { Risk } from '../model/risks.ts';
import { type CatalogueServer, type CatalogueTool } from '../model/server.ts';
import { isUndescribed } from '../model/tool.ts';
import { policyOf } from '../policy/recommend.ts';
import { type Actions, actions } from './actions.ts';
import { type ToolAttack, toolAttacks } from './attacks.ts';
import { confidence, type Fact, toolFacts } from './facts.ts';
import { type Question, questions } from './faq.ts';
import type { Crumb } from './json-ld.ts';
import { type Parameters, parameters } from './parameters.ts';
import { policyText, shownPreset, shownRule } from './policy-block.ts';
import { type PolicyExport, shownExports } from './policy-exports.ts';
import type { Neighbours } from './related.ts';
import {
  closesOthers,
  correctionSentence,
  doubtSentence,
  effect,
  judgedBy,
  lead,
  publishedAs,
  riskTitle,
  speaker,
  toolMeta,
  toolsOrigin,
} from './sentences.ts';
import { type ToolRow, toolRow } from './tool-row.ts';
import { type Hint, hints, place, type Quote, type Reason, reasons } from './why.ts';
import { mcpServer, paragraph, sentence, shortened } from './wording.ts';

/** Exactly what a tool page shows. Text is ready to show and still to be escaped for HTML. */
export interface ToolPage {
  title: string;
  meta: string;
  crumbs: Crumb[];
  name: string;
  /** The server's own title for the tool, when it is not the name. */
  ownTitle: string | null;
  /** The server's description, cut to a bearable length; null when there is none. */
  description: string | null;
  risk: Risk;
  category: Category;
  confidence: string;
  lead: string;
  rationale: string;
  raised: string | null;
  judgedBy: string;
  /** Set when the rating is a person's word: who, when, and the words it rests on. */
  correction: { sentence: string; quotes: Quote[] } | null;
  /** Why a person should look at the rating; empty when nothing asks for it. */
  doubts: string[];
  /** Null for a tool that does one thing. */
  actions: Actions | null;
  reasons: Reason[];
  hints: Hint[];
  policy: {
    text: string;
    effect: string;
    /** The same rule in the formats that most people need. */
    exports: PolicyExport[];
    closesOthers: string;
    wholePath: string;
    wholeLabel: string;
  };
  parameters: Parameters;
  /** Patterns that abuse what a call can do, each with the evidence that links it. */
  attacks: ToolAttack[];
  questions: Question[];
  siblings: ToolRow[];
  neighbours: ToolRow[];
  facts: Fact[];
}

/** What a tool page shows of everything around the tool. */
export interface Surroundings {
  neighboursOf: Neighbours;
  exposuresOf: ExposuresOf;
}

function descriptionOf({ definition }: CatalogueTool): string | null {
  if (isUndescribed(definition)) return null;
  return shortened(visible((definition.description ?? '').trim()), limits.descriptionCharacters);
}

/** Tools listed next to this one by the same server: listings keep what belongs together side by side. */
function siblingsOf(server: CatalogueServer, tool: CatalogueTool, number: number): ToolRow[] {
  const place = server.tools.indexOf(tool);
  const start = Math.max(0, Math.min(place - number / 2, server.tools.length - 1 - number));
  return server.tools
    .filter((other) => other !== tool)
    .slice(start, start + number)
    .map((other) => toolRow({ server, tool: other }));
}

function questionsOf(server: CatalogueServer, tool: CatalogueTool): Question[] {
  return questions({
    name: visible(tool.definition.name),
    description: descriptionOf(tool),
    hasParameters: parameters(tool.definition.inputSchema).rows.length > 0,
    classification: { ...tool.classification, rationale: visible(tool.classification.rationale) },
    rule: shownRule(tool),
    server: {
      name: visible(server.name),
      path: paths.server(server.slug),
      tools: server.tools.length,
      origin: paragraph(publishedAs(server), toolsOrigin(server)),
      speaker: speaker(server),
    },
  });
}

function policyBlock(server: CatalogueServer, tool: CatalogueTool): ToolPage['policy'] {
  const name = visible(tool.definition.name);
  return {
    text: policyText({ ...server, tools: [tool] }),
    effect: effect(name, shownRule(tool)),
    exports: shownExports(server, policyOf({ ...server, tools: [tool] }, shownPreset)),
    closesOthers: closesOthers(server.tools.length),
    wholePath: paths.policies(server.slug),
    wholeLabel: `Policies for the whole ${mcpServer(visible(server.name))}, in every format`,
  };
}

function ownTitle({ definition }: CatalogueTool): string | null {
  const title = visible((definition.title ?? definition.annotations?.title ?? '').trim());
  return title === '' || title === definition.name ? null : shortened(title, 120);
}

function correctionOf({ classification: { correction } }: CatalogueTool): ToolPage['correction'] {
  if (correction === null) return null;
  const quotes = correction.quotes.map(({ at, quote }) => ({ text: visible(quote), place: place(at) }));
  return { sentence: correctionSentence(correction), quotes };
}

/** Everything the page of one tool shows. */
export function toolPage(
  server: CatalogueServer,
  tool: CatalogueTool,
  { neighboursOf, exposuresOf }: Surroundings,
): ToolPage {
  const { classification, definition } = tool;
  const rule = shownRule(tool);
  const name = visible(definition.name);
  const serverName = visible(server.name);
  return {
    title: `${name} · ${serverName}`,
    meta: toolMeta(name, serverName, classification, rule),
    crumbs: [
      { label: 'Servers', path: paths.servers },
      { label: serverName, path: paths.server(server.slug) },
      { label: name, path: paths.tool(server.slug, tool.slug) },
    ],
    name,
    ownTitle: ownTitle(tool),
    description: descriptionOf(tool),
    risk: classification.risk,
    category: classification.category,
    confidence: confidence(tool),
    lead: lead(classification, rule),
    rationale: sentence(visible(classification.rationale)),
    raised: classification.raised === null ? null : sentence(visible(classification.raised)),
    judgedBy: judgedBy(classification),
    correction: correctionOf(tool),
    doubts: classification.doubts.map((doubt) => doubtSentence(doubt, classification)),
    actions: actions(classification),
    reasons: reasons(classification.signals),
    hints: hints(tool, classification.category),
    policy: policyBlock(server, tool),
    parameters: parameters(definition.inputSchema),
    attacks: toolAttacks({ server, tool }, exposuresOf),
    questions: questionsOf(server, tool),
    siblings: siblingsOf(server, tool, 6),
    neighbours: neighboursOf({ server, tool }, 6).map(toolRow),
    facts: toolFacts(server, tool),
  };
}

/** "Why High", the heading over the reasons. */
export function whyTitle({ risk }: Pick<ToolPage, 'risk'>): string {
  return risk === 'Unknown' ? 'Why unknown' : `Why ${riskTitle(risk).toLowerCase()}`;
}
