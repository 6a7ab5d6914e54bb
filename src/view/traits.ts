import type { Classification } from '../model/classification.ts';
import type { Exposing, ExposuresOf } from '../model/exposure.ts';
import type { CatalogueTool } from '../model/server.ts';
import { contradiction, type Direction } from './contradictions.ts';

/** What lists and counts of the whole catalogue ask of a tool besides its rating, so that they need not read it. */
export interface Traits {
  judge: Classification['judge'];
  /** The signals its definition shows, each once. */
  signals: readonly string[];
  /** Whether its author gives hints. */
  isHinted: boolean;
  /** How those hints contradict the definition; null when they do not. */
  direction: Direction | null;
  /** The attacks it is open to, by id. */
  attacks: readonly string[];
}

/** Works out the traits of a tool. */
export function traitsOf(server: Exposing, tool: CatalogueTool, exposuresOf: ExposuresOf): Traits {
  const { judge, signals } = tool.classification;
  return {
    judge,
    signals: [...new Set(signals.map(({ id }) => id))],
    isHinted: tool.definition.annotations !== undefined,
    direction: contradiction(tool)?.direction ?? null,
    attacks: exposuresOf(server, tool).map(({ attack }) => attack.id),
  };
}
