import { lentSignals, type SignalGround } from '../model/exposure.ts';
import type { CatalogueServer, ServerHead } from '../model/server.ts';
import { listedSince } from './changes.ts';
import { isCorrected } from './correction.ts';
import { serverRow, type ServerRow } from './server-row.ts';
import { type SharedParameter, sharedParameters } from './shared-parameters.ts';

/** What the tools of a server lend the files of each other besides their ratings, as data: it stays the same as JSON. */
export interface Lent {
  /** Whether a person has corrected one of them. */
  isCorrected: boolean;
  /** The first day on which one was listed; null when none ever was. */
  since: string | null;
  /** The first evidence of each signal. */
  signals: readonly SignalGround[];
  /** The parameters that several have alike. */
  shared: readonly SharedParameter[];
}

/** A server as the files of one of its tools show it. Of the tools beside that one they look at nothing else, but for those it is compared with. */
export interface ToolServer extends ServerHead, Lent {
  /** How many tools it has. */
  size: number;
  /** What lists of servers say of it. */
  row: Pick<ServerRow, 'knownBy' | 'tools' | 'risk'>;
}

/** What the tools of a server lend each other. */
export const lentOf = (server: CatalogueServer): Lent => ({
  isCorrected: isCorrected(server),
  since: listedSince(server),
  signals: lentSignals(server),
  shared: sharedParameters(server),
});

const known = new WeakMap<CatalogueServer, ToolServer>();

/**
 * The server of a catalogue that is read as a whole. All of its tools ask, so it is worked out once. `lent`: where somebody knows what
 * its tools lend each other.
 */
export function toolServer(server: CatalogueServer, lent?: Lent): ToolServer {
  const found = known.get(server);
  if (found !== undefined) return found;
  const { tools, ...head } = server;
  const made = { ...head, ...(lent ?? lentOf(server)), size: tools.length, row: serverRow(server) };
  known.set(server, made);
  return made;
}
