import type { Attack, AttackNeeds } from './attack.ts';
import type { Evidence } from './evidence.ts';
import type { CatalogueServer, CatalogueTool } from './server.ts';

/** Why a tool is open to an attack. `signal`: evidence of the tool itself or of another tool of its server. */
export type Ground =
  | { by: 'signal'; tool: CatalogueTool; evidence: Evidence }
  | { by: 'change'; on: string }
  | { by: 'open-address'; url: string; at: string };

/** An attack that the access of one tool lends itself to. There is always at least one ground. */
export interface Exposure {
  attack: Attack;
  grounds: readonly Ground[];
}

/** Finds the attacks of a tool, the most specific first. */
export type ExposuresOf = (server: CatalogueServer, tool: CatalogueTool) => Exposure[];

type SignalGround = Extract<Ground, { by: 'signal' }>;
type Signals = ReadonlyMap<string, SignalGround>;
type SignalNeeds = Extract<AttackNeeds, { from: 'signals' }>;

/** The first evidence of each signal in these tools. */
function signalsOf(tools: readonly CatalogueTool[], isMeant: (evidence: Evidence) => boolean): Signals {
  const found = new Map<string, SignalGround>();
  for (const tool of tools)
    for (const evidence of tool.classification.signals)
      if (!found.has(evidence.id) && isMeant(evidence))
        found.set(evidence.id, { by: 'signal', tool, evidence });
  return found;
}

const isInSchema = ({ at }: Evidence): boolean => /^\/(?:input|output)Schema(?:\/|$)/.test(at);

function fromSignals(needs: SignalNeeds, tool: CatalogueTool, others: () => Signals): Ground[] {
  const { legs, within, categories } = needs;
  if (categories.length > 0 && !categories.includes(tool.classification.category)) return [];
  const own = signalsOf([tool], within === 'schema' ? isInSchema : () => true);
  const grounds = new Set<SignalGround>();
  for (const leg of legs) {
    const its = leg.flatMap((id) => own.get(id) ?? []);
    const borrowed =
      its.length === 0 && within === 'server' ? leg.flatMap((id) => others().get(id) ?? []) : [];
    const found = its.length > 0 ? its : borrowed.slice(0, 1);
    if (found.length === 0) return [];
    for (const ground of found) grounds.add(ground);
  }
  const all = [...grounds];
  return all.some((ground) => ground.tool === tool) ? all : [];
}

function grounds(
  needs: AttackNeeds,
  server: CatalogueServer,
  tool: CatalogueTool,
  others: () => Signals,
): Ground[] {
  switch (needs.from) {
    case 'signals':
      return fromSignals(needs, tool, others);
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
  const isOwn = (ground: Ground): boolean => ground.by !== 'signal' || ground.tool === tool;
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
    return difference ?? (a.attack.id < b.attack.id ? -1 : 1);
  };
}

/**
 * The way to find the attacks that a tool's access lends itself to. None is named without a ground, and the answer
 * depends on nothing but the attack base, the tool and its server.
 */
export function exposures(attacks: readonly Attack[]): ExposuresOf {
  const known = new WeakMap<CatalogueServer, Signals>();
  const ofServer = (server: CatalogueServer): Signals => {
    const found = known.get(server) ?? signalsOf(server.tools, () => true);
    known.set(server, found);
    return found;
  };
  return (server, tool) =>
    attacks
      .map((attack) => ({ attack, grounds: grounds(attack.needs, server, tool, () => ofServer(server)) }))
      .filter((exposure) => exposure.grounds.length > 0)
      .sort(byFit(tool));
}
