import type { Category } from '../model/categories.ts';
import { visible } from '../model/display.ts';
import type { ExposuresOf } from '../model/exposure.ts';
import { isObject } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueTool } from '../model/server.ts';
import { isUndescribed } from '../model/tool.ts';
import { type Actions, actions } from './actions.ts';
import { type Annotations, annotations } from './annotations.ts';
import { type ToolAttack, toolAttacks } from './attacks.ts';
import { confidenceWords } from './confidence.ts';
import { type DefinitionChange, definitionHistory } from './definition-history.ts';
import { fewNames } from './differences.ts';
import { type Fact, toolFacts } from './facts.ts';
import { type Question, questions } from './faq.ts';
import type { Crumb } from './json-ld.ts';
import { type Parameter, parameters } from './parameters.ts';
import { policyText, shownPolicy, shownRule } from './policy-block.ts';
import { type PolicyExport, shownExports } from './policy-exports.ts';
import { wholeWords } from './quotes.ts';
import { reachOf } from './reach.ts';
import { type RelatedTools, relatedTools } from './related-tools.ts';
import { type ToolParameters, withoutShared } from './shared-parameters.ts';
import type { Neighbours } from './related.ts';
import {
  allFormats,
  closesOthers,
  correctionSentence,
  doubtSentence,
  effect,
  lead,
  publishedAs,
  speaker,
  toolMeta,
} from './sentences.ts';
import type { ToolServer } from './tool-server.ts';
import { place, type Quote, type Reason, reasons } from './why.ts';
import { sentence, shortened } from './wording.ts';

/** Exactly what a tool page shows. Text is ready to show and still to be escaped for HTML. */
export interface ToolPage {
  path: string;
  /** Where the picture of its badge is. */
  badgePath: string;
  title: string;
  meta: string;
  crumbs: Crumb[];
  name: string;
  /** The server's own title for the tool, when it is not the name. */
  ownTitle: string | null;
  /** The server's description, cut to a bearable length: its start and what a fold hides; null when there is none. */
  description: { start: string; rest: string } | null;
  /** What it says, in English, by a language model; null when it is English or no judge said it. */
  gloss: string | null;
  risk: Risk;
  category: Category;
  /** In words and as a number. */
  confidence: string;
  lead: string;
  rationale: string;
  raised: string | null;
  /** Set when the rating is a person's word: who, when, and the words it rests on. */
  correction: { sentence: string; quotes: Quote[] } | null;
  /** Why a person should look at the rating; empty when nothing asks for it. */
  doubts: string[];
  /** Null for a tool that does one thing. */
  actions: Actions | null;
  reasons: Reason[];
  annotations: Annotations;
  policy: {
    text: string;
    /** What it does otherwise than the lead says; null where it does just that. */
    effect: string | null;
    /** The same rule in the formats that most people need. */
    exports: PolicyExport[];
    closesOthers: string | null;
    wholePath: string;
    wholeLabel: string;
  };
  parameters: ToolParameters;
  /** Where the parameters that other tools of its server have too are described. */
  sharedPath: string;
  /** Patterns that abuse what a call can do, each with the evidence that links it. */
  attacks: ToolAttack[];
  questions: Question[];
  related: RelatedTools;
  hasRelated: boolean;
  /** What became of its definition, newest first. */
  history: DefinitionChange[];
  /** What a call returns by the output schema; null when there is none. */
  returns: string | null;
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

/** Where a page folds a long description: at a space, and never for the sake of a few words. */
function foldedDescription(tool: CatalogueTool): ToolPage['description'] {
  const text = descriptionOf(tool);
  if (text === null || text.length < limits.leadCharacters * 1.5)
    return text === null ? null : { start: text, rest: '' };
  const start = shortened(text, limits.leadCharacters);
  return { start, rest: `… ${text.slice(start.length - 1).trimStart()}` };
}

function questionsOf(server: ToolServer, tool: CatalogueTool, rows: readonly Parameter[]): Question[] {
  const { classification } = tool;
  return questions({
    name: visible(tool.definition.name),
    description: descriptionOf(tool),
    signals: classification.signals.map((evidence) => wholeWords(tool.definition, evidence)),
    rows,
    actions: actions(classification),
    classification: { ...classification, rationale: visible(classification.rationale) },
    rule: shownRule(tool),
    labels: reasons(classification.signals).map(({ label }) => label),
    server: {
      name: visible(server.name),
      path: paths.server(server.slug),
      origin: publishedAs(server),
      speaker: speaker(server),
    },
  });
}

function policyBlock(server: ToolServer, tool: CatalogueTool): ToolPage['policy'] {
  const policy = shownPolicy({ id: server.id, name: server.name, tools: [tool] });
  return {
    text: policyText(policy),
    effect: effect(shownRule(tool)),
    exports: shownExports(server, policy, 'tool'),
    closesOthers: closesOthers(server.size),
    wholePath: paths.policies(server.slug),
    wholeLabel: allFormats(server.size),
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

function returnsOf({ outputSchema }: CatalogueTool['definition']): string | null {
  const fields = isObject(outputSchema?.properties) ? Object.keys(outputSchema.properties) : [];
  return fields.length === 0 ? null : `Fields of the answer: ${fewNames(fields, 12)}.`;
}

/** Everything the page of one tool shows. */
export function toolPage(
  server: ToolServer,
  tool: CatalogueTool,
  { neighboursOf, exposuresOf }: Surroundings,
): ToolPage {
  const { classification, definition } = tool;
  const rule = shownRule(tool);
  const name = visible(definition.name);
  const serverName = visible(server.name);
  const related = relatedTools({ server, tool }, neighboursOf);
  const shown = parameters(definition.inputSchema, reachOf(classification.signals));
  return {
    path: paths.tool(server.slug, tool.slug),
    badgePath: paths.toolBadge(server.slug, tool.slug, 'svg'),
    title: `${name} · ${serverName}`,
    meta: toolMeta(name, serverName, classification, rule),
    crumbs: [
      { label: 'Servers', path: paths.servers },
      { label: serverName, path: paths.server(server.slug) },
      { label: name, path: paths.tool(server.slug, tool.slug) },
    ],
    name,
    ownTitle: ownTitle(tool),
    description: foldedDescription(tool),
    gloss: classification.gloss === undefined ? null : sentence(visible(classification.gloss)),
    risk: classification.risk,
    category: classification.category,
    confidence: confidenceWords(classification.confidence),
    lead: lead(classification.risk, rule),
    rationale: sentence(visible(classification.rationale)),
    raised: classification.raised === null ? null : sentence(visible(classification.raised)),
    correction: correctionOf(tool),
    doubts: classification.doubts.map((doubt) => doubtSentence(doubt, classification)),
    actions: actions(classification),
    reasons: reasons(classification.signals.map((evidence) => wholeWords(definition, evidence))),
    annotations: annotations(tool),
    policy: policyBlock(server, tool),
    parameters: withoutShared(shown, server.shared),
    sharedPath: paths.sharedParameters(server.slug),
    attacks: toolAttacks({ server, tool }, exposuresOf),
    questions: questionsOf(server, tool, shown.rows),
    related,
    history: definitionHistory(server, tool),
    returns: returnsOf(definition),
    hasRelated: Object.values(related).some((rows: readonly unknown[]) => rows.length > 0),
    facts: toolFacts(server, tool),
  };
}
