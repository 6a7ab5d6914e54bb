import type { Attack } from '../model/attack.ts';
import { visible } from '../model/display.ts';
import type { Exposing, Exposure, ExposuresOf, Ground } from '../model/exposure.ts';
import { limits } from '../model/limits.ts';
import { paths } from '../model/paths.ts';
import { SignalId, signals } from '../model/signals.ts';
import type { ServerHead } from '../model/server.ts';
import { groundLabel } from './sentences/attacks.ts';
import { briefOf, type Listed, type ToolLink, toolLink } from './tool-row.ts';
import { place, type Quote } from './why.ts';

/** What links a tool to an attack, ready to show. */
export interface Link {
  label: string;
  /** The other tool of the same server whose words these are; null when they are the tool's own. */
  tool: { name: string; path: string } | null;
  /** Null when no words stand behind it but a date. */
  quote: Quote | null;
}

/** An attack on a tool page. */
export interface ToolAttack {
  name: string;
  path: string;
  links: Link[];
}

/** A tool in the list of an attack. */
export interface ExposedRow extends ToolLink {
  links: Link[];
}

/** A tool that may be open to attacks. */
export type Exposable = Listed<ServerHead & Exposing>;

/** A tool and the grounds on which it counts as open to an attack. */
export interface Exposed extends Exposable {
  grounds: readonly Ground[];
}

/** The tools open to an attack: how many there are, and the gravest of them. */
export interface ExposedList<Entry extends Exposable = Exposable> {
  all: number;
  /** At most as many as were asked for, and the same as they were given. */
  gravest: readonly Exposed[];
  first: readonly Entry[];
}

/** The tools open to each attack, by the attack's id: lists and counts are both taken from here. */
export type ExposedTools<Entry extends Exposable = Exposable> = ReadonlyMap<string, ExposedList<Entry>>;

function link(ground: Ground, of: Listed): Link {
  if (ground.by === 'change') return { label: groundLabel(ground), tool: null, quote: null };
  if (ground.by === 'open-address')
    return { label: groundLabel(ground), tool: null, quote: { text: visible(ground.url), place: 'address' } };
  const { server, slug } = briefOf(of);
  const { evidence, tool: owner } = ground;
  const known = SignalId.safeParse(evidence.id);
  return {
    label: known.success ? signals[known.data].label : evidence.id,
    tool: owner.slug === slug ? null : { name: visible(owner.name), path: paths.tool(server, owner.slug) },
    quote: { text: evidence.quote === '' ? null : visible(evidence.quote), place: place(evidence.at) },
  };
}

const links = (grounds: readonly Ground[], of: Listed): Link[] => grounds.map((ground) => link(ground, of));

/** The attacks that a tool page names: at most `limits.attacksOfTool`, the most specific first. */
export function toolAttacks(of: Exposable, exposuresOf: ExposuresOf): ToolAttack[] {
  return exposuresOf(of.server, of.tool)
    .slice(0, limits.attacksOfTool)
    .map(({ attack, grounds }: Exposure) => ({
      name: attack.name,
      path: paths.attack(attack.id),
      links: links(grounds, of),
    }));
}

/**
 * Asks of every tool once which attacks it is open to, and of those with a place on a page once more when it is looked at, so that
 * nobody holds their servers. Every attack has an entry, also when no tool is open to it. The tools come gravest first.
 */
export function exposedTools<Entry extends Exposable>(
  attacks: readonly Attack[],
  tools: readonly Entry[],
  exposuresOf: ExposuresOf,
  rows: number = limits.attackRows,
): ExposedTools<Entry> {
  const attacksOf = ({ server, tool }: Exposable): string[] =>
    exposuresOf(server, tool).map(({ attack }) => attack.id);
  const open = new Map(attacks.map(({ id }): [string, Entry[]] => [id, []]));
  for (const entry of tools) {
    for (const id of entry.traits?.attacks ?? attacksOf(entry)) open.get(id)?.push(entry);
  }
  const exposedTo = (id: string, { server, tool }: Exposable): Exposed[] => {
    const found = exposuresOf(server, tool).find(({ attack }) => attack.id === id);
    return found === undefined ? [] : [{ server, tool, grounds: found.grounds }];
  };
  const lists = [...open].map(([id, its]): [string, ExposedList<Entry>] => {
    const first = its.slice(0, rows);
    const list = {
      ...{ all: its.length, first },
      get gravest() {
        return first.flatMap((entry) => exposedTo(id, entry));
      },
    };
    return [id, list];
  });
  return new Map(lists);
}

/** What is open to nothing. */
export const nothingExposed: ExposedList<never> = { all: 0, gravest: [], first: [] };

/** A row of the list of an attack. */
export function exposedRow({ grounds, ...of }: Exposed): ExposedRow {
  return { ...toolLink(of), links: links(grounds, of) };
}
