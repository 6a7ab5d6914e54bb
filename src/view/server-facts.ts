import type { CatalogueServer, SourceId } from '../model/server.ts';
import type { RoleId } from '../stack/roles.ts';
import type { Decision } from '../model/policy.ts';
import { tellsAll } from './formats-page.ts';
import { shownPolicy } from './policy-block.ts';
import { serverRow, type ServerRow } from './server-row.ts';
import { rolesOf } from './stack/example.ts';

/** What lists and examples ask of every server, so that they need not read its tools. */
export interface ServerFacts {
  row: ServerRow;
  /** What its tools can play in a combination. */
  roles: readonly RoleId[];
  /** Whether its policy allows, asks and closes. */
  tellsAll: boolean;
  /** The sources that name it, each once. */
  sources: readonly SourceId[];
}

/** Works out the facts of a server, from the decisions of its policy where they are known. */
export const serverFacts = (
  server: CatalogueServer,
  decisions: readonly Decision[] = Object.values(shownPolicy(server).tools).map(({ decision }) => decision),
): ServerFacts => ({
  row: serverRow(server),
  roles: rolesOf(server),
  tellsAll: tellsAll(decisions),
  sources: [...new Set(server.sources.map(({ source }) => source))],
});
