import type { SignalId } from '../../../src/model/signals.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';

type Schema = NonNullable<ToolDefinition['inputSchema']>;
type Properties = Record<string, Schema>;

/** A definition written for a test. */
export function tool(
  name: string,
  description?: string,
  properties?: Properties,
  more: Partial<ToolDefinition> = {},
): ToolDefinition {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(properties === undefined ? {} : { inputSchema: { type: 'object', properties } }),
    ...more,
  };
}

export const text = (description?: string): Schema => ({
  type: 'string',
  ...(description === undefined ? {} : { description }),
});
export const list = (description?: string): Schema => ({
  type: 'array',
  items: { type: 'string' },
  ...(description === undefined ? {} : { description }),
});
export const choice = (...values: string[]): Schema => ({ type: 'string', enum: values });
export const flag: Schema = { type: 'boolean' };
export const number: Schema = { type: 'number' };
/** A parameter of which nothing is known but its name. */
export const bare: Schema = {};

/** Definitions a signal must answer yes to, those that only look alike, and those that say too little. */
export interface Cases {
  yes: readonly ToolDefinition[];
  no: readonly ToolDefinition[];
  unknown: readonly ToolDefinition[];
}

export type CaseTable = Partial<Record<SignalId, Cases>>;
