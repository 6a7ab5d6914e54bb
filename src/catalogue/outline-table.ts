import { globSync } from 'node:fs';
import { join } from 'node:path';
import { Category } from '../model/categories.ts';
import { Risk } from '../model/risks.ts';
import { readOutlines } from './outlined.ts';
import { type Layout, type Packed, Packing, type RecordOf, type Unpacked, unpacked } from './packed.ts';
import { sharedCopy } from './shared-memory.ts';
import { numbering } from '../model/numbering.ts';
import { byText } from '../model/text-order.ts';

/**
 * What is held of the outline of a server: facts as JSON, and its tools as the place of the first and their number. `shard` is the
 * place of a name, and `rowsAt` counts from the start of the file of outlines.
 */
const serverLayout = {
  ...{ id: 'text', slug: 'text', name: 'text', facts: 'text' },
  ...{ digest: 'digest', head: 'digest', rules: 'digest' },
  ...{ shard: 'number', at: 'number', bytes: 'number', headBytes: 'number' },
  ...{ rowsAt: 'number', lentAt: 'number', lentBytes: 'number' },
  ...{ first: 'number', size: 'number', tokens: 'number' },
} as const satisfies Layout;

/** The same of a tool, with what its server is called. `traits` are their place among all. */
const toolLayout = {
  ...{ server: 'text', serverName: 'text', slug: 'text', name: 'text' },
  ...{ risk: Risk.options, category: Category.options },
  ...{
    hash: 'digest',
    digest: 'digest',
    around: 'digest',
    evidence: 'digest',
    row: 'digest',
    beside: 'digest',
  },
  ...{
    tokens: 'number',
    at: 'number',
    bytes: 'number',
    rowAt: 'number',
    rowBytes: 'number',
    traits: 'number',
  },
} as const satisfies Layout;

/** The same of a change, with the place of its server. */
const changeLayout = {
  ...{ on: 'text', kind: 'text', server: 'number', at: 'number', bytes: 'number' },
} as const satisfies Layout;

export type TabledServer = RecordOf<typeof serverLayout>;
export type TabledTool = RecordOf<typeof toolLayout>;
export type TabledChange = RecordOf<typeof changeLayout>;

/** The outlines of a catalogue in memory that threads share. */
export interface OutlineTable {
  servers: Packed;
  tools: Packed;
  changes: Packed;
  /** The names of the catalogue's files. */
  shards: readonly string[];
  /** As JSON, each once. */
  traits: readonly string[];
  /** The places of the servers by slug. */
  bySlug: Int32Array;
}

/** What threads know of the outlines in a folder. `Comparison` is what tools are compared by, which only those who make pages know. */
export interface SharedOutlines<Comparison = unknown> {
  folder: string;
  table: OutlineTable;
  /** The places of all tools by name, among those of the servers by slug. */
  named: Int32Array;
  /** The places of all changes, newest first. */
  newest: Int32Array;
  comparison: Comparison;
}

/** Reads the outlines in a folder, those of one file at a time; also the words that count for likeness, as they are kept of each server. */
export function outlineTable(folder: string): { table: OutlineTable; terms: readonly Uint8Array[] } {
  const [servers, tools] = [new Packing(serverLayout), new Packing(toolLayout)];
  const [changes, traits] = [new Packing(changeLayout), numbering()];
  const shards = globSync('*.jsonl', { cwd: folder }).sort();
  const slugs: string[] = [];
  const terms: Uint8Array[] = [];
  let first = 0;
  for (const [shard, file] of shards.entries()) {
    const { outlines, rowsAt } = readOutlines(join(folder, file));
    for (const outline of outlines) {
      const { slug, name, termsAt, termsBytes, tools: its } = outline;
      servers.add({
        ...outline,
        ...{ facts: JSON.stringify(outline.facts), shard, rowsAt: rowsAt + outline.rowsAt },
        ...{ first, size: its.length },
        tokens: its.reduce((sum, { tokens }) => sum + tokens, 0),
      });
      for (const tool of its)
        tools.add({
          ...{ ...tool, server: slug, serverName: name },
          traits: traits.numberOf(JSON.stringify(tool.traits)),
        });
      for (const [on, kind, at, bytes] of outline.changes)
        changes.add({ on, kind, server: slugs.length, at, bytes });
      slugs.push(slug);
      // A copy, so that it does not hold the file.
      terms.push(new Uint8Array(outline.rows.subarray(termsAt, termsAt + termsBytes)));
      first += its.length;
    }
  }
  const bySlug = [...slugs.entries()].sort(([, a], [, b]) => byText(a, b)).map(([place]) => place);
  const table = {
    ...{ servers: servers.packed(), tools: tools.packed(), changes: changes.packed() },
    ...{ shards, traits: traits.texts(), bySlug: sharedCopy(Int32Array.from(bySlug)) },
  };
  return { table, terms };
}

/** A table that is looked into. */
export interface OpenTable extends Omit<OutlineTable, 'servers' | 'tools' | 'changes'> {
  servers: Unpacked<typeof serverLayout>;
  tools: Unpacked<typeof toolLayout>;
  changes: Unpacked<typeof changeLayout>;
}

export const openTable = (table: OutlineTable): OpenTable => ({
  ...table,
  servers: unpacked(serverLayout, table.servers),
  tools: unpacked(toolLayout, table.tools),
  changes: unpacked(changeLayout, table.changes),
});
