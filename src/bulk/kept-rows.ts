import type { CatalogueServer } from '../model/server.ts';
import {
  addBytes,
  type ColumnPlace,
  type Memory,
  reader,
  tableBytes,
  type TableBytes,
  tablesIn,
} from './row-bytes.ts';
import type { Column, Table } from './table.ts';
import { tables, toolTables } from './tables.ts';
import { toolId } from './tool-tables.ts';

/** Rows that stand one after the other. */
interface Run {
  of: TableBytes;
  from: number;
  to: number;
}

/** The rows of each tool in a table whose first column names it. */
function runsByTool(table: Table, of: TableBytes | undefined): Map<string, Run> {
  const runs = new Map<string, Run>();
  const [column] = Object.values(table.columns);
  const [place] = of?.columns ?? [];
  if (column === undefined || of === undefined || place === undefined) return runs;
  const next = reader(column, of.bytes, place.start);
  for (let row = 0; row < of.rows; row += 1) {
    const tool = String(next());
    runs.set(tool, { of, from: runs.get(tool)?.from ?? row, to: row + 1 });
  }
  return runs;
}

const widths = { integer: 4, real: 8, boolean: 1 } as const;

/** Where the value of each row of a column begins, and where the last one ends. */
function startsOf(
  { type }: Column,
  { rows, bytes }: TableBytes,
  { present, start }: ColumnPlace,
): Uint32Array {
  const starts = new Uint32Array(rows + 1).fill(start, 0, 1);
  let at = start;
  for (let row = 0; row < rows; row += 1) {
    if (present === null || bytes[present + row] === 1)
      at += type === 'text' || type === 'json' ? 4 + bytes.readUInt32LE(at) : widths[type];
    starts[row + 1] = at;
  }
  return starts;
}

/** Adds what a column has in these runs. */
function addRuns(to: Memory, column: Column, place: number, runs: readonly Run[]): void {
  const starts = new Map<TableBytes, Uint32Array>();
  for (const { of, from, to: end } of runs) {
    const its = of.columns[place];
    if (its === undefined) continue;
    if (!starts.has(of)) starts.set(of, startsOf(column, of, its));
    if (its.present !== null) addBytes(to, of.bytes, its.present + from, its.present + end);
  }
  for (const { of, from, to: end } of runs)
    addBytes(to, of.bytes, starts.get(of)?.[from] ?? 0, starts.get(of)?.[end] ?? 0);
}

/** Runs that follow each other as one. */
function together(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.of === run.of && last.to === run.from) last.to = run.to;
    else found.push({ ...run });
  }
  return found;
}

/**
 * The rows of a server as bytes: of tools with a place those that were kept, and all others from `fresh`, which has none of these. The
 * same bytes as those that are made of all rows.
 */
export function withKept(
  { slug, tools }: Pick<CatalogueServer, 'slug' | 'tools'>,
  fresh: Buffer,
  { part, places }: { part: Buffer; places: readonly number[] },
): Buffer {
  const [made, kept] = [new Map(tablesIn(tables, fresh)), new Map(tablesIn(tables, part))];
  const ids = tools.map((tool) => toolId({ slug }, tool));
  const runsIn = (table: Table): Run[] => {
    const its = made.get(table);
    if (!toolTables.has(table)) return its === undefined ? [] : [{ of: its, from: 0, to: its.rows }];
    const [anew, same] = [runsByTool(table, its), runsByTool(table, kept.get(table))];
    return together(ids.flatMap((id, number) => ((places[number] ?? -1) < 0 ? anew : same).get(id) ?? []));
  };
  return tableBytes(tables, (table) => {
    const runs = runsIn(table);
    return {
      rows: runs.reduce((sum, { from, to }) => sum + to - from, 0),
      add(to, column, place) {
        addRuns(to, column, place, runs);
      },
    };
  });
}
