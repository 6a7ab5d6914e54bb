import { z } from 'zod';
import { canonical } from './canonical.ts';
import type { Json } from './json.ts';
import type { ToolDefinition } from './tool.ts';
import { byText } from './text-order.ts';

/** One definition of one tool for as long as a server listed it. Times are ISO 8601, days or moments, UTC. */
export interface Period {
  tool: string;
  /** Of the definition's canonical JSON. Null when only the days are known. */
  hash: string | null;
  /** When it was first seen, and the server's version then. */
  from: string;
  fromVersion: string | null;
  /** When it was last seen, and the server's version then. */
  last: string;
  lastVersion: string | null;
  /** When the server listed something else in its place or nothing. Null while it stands. */
  until: string | null;
}

/** A part of a definition. `schema` is both schemas; `other` is every field MCP does not name here. */
export const Part = z.enum(['title', 'description', 'schema', 'annotations', 'other']);
export type Part = z.infer<typeof Part>;

/** What happened to a tool of a server. `parts` says in what a changed definition differs; empty when it is not known. */
export const ToolChange = z.object({
  tool: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  at: z.string(),
  /** The server's version then; of a removal the last version that had the tool. */
  version: z.string().nullable(),
  parts: z.array(Part),
});
export type ToolChange = z.infer<typeof ToolChange>;

/** What happened to the tools of one server. */
export const ServerChanges = z.object({
  server: z.string(),
  /** Whether none of its tools had been seen before. */
  isNew: z.boolean(),
  changes: z.array(ToolChange),
});
export type ServerChanges = z.infer<typeof ServerChanges>;

/** The part a field of a definition belongs to. */
const partOfField = new Map<string, Part>([
  ['title', 'title'],
  ['description', 'description'],
  ['inputSchema', 'schema'],
  ['outputSchema', 'schema'],
  ['annotations', 'annotations'],
]);

/** The parts in which two definitions of a tool differ, in the order of `Part`. */
export function partsThatDiffer(before: ToolDefinition, after: ToolDefinition): Part[] {
  const spelled = (definition: ToolDefinition, field: string): string | null =>
    definition[field] === undefined ? null : canonical(definition[field] as Json);
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  const parts = [...fields]
    .filter((field) => spelled(before, field) !== spelled(after, field))
    .map((field) => partOfField.get(field) ?? 'other');
  return Part.options.filter((part) => parts.includes(part));
}

/** Finds a definition by its hash. */
type Definitions = (hash: string) => ToolDefinition;

function beginning(before: Period | undefined, period: Period, find: Definitions): ToolChange {
  const { tool, from: at, fromVersion: version } = period;
  if (before?.until !== at) return { tool, kind: 'added', at, version, parts: [] };
  const [was, is] = [before.hash, period.hash];
  const parts = was === null || is === null ? [] : partsThatDiffer(find(was), find(is));
  return { tool, kind: 'changed', at, version, parts };
}

function ending(period: Period, next: Period | undefined): ToolChange[] {
  const { tool, until, lastVersion: version } = period;
  if (until === null || next?.from === until) return [];
  return [{ tool, kind: 'removed', at: until, version, parts: [] }];
}

/**
 * What happened to a server's tools at `since` or later, by time and tool.
 * A tool that comes back is added; a change counts in the moment it was seen.
 */
export function changesOf(periods: readonly Period[], since: string, find: Definitions): ToolChange[] {
  const changes: ToolChange[] = [];
  for (const its of Map.groupBy(periods, ({ tool }) => tool).values()) {
    const sorted = its.toSorted((a, b) => byText(a.from, b.from));
    for (const [index, period] of sorted.entries()) {
      if (period.from >= since) changes.push(beginning(sorted[index - 1], period, find));
      changes.push(...ending(period, sorted[index + 1]).filter(({ at }) => at >= since));
    }
  }
  const order = ({ at, tool }: ToolChange): string => `${at} ${tool}`;
  return changes.sort((a, b) => byText(order(a), order(b)));
}
