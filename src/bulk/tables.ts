import type { Attack } from '../model/attack.ts';
import { SignalId, signals as vocabulary } from '../model/signals.ts';
import { changes, packages, remotes, servers, sources } from './server-tables.ts';
import { type Cells, type Row, table, type Table, text } from './table.ts';
import { actions, evidence, exposures, tools } from './tool-tables.ts';

const signals = table({
  name: 'signals',
  means: 'The vocabulary of signals.',
  key: 'id',
  columns: {
    id: text('The signal.'),
    label: text('What pages call it.'),
    kind: text('effect (what a call does), parameter (what a caller may pass) or text (what the words do).'),
    meaning: text('What it says, in one sentence.'),
  },
  rowsOf: () => [],
});

const attacks = table({
  name: 'attacks',
  means: 'A way in which the access of tools is abused.',
  key: 'id',
  columns: {
    id: text('The attack.'),
    name: text('What pages call it.'),
    grouping: text('Where in the way of a call it takes hold.'),
    summary: text('What it is, in one sentence.'),
    mechanism: text('How it works.'),
  },
  rowsOf: () => [],
});

/** Every table; one that another names comes before it. */
export const tables: readonly Table[] = [
  servers,
  tools,
  signals,
  attacks,
  evidence,
  actions,
  exposures,
  packages,
  remotes,
  sources,
  changes,
];

/** Those whose rows are of one tool, which their first column names. */
export const toolTables: ReadonlySet<Table> = new Set<Table>([tools, evidence, actions, exposures]);

/** The cells of a row in the order of the columns. */
export const cellsOf = ({ columns }: Table, row: Row): Cells =>
  Object.keys(columns).map((name) => row[name] ?? null);

const signalRows: readonly Row[] = SignalId.options.map((id) => {
  const { label, kind, meaning } = vocabulary[id];
  return { id, label, kind, meaning };
});

/** The rows that rest on no server, by table: what words mean. */
export function vocabularyRows(base: readonly Attack[]): ReadonlyMap<Table, readonly Cells[]> {
  const attackRows: readonly Row[] = base.map(({ id, name, group: grouping, summary, mechanism }) => ({
    ...{ id, name, grouping, summary, mechanism },
  }));
  return new Map([
    [signals, signalRows.map((row) => cellsOf(signals, row))],
    [attacks, attackRows.map((row) => cellsOf(attacks, row))],
  ]);
}
