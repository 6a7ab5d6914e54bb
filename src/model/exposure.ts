import type { Attack, AttackNeeds } from './attack.ts';
import type { Evidence } from './evidence.ts';
import type { CatalogueServer, CatalogueTool } from './server.ts';
import { byText } from './text-order.ts';

/** Evidence for a signal, and the tool in whose definition it stands. */
export interface SignalGround {
  by: 'signal';
  tool: { slug: string; name: string };
  evidence: Evidence;
}

/** Why a tool is open to an attack. `signal`: evidence of the tool itself or of another tool of its server. */
export type Ground =
  SignalGround | { by: 'change'; on: string } | { by: 'open-address'; url: string; at: string };

/** An attack that the access of one tool lends itself to. There is always at least one ground. */
export interface Exposure {
  attack: Attack;
  grounds: readonly Ground[];
}

/** A server as its tools are open to attacks: with all of them, or with the first evidence of each signal that they show. */
export type Exposing = Pick<CatalogueServer, 'reachability'> &
  (Pick<CatalogueServer, 'tools'> | { signals: readonly SignalGround[] });

/** Finds the attacks of a tool, the most specific first. */
export type ExposuresOf = (server: Exposing, tool: CatalogueTool) => Exposure[];

type Signals = ReadonlyMap<string, SignalGround>;
type SignalNeeds = Extract<AttackNeeds, { from: 'signals' }>;

/** The first evidence of each signal in these tools. */
function signalsOf(tools: readonly CatalogueTool[], isMeant: (evidence: Evidence) => boolean): Signals {
  const found = new Map<string, SignalGround>();
  for (const tool of tools)
    for (const evidence of tool.classification.signals)
      if (!found.has(evidence.id) && isMeant(evidence))
        found.set(evidence.id, {
          by: 'signal',
          tool: { slug: tool.slug, name: tool.definition.name },
          evidence,
        });
  return found;
}

/** The first evidence of each signal that the tools of a server show: all that they lend each other's exposures. */
export const lentSignals = ({ tools }: Pick<CatalogueServer, 'tools'>): SignalGround[] => [
  ...signalsOf(tools, () => true).values(),
];

const isInSchema = ({ at }: Evidence): boolean => /^\/(?:input|output)Schema(?:\/|$)/.test(at);

/** One tool and where its evidence may be looked for. */
interface Subject {
  server: Exposing;
  tool: CatalogueTool;
  signals: Readonly<Record<SignalNeeds['within'], Signals>>;
}

/** The signals of the tool itself that meet a leg, or else the first one that another tool may lend. */
function meeting(leg: readonly string[], own: Signals, lent: Signals): SignalGround[] {
  const its = leg.flatMap((id) => own.get(id) ?? []);
  return its.length > 0 ? its : leg.flatMap((id) => lent.get(id) ?? []).slice(0, 1);
}

const nothing: Signals = new Map();

function fromSignals({ legs, within, categories }: SignalNeeds, { tool, signals }: Subject): Ground[] {
  if (categories.length > 0 && !categories.includes(tool.classification.category)) return [];
  const own = within === 'schema' ? signals.schema : signals.tool;
  const lent = within === 'server' ? signals.server : nothing;
  // Most attacks fit most tools in nothing.
  if (!legs.every((leg) => leg.some((id) => own.has(id) || lent.has(id)))) return [];
  const grounds = [...new Set(legs.flatMap((leg) => meeting(leg, own, lent)))];
  return grounds.some((ground) => ground.tool.slug === tool.slug) ? grounds : [];
}

function groundsFor(needs: AttackNeeds, subject: Subject): Ground[] {
  const { server, tool } = subject;
  switch (needs.from) {
    case 'signals':
      return tool.classification.signals.length === 0 ? [] : fromSignals(needs, subject);
    case 'change':
      return tool.changed === null ? [] : [{ by: 'change', on: tool.changed }];
    case 'open-address':
      return server.reachability
        .filter(({ state }) => state === 'listed')
        .map(({ remote, at }) => ({ by: 'open-address', url: remote.url, at }));
    case 'nothing':
      return [];
  }
}

/** How closely an attack fits: what the tool itself brings, then how little else would have done as well. */
function specificity({ attack: { needs }, grounds: its }: Exposure, tool: CatalogueTool): number[] {
  const isOwn = (ground: Ground): boolean => ground.by !== 'signal' || ground.tool.slug === tool.slug;
  const legs = needs.from === 'signals' ? needs.legs : [[needs.from]];
  const ids = new Set(
    its.filter(isOwn).map((ground) => (ground.by === 'signal' ? ground.evidence.id : ground.by)),
  );
  const met = legs.filter((leg) => leg.some((id) => ids.has(id))).length;
  return [met, ids.size, -legs.flat().length];
}

function byFit(tool: CatalogueTool): (a: Exposure, b: Exposure) => number {
  return (a, b) => {
    const [first, second] = [specificity(a, tool), specificity(b, tool)];
    const difference = second.map((value, index) => value - (first[index] ?? 0)).find((value) => value !== 0);
    return difference ?? byText(a.attack.id, b.attack.id);
  };
}

/**
 * The way to find the attacks that a tool's access lends itself to. None is named without a ground, and the answer
 * depends on nothing but the attack base, the tool and its server.
 */
export function exposures(attacks: readonly Attack[]): ExposuresOf {
  const known = new WeakMap<Exposing, Signals>();
  const ofServer = (server: Exposing): Signals => {
    const found = known.get(server);
    if (found !== undefined) return found;
    const lent = 'signals' in server ? server.signals : lentSignals(server);
    const signals = new Map(lent.map((ground) => [ground.evidence.id, ground]));
    known.set(server, signals);
    return signals;
  };
  const find: ExposuresOf = (server, tool) => {
    const subject = {
      server,
      tool,
      signals: {
        tool: signalsOf([tool], () => true),
        schema: signalsOf([tool], isInSchema),
        server: ofServer(server),
      },
    };
    return attacks
      .map((attack) => ({ attack, grounds: groundsFor(attack.needs, subject) }))
      .filter(({ grounds }) => grounds.length > 0)
      .sort(byFit(tool));
  };
  // Page, record, lists and tables ask the same of one tool.
  const found = new WeakMap<CatalogueTool, { server: Exposing; exposed: Exposure[] }>();
  return (server, tool) => {
    const before = found.get(tool);
    if (before?.server === server) return before.exposed;
    const exposed = find(server, tool);
    found.set(tool, { server, exposed });
    return exposed;
  };
}
