import { wordsOf } from '../model/name-words.ts';
import { bars } from '../model/risks.ts';
import { type Similar, similarity } from './similarity.ts';
import type { Listed } from './tool-row.ts';

/** The tools of the catalogue that a reader of one tool's page may want to compare. No tool stands in two of the lists. */
export interface Related {
  /** The very same definition on other servers. */
  same: Listed[];
  /** Alike and rated milder, on any server. */
  milder: Similar[];
  /** Alike, on the same server. */
  siblings: Similar[];
  /** Alike, on other servers, at most two of each. */
  elsewhere: Similar[];
}

export type Neighbours = (of: Listed) => Related;

/** Below this likeness two tools share no more than a verb. Found by reading pairs of the catalogue. */
const alike = 0.2;

/** So that one large server does not fill a list. */
const mostOfServer = 2;

/** Whether the names share a word: descriptions alone are alike where one author wrote both. */
function isAkin(of: Listed, { tool, likeness, words }: Similar): boolean {
  const name = new Set(wordsOf(of.tool.definition.name));
  const shared = wordsOf(tool.definition.name).some((word) => name.has(word) && words.includes(word));
  return shared && likeness >= alike;
}

function fewOfEach(tools: readonly Similar[]): Similar[] {
  const taken = new Map<string, number>();
  return tools.filter(({ server }) => {
    const before = taken.get(server.id) ?? 0;
    taken.set(server.id, before + 1);
    return before < mostOfServer;
  });
}

const isMilder = (of: Listed, { tool }: Similar): boolean => {
  const level = bars(tool.classification.risk);
  return level > 0 && level < bars(of.tool.classification.risk);
};

/** Compares the catalogue's tools once; what is related to one of them is then found by what it says. */
export function neighbours(tools: readonly Listed[]): Neighbours {
  const similar = similarity(tools);
  const hashes = Map.groupBy(tools, ({ tool }) => tool.hash);
  return (of) => {
    const same = (hashes.get(of.tool.hash) ?? []).filter(({ server }) => server.id !== of.server.id);
    const found = similar(of).filter((other) => other.tool.hash !== of.tool.hash && isAkin(of, other));
    const milder = fewOfEach(found.filter((other) => isMilder(of, other))).slice(0, 3);
    const others = found.filter((other) => !milder.includes(other));
    return {
      same: same.slice(0, 6),
      milder,
      siblings: others.filter(({ server }) => server.id === of.server.id).slice(0, 3),
      elsewhere: fewOfEach(others.filter(({ server }) => server.id !== of.server.id)).slice(0, 3),
    };
  };
}
