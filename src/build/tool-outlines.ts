import type { ServerOutline, ToolOutline } from '../catalogue/outline.ts';
import type { Exposure, ExposuresOf } from '../model/exposure.ts';
import type { LineParts } from '../catalogue/lines.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { type Change, serverChanges, toolChanges } from '../view/changes.ts';
import { contradiction } from '../view/contradictions.ts';
import { isCorrected } from '../view/correction.ts';
import { parameters } from '../view/parameters.ts';
import { reachOf } from '../view/reach.ts';
import { publishedAs } from '../view/sentences.ts';
import { knownBy } from '../view/server-row.ts';
import { withoutShared } from '../view/shared-parameters.ts';
import { packTerms, type Terms, termsOf } from '../view/terms.ts';
import { shownRule } from '../view/policy-block.ts';
import { toolLink, toolRow } from '../view/tool-row.ts';
import type { Lent, ToolServer } from '../view/tool-server.ts';
import { traitsOf } from '../view/traits.ts';
import { digestOf } from './digests.ts';
import type { Rows } from './rows.ts';

/** A server and the parts of its line. */
export interface ReadServer extends LineParts {
  server: CatalogueServer;
}

/** Tools of the same server as an earlier build had them, their terms in the same order, the rows of that server, and what its tools lend each other. */
export interface EarlierTools {
  tools: readonly ToolOutline[];
  terms: readonly Terms[];
  rows: Buffer;
  lent: Lent;
}

/** What outlines of tools are made with. `before`: null where what tools lend each other is another now. */
interface Means {
  rows: Rows;
  alone: readonly ToolAlone[];
  around: ToolServer;
  exposuresOf: ExposuresOf;
  before: EarlierTools | null;
}

/**
 * What follows from a tool alone: the rule that is shown for it, as its decision and digests of what is shown of it where neither its words nor
 * its hashes are, and of all that it lends the other tools of its server.
 */
type ToolAlone = Pick<ToolOutline, 'decision' | 'rule' | 'lends'>;

function toolAlone(tool: CatalogueTool): ToolAlone {
  const { slug, definition, classification } = tool;
  const { risk, category, signals } = classification;
  const rule = { ...shownRule(tool), definition: null };
  const said = [definition.name, risk, category, signals.map(({ id }) => id), contradiction(tool), rule];
  return {
    decision: rule.decision,
    rule: digestOf(JSON.stringify(said)),
    lends: digestOf(JSON.stringify([slug, definition.name, definition.inputSchema ?? null, signals])),
  };
}

/** The same of each tool of a server. Of those that are as they were it is known. */
export function toolsAlone({ server, tools }: ReadServer, before: readonly ToolOutline[]): ToolAlone[] {
  const known = new Map(before.map((outline) => [outline.digest, outline]));
  return server.tools.map((tool, place) => {
    const { decision, rule, lends } = known.get(tools[place]?.digest ?? '') ?? toolAlone(tool);
    return { decision, rule, lends };
  });
}

/**
 * A digest of all that the outlines of a server's tools rest on besides the tool itself: what is said of the server and by which day,
 * whether one was corrected, and what each lends the others. Null when two tools have one name, whose changes cannot be told apart.
 */
export function lentAmong(server: CatalogueServer, head: string, alone: readonly ToolAlone[]): string | null {
  const names = new Set(server.tools.map(({ definition }) => definition.name));
  if (names.size < alone.length) return null;
  const [first = null] = serverChanges(server).map(({ on }) => on);
  return digestOf(JSON.stringify([head, isCorrected(server), first, alone.map(({ lends }) => lends)]));
}

/** An exposure with the names of the tools that lend it signals, and without the tools. */
const briefly = ({ attack, grounds }: Exposure): unknown => [
  attack.id,
  grounds.map((ground) =>
    ground.by === 'signal' ? [ground.tool.slug, ground.tool.name, ground.evidence] : ground,
  ),
];

const withoutServer = ({ server, ...change }: Change<{ id: string }>): unknown => [server.id, change];

/** What the files of one tool show of its server, but for its tools: no version and no day, so that a release that changes no tool makes none again. */
const saidOf = (server: ToolServer, { definition }: CatalogueTool): unknown[] => [
  ...[server.id, server.slug, server.name, knownBy(server), publishedAs(server)],
  server.inspection === null ? [server.listed] : null,
  server.past?.filter((each) => each.definition.name === definition.name),
];

/** What they show of the tools beside it: what these lend to an attack, what parameters they share, and how many they are. */
function aroundOf(server: ToolServer, tool: CatalogueTool): unknown[] {
  const { definition, classification } = tool;
  const shown = parameters(definition.inputSchema, reachOf(classification.signals));
  return [
    server.size,
    server.isCorrected,
    withoutShared(shown, server.shared).shared.map(({ name }) => name),
    toolChanges(server, tool).map(withoutServer),
  ];
}

/** The outline of a tool; its row goes to `rows`. */
function toolOutline(
  tool: CatalogueTool,
  { rows, around: server, exposuresOf }: Means,
): Omit<ToolOutline, 'at' | 'bytes' | 'digest' | keyof ToolAlone> {
  const { slug, hash, tokens, definition, classification } = tool;
  const row = JSON.stringify(toolRow({ server, tool }));
  const [rowAt, rowBytes] = rows.add(Buffer.from(row));
  const shown = [...saidOf(server, tool), ...aroundOf(server, tool), exposuresOf(server, tool).map(briefly)];
  return {
    ...{ slug, name: definition.name, hash: hash.slice(0, 16) },
    ...{ risk: classification.risk, category: classification.category, tokens },
    around: digestOf(JSON.stringify(shown)),
    ...{ evidence: digestOf(JSON.stringify(classification.signals)), row: digestOf(row) },
    beside: digestOf(JSON.stringify([toolLink({ server, tool }), definition.inputSchema])),
    ...{ rowAt, rowBytes, traits: traitsOf(server, tool, exposuresOf) },
  };
}

/** What is known of the tools of a server: their outlines, and where their terms stand in its rows. */
type ToolsOutlined = Pick<ServerOutline, 'tools' | 'termsAt' | 'termsBytes'>;

/** The outlines of a server's tools. Those that are as they were keep theirs, but for their places. */
export function toolOutlines({ server, tools }: ReadServer, means: Means): ToolsOutlined {
  const { rows, alone, before } = means;
  const known = new Map(before?.tools.map((outline, number) => [outline.digest, number]));
  const found = server.tools.map((tool, number): { outline: ToolOutline; terms: Terms } => {
    const { at, bytes, digest } = tools[number] ?? { at: 0, bytes: Buffer.alloc(0), digest: '' };
    const place = { at, bytes: bytes.length, digest, ...(alone[number] ?? toolAlone(tool)) };
    const earlier = known.get(digest) ?? -1;
    const [same, terms] = [before?.tools[earlier], before?.terms[earlier]];
    if (before === null || same === undefined || terms === undefined)
      return {
        outline: { ...toolOutline(tool, means), ...place },
        terms: termsOf({ server, tool }),
      };
    const [rowAt] = rows.add(before.rows.subarray(same.rowAt, same.rowAt + same.rowBytes));
    return { outline: { ...same, ...place, rowAt }, terms };
  });
  const [termsAt, termsBytes] = rows.add(packTerms(found.map(({ terms }) => terms)));
  return { tools: found.map(({ outline }) => outline), termsAt, termsBytes };
}
