import { categories, type Category } from '../model/categories.ts';
import type { Classification, Correction, Doubt, JudgeId } from '../model/classification.ts';
import { visible } from '../model/display.ts';
import { faultKinds, type FaultKind } from '../model/fault.ts';
import { limits as bounds } from '../model/limits.ts';
import type { Constraint, Decision } from '../model/policy.ts';
import type { Reachability } from '../model/reachability.ts';
import type { Rate } from '../policy/table.ts';
import type { Review } from '../model/review.ts';
import type { Risk } from '../model/risks.ts';
import type { CatalogueServer, SourceId } from '../model/server.ts';
import { count, enumeration, figure, mcpServer, opening, paragraph, sentence } from './wording.ts';

/** What each level means, from the rubric. Low is no promise of safety. */
export const riskMeanings: Readonly<Record<Risk, string>> = {
  Low: 'A wrong call does little harm or is simply undone. Low does not mean safe.',
  Medium: 'A wrong call changes or reveals something that matters, within narrow bounds.',
  High: 'A wrong call can reach other people, expose secrets or do what is hard to undo.',
  Critical: 'A wrong call can destroy whole resources, move money, run any program or give away keys.',
  Unknown: 'Nobody could tell. It is not a mild level, and nothing follows from it.',
};

/** What each decision of a policy is called in a table. */
export const decisionLabels: Readonly<Record<Decision, string>> = {
  allow: 'Allow',
  ask: 'Ask a person',
  deny: 'Deny',
  hide: 'Hide',
};

export const judgeLabels: Readonly<Record<JudgeId, string>> = {
  rules: 'Placard’s rules',
  model: 'Placard’s rules and model',
  openai: 'a language model',
  human: 'a person',
};

export const sourceLabels: Readonly<Record<SourceId, string>> = {
  bundled: 'Placard’s own list of servers',
  'official-registry': 'the official MCP Registry',
  registry: 'a registry of the operator’s choice',
  toolhive: 'the ToolHive catalogue',
  glama: 'Glama',
  smithery: 'Smithery',
  docker: 'the Docker MCP Catalog',
  'github-registry': 'the GitHub MCP Registry',
  pulsemcp: 'PulseMCP',
  toolsdk: 'the ToolSDK registry',
  npm: 'the npm registry',
  file: 'the operator’s own list of servers',
  clients: 'the operator’s client configuration',
  awesome: 'an awesome list',
};

/** What a remote address answered, in a word or two. */
export const reachabilityLabels: Readonly<Record<Reachability['state'], string>> = {
  listed: 'lists its tools',
  'needs-login': 'needs a login',
  'needs-payment': 'needs a payment',
  'needs-configuration': 'needs your own values in the address',
  unreachable: 'not found',
  unlisted: 'answers without a usable tool list',
  unknown: 'could not be asked',
};

/** "High risk", and for Unknown "Risk unknown". */
export function riskTitle(risk: Risk): string {
  return risk === 'Unknown' ? 'Risk unknown' : `${risk} risk`;
}

/** "an Execute tool". */
export function categoryTool(category: Category): string {
  return `${categories[category].article} ${category} tool`;
}

/** What sentences say of a rule. */
export interface ShownRule {
  decision: Decision;
  limits: readonly Rate[];
  /** Conditions on arguments that hold; absent for a rating alone. */
  constraints?: readonly Constraint[];
}

/** "at most 10 calls a minute and 100 a day", or null when nothing is limited. */
export function limitPhrase(limits: readonly Rate[]): string | null {
  if (limits.length === 0) return null;
  const parts = limits.map(({ max, window }, index) =>
    index === 0 ? `${count(max, 'call')} a ${window}` : `${figure(max)} a ${window}`,
  );
  return `at most ${enumeration(parts)}`;
}

/** "30 a minute", for a table; null when nothing is limited or no call comes that far. */
export function limitLabel({ decision, limits }: ShownRule): string | null {
  const isClosed = decision === 'deny' || decision === 'hide';
  return isClosed || limits.length === 0
    ? null
    : limits.map(({ max, window }) => `${max} a ${window}`).join(', ');
}

/** What to do with the tool, in one sentence from its rule. */
export function advice({ decision, limits }: ShownRule): string {
  const bound = limitPhrase(limits);
  return {
    allow: `Allow ${bound ?? 'it'}.`,
    ask: `Ask a person before each call${bound === null ? '' : `, ${bound}`}.`,
    deny: 'Deny every call until a person opens it.',
    hide: 'Hide it from the agent.',
  }[decision];
}

/** The lead of a tool page: what to do about it. */
export function lead(risk: Risk, rule: ShownRule): string {
  return paragraph(risk === 'Unknown' ? 'Nobody could rate this tool' : null, advice(rule));
}

/** What the printed policy.json does otherwise than the advice says; null where it does just that. */
export function effect({ decision, constraints = [] }: ShownRule): string | null {
  if (decision === 'ask')
    return 'policy.json cannot ask: it denies each call until the deny_if entry without conditions is deleted.';
  return decision === 'allow' && constraints.length > 0 ? 'Arguments must meet its conditions.' : null;
}

/** Warns that the snippet of one tool is closed to all others; null where there are none. */
export function closesOthers(tools: number): string | null {
  return tools < 2 ? null : `Alone it denies the other ${tools === 2 ? 'tool' : count(tools - 1, 'tool')}.`;
}

/** What stands behind the link from a tool's policy to those of its server. */
export function allFormats(tools: number): string {
  return tools < 2 ? 'Every format' : `All ${figure(tools)} tools, every format`;
}

/** "4f1c9a2e04d1", or with a model’s name "gpt-5-mini 4f1c9a2e04d1"; null for a person. */
export function judgeVersion({
  judge,
  judgeVersion: version,
}: Pick<Classification, 'judge' | 'judgeVersion'>): string | null {
  if (judge === 'human') return null;
  return visible(version).replace(/[0-9a-f]{40,}$/, (hash) => hash.slice(0, 12));
}

/** "Judged by Placard's rules and a language model." for all tools of a page; null for none. */
export function judgesOf(classifications: readonly Pick<Classification, 'judge'>[]): string | null {
  const judges = new Set(classifications.map(({ judge }) => judgeLabels[judge]));
  return judges.size === 0 ? null : `Judged by ${[...judges].sort().join(', and by ')}.`;
}

/** Why a person should look at a rating, as a sentence. */
export function doubtSentence(doubt: Doubt, { confidence }: Pick<Classification, 'confidence'>): string {
  switch (doubt.reason) {
    case 'unsure':
      return `The confidence of ${confidence.toFixed(2)} is below ${bounds.reviewConfidence}.`;
    case 'disputed':
      return `${opening(judgeLabels[doubt.by.judge])} alone would say ${doubt.by.category}, ${riskTitle(doubt.by.risk).toLowerCase()}.`;
    case 'raised':
      return 'What the definition proves is graver than what the judge said.';
    case 'reason-refused':
      return 'The judge’s reason named another rating than the judge gave, so the rules’ own sentence stands in its place.';
  }
}

/** Who corrected a rating, when, and what was said before. */
export function correctionSentence({ by, on, instead }: Correction): string {
  const { judge, category, risk } = instead;
  return `This rating is the word of a person: ${visible(by)} corrected it on ${on}. ${opening(judgeLabels[judge])} had said ${category}, ${riskTitle(risk).toLowerCase()}.`;
}

/** What the table of a tool's actions shows, before it. */
export function actionsLead(names: readonly string[]): string {
  const which = names.length === 1 ? 'The argument' : 'The arguments';
  const what = `${which} ${enumeration(names)} ${names.length === 1 ? 'chooses' : 'choose'} what a call does`;
  return paragraph(
    what,
    'Each action is rated on its own, by Placard’s rules, and the tool as a whole is never rated milder than its worst action',
  );
}

/** That the table of actions is cut; null when it is whole. */
export function actionsCut(rated: number, left: number): string | null {
  if (left === 0) return null;
  return `The definition lists ${count(left, 'more action')}: only the first ${rated} are rated one by one.`;
}

/** "2 Critical, 1 High and 14 Low" in the order of weight, without empty levels. */
export function tally(counts: readonly { key: string; count: number }[]): string {
  return enumeration(
    counts.filter((entry) => entry.count > 0).map((entry) => `${figure(entry.count)} ${entry.key}`),
  );
}

/** The verdict on a server in one line from its tools, gravest first. `tools` null: nobody has listed them. */
export function serverVerdict(
  name: string,
  tools: readonly { name: string; category: Category; risk: Risk }[] | null,
): string {
  if (tools === null) return `Nobody has listed the tools of this server yet, so its risk is unknown.`;
  const [gravest] = tools;
  if (gravest === undefined) return `${mcpServer(name)} answered and lists no tools.`;
  if (gravest.risk === 'Unknown') return `${count(tools.length, 'tool')}, none of which could be rated.`;
  const alike = tools.filter(({ risk }) => risk === gravest.risk).length;
  const what = `${gravest.name}, ${categoryTool(gravest.category)}`;
  if (tools.length === 1) return `Its one tool is ${what} of ${gravest.risk} risk.`;
  if (alike === 1)
    return `The gravest of its ${count(tools.length, 'tool')} is ${what} of ${gravest.risk} risk.`;
  const all = alike === 2 ? 'Both of its tools' : `All of its ${alike} tools`;
  const share = alike === tools.length ? all : `${alike} of its ${tools.length} tools`;
  return `${share} are rated ${gravest.risk}, among them ${what}.`;
}

/** Why a person should look at a server's list of tools. */
export function reviewSentence(review: Review, tools: number): string {
  if (review.reason === 'many-tools')
    return `It lists ${count(tools, 'tool')}. So many on one server can mean that other servers’ tools are among them, so a person has to look at the list.`;
  const others = count(review.servers.length, 'other server');
  return `${others.charAt(0).toUpperCase()}${others.slice(1)} of its repository ${review.servers.length === 1 ? 'lists' : 'list'} exactly the same tools, so a person has to look whose they are.`;
}

/** A fault in words. The cause may hold outside text and is shown apart. */
export function faultSentence(kind: FaultKind): string {
  return sentence(faultKinds[kind].label);
}

const hintMeanings: Readonly<Record<string, [yes: string, no: string]>> = {
  readOnlyHint: ['only reads', 'does more than read'],
  destructiveHint: ['may destroy', 'never destroys'],
  idempotentHint: ['has no further effect when repeated', 'has a further effect when repeated'],
  openWorldHint: ['reaches outside systems', 'stays within its own system'],
};

/** What the author's hint claims, such as "only reads"; null for a hint MCP does not define. */
export function hintMeaning(hint: string, value: boolean): string | null {
  const meanings = hintMeanings[hint];
  return meanings === undefined ? null : meanings[value ? 0 : 1];
}

/** Set when the author's word and our category disagree. */
export function disagreement(hint: string, value: boolean, category: Category): string | null {
  const isMilder =
    (hint === 'readOnlyHint' && value && category !== 'Read') ||
    (hint === 'destructiveHint' && !value && category === 'Destructive');
  return isMilder ? `We rate it ${category}.` : null;
}

/** How the tool list of a server came to be known, as a sentence. */
export function toolsOrigin({ inspection, listed }: Pick<CatalogueServer, 'inspection' | 'listed'>): string {
  if (inspection === null && listed !== undefined)
    return `Its tools are what ${sourceLabels[listed.source]} said on ${listed.on}; nobody here has asked the server itself.`;
  if (inspection === null) return 'Nobody has listed its tools by starting it.';
  return `Its tools were read from the running server on ${inspection.at.slice(0, 10)}.`;
}

/** Under which name a server can be had, as a phrase; null when no source says. */
export function publishedAs({
  packages,
  remotes,
}: Pick<CatalogueServer, 'packages' | 'remotes'>): string | null {
  const [first] = packages;
  if (first !== undefined) return `${first.kind} package ${visible(first.name)}`;
  const [remote] = remotes;
  return remote === undefined ? null : `answering at ${visible(remote.url)}`;
}

/** Whose word a definition is, as a sentence, when it is not the server's own; null when it is. */
export function speaker({
  inspection,
  listed,
}: Pick<CatalogueServer, 'inspection' | 'listed'>): string | null {
  return inspection !== null || listed === undefined ? null : `So says ${sourceLabels[listed.source]}.`;
}

/** The description of a tool page for search engines and link previews. */
export function toolMeta(
  name: string,
  server: string,
  { category, risk }: Pick<Classification, 'category' | 'risk'>,
  rule: ShownRule,
): string {
  const rated = risk === 'Unknown' ? 'risk unknown' : `${risk.toLowerCase()} risk`;
  return paragraph(
    `${name} of the ${mcpServer(server)} is ${categoryTool(category)}, ${rated}`,
    advice(rule),
    'Why, with evidence, and a policy to copy',
  );
}

/** The description of a server page for search engines and link previews. */
export function serverMeta(name: string, verdict: string): string {
  return paragraph(`Risk and policy of the ${mcpServer(name)}`, verdict);
}
