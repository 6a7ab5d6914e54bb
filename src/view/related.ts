import { bars } from '../model/risks.ts';
import { similarity } from './similarity.ts';
import { type Brief, briefOf, type Listed } from './tool-row.ts';

/** The tools of the catalogue that a reader of one tool's page may want to compare. No tool stands in two of the lists. */
export interface Related {
  /** The very same definition on other servers. */
  same: Listed[];
  /** Alike and rated milder, on any server. */
  milder: Listed[];
  /** Alike, on the same server. */
  siblings: Listed[];
  /** Alike, on other servers, at most two of each. */
  elsewhere: Listed[];
}

export type Neighbours = (of: Listed) => Related;

/** Below this likeness two tools share no more than a verb. Found by reading pairs of the catalogue. */
const alike = 0.2;

/** So that one large server does not fill a list. */
const mostOfServer = 2;

function fewOfEach(tools: readonly Listed[]): Listed[] {
  const taken = new Map<string, number>();
  return tools.filter((entry) => {
    const { server } = briefOf(entry);
    const before = taken.get(server) ?? 0;
    taken.set(server, before + 1);
    return before < mostOfServer;
  });
}

function isMilder(of: Brief, other: Brief): boolean {
  const level = bars(other.risk);
  return level > 0 && level < bars(of.risk);
}

/** The tools of each definition that stands on several servers, by its hash. */
function copiesOf(tools: readonly Listed[]): Map<string, Listed[]> {
  const seen = new Set<string>();
  const copied = new Map<string, Listed[]>();
  for (const entry of tools) {
    const { hash } = briefOf(entry);
    if (seen.has(hash)) copied.set(hash, []);
    seen.add(hash);
  }
  for (const entry of tools) copied.get(briefOf(entry).hash)?.push(entry);
  return copied;
}

/** Keeps the last answer: what a page rests on is asked for just before the page itself. */
function lastKept(find: Neighbours): Neighbours {
  let last: { of: string; related: Related } | undefined;
  return (entry) => {
    const { server, slug } = briefOf(entry);
    const of = `${server}/${slug}`;
    if (last?.of !== of) last = { of, related: find(entry) };
    return last.related;
  };
}

/** Compares the catalogue's tools once; what is related to one of them is then found by what it says. */
export function neighbours(tools: readonly Listed[]): Neighbours {
  const similar = similarity(tools);
  const copies = copiesOf(tools);
  return lastKept((entry) => {
    const of = briefOf(entry);
    const isHere = (other: Listed): boolean => briefOf(other).server === of.server;
    const same = (copies.get(of.hash) ?? []).filter((other) => !isHere(other));
    const found = similar(entry, alike).filter((other) => briefOf(other).hash !== of.hash);
    const milder = fewOfEach(found.filter((other) => isMilder(of, briefOf(other)))).slice(0, 3);
    const others = found.filter((other) => !milder.includes(other));
    return {
      same: same.slice(0, 6),
      milder,
      siblings: others.filter(isHere).slice(0, 3),
      elsewhere: fewOfEach(others.filter((other) => !isHere(other))).slice(0, 3),
    };
  });
}
