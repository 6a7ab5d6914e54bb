import { limits } from '../model/limits.ts';
import type { CatalogueServer } from '../model/server.ts';
import { type Parameter, type Parameters, parameters } from './parameters.ts';
import { figure } from './wording.ts';

/** A parameter that several tools of a server have, spelled and described alike. */
export interface SharedParameter extends Parameter {
  /** How many of its tools have it. */
  tools: number;
}

/** The parameters of one tool: its own ones in `rows`, and those that its server’s page describes for all. */
export interface ToolParameters extends Parameters {
  shared: SharedParameter[];
  /** Rows that are left out, because a page should stay small. */
  left: number;
}

/** Tools that have to have a parameter alike before it is described in one place. */
const fewest = 2;

const keys = new WeakMap<Parameter, string>();

/** What must be the same; whether it is required may differ from tool to tool. */
function keyOf(row: Parameter): string {
  const { name, type, default: value, bounds, description } = row;
  const key = keys.get(row) ?? JSON.stringify([name, type, value, bounds, description]);
  keys.set(row, key);
  return key;
}

const known = new WeakMap<Pick<CatalogueServer, 'tools'>, SharedParameter[]>();

/** The parameters that at least two tools of a server have alike, the most common first. Strings are ready to show. */
export function sharedParameters(server: Pick<CatalogueServer, 'tools'>): SharedParameter[] {
  const found = known.get(server);
  if (found !== undefined) return found;
  const all = server.tools.flatMap(({ definition }) => parameters(definition.inputSchema).rows);
  const named = Map.groupBy(all, ({ name }) => name);
  const several = all.filter(({ name }) => (named.get(name)?.length ?? 0) >= fewest);
  const shared = [...Map.groupBy(several, keyOf).values()]
    .flatMap((rows): SharedParameter[] => {
      const [first] = rows;
      return first === undefined || rows.length < fewest ? [] : [{ ...first, tools: rows.length }];
    })
    .sort((a, b) => b.tools - a.tools)
    .slice(0, limits.sharedParameters);
  known.set(server, shared);
  return shared;
}

/** The rows that a page has place for: what was proved to reach something and what is required first, in their order. */
function mostTelling(rows: readonly Parameter[]): Parameter[] {
  const weight = ({ reach, isRequired }: Parameter): number => (reach.length > 0 ? 2 : isRequired ? 1 : 0);
  const kept = new Set(rows.toSorted((a, b) => weight(b) - weight(a)).slice(0, limits.shownParameters));
  return rows.filter((row) => kept.has(row));
}

/** Takes what the server’s page describes out of a tool’s rows. What was proved to reach something stays. */
export function withoutShared(of: Parameters, described: readonly SharedParameter[]): ToolParameters {
  const common = new Map(described.map((each) => [keyOf(each), each]));
  const split = of.rows.map((row) => ({
    row,
    alike: row.reach.length > 0 ? undefined : common.get(keyOf(row)),
  }));
  const own = split.flatMap(({ row, alike }) => (alike === undefined ? [row] : []));
  const rows = mostTelling(own);
  return {
    ...of,
    rows,
    left: own.length - rows.length,
    shared: split.flatMap(({ row, alike }) => (alike === undefined ? [] : [{ ...row, tools: alike.tools }])),
  };
}

/** The longest type that stands beside a name, in characters. */
const typeCharacters = 24;

/** "owner: string"; the name alone where the type is long. */
function signature({ name, type }: Parameter): string {
  return type.length > typeCharacters ? name : `${name}: ${type}`;
}

/** What a tool’s page says of its shared parameters: those that must be given, and how many need not. */
export function sharedSummary(shared: readonly SharedParameter[]): {
  required: string[];
  optional: string | null;
} {
  const required = shared.filter(({ isRequired }) => isRequired).map(signature);
  const others = shared.length - required.length;
  return { required, optional: others === 0 ? null : `${figure(others)} optional` };
}
