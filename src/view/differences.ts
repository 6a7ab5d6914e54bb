import { visible } from '../model/display.ts';
import { isObject } from '../model/json.ts';
import type { ToolDefinition } from '../model/tool.ts';
import { enumeration } from './wording.ts';

/** Parameters of one side that are named before the rest is counted. */
const named = 4;

const parametersOf = ({ inputSchema }: ToolDefinition): string[] =>
  isObject(inputSchema?.properties) ? Object.keys(inputSchema.properties) : [];

/** "a, b, c, d and 3 more": as many as a line bears. */
export function fewNames(names: readonly string[], most = named): string {
  const shown = names.slice(0, most).map(visible);
  const more = names.length - shown.length;
  return enumeration(more === 0 ? shown : [...shown, `${more} more`]);
}

/** In what one tool's parameters differ from another's, as a phrase; null when both have the same or one has no schema. */
export function difference(of: ToolDefinition, other: ToolDefinition): string | null {
  if (of.inputSchema === undefined || other.inputSchema === undefined) return null;
  const [its, others] = [parametersOf(of), parametersOf(other)];
  const lacks = its.filter((name) => !others.includes(name));
  const adds = others.filter((name) => !its.includes(name));
  const parts = [
    lacks.length === 0 ? null : `without ${fewNames(lacks)}`,
    adds.length === 0 ? null : `with ${fewNames(adds)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
