import type { Evidence } from '../model/evidence.ts';
import { tokensOf } from '../model/json.ts';
import { SignalId, signals } from '../model/signals.ts';

/** What was proved of arguments: what each lets a caller reach, by the name the parameter table gives it. */
export type Reach = ReadonlyMap<string, readonly SignalId[]>;

/** Words of a schema that stand between a parameter and its members. Each takes a place after it or none. */
const choices = new Set(['anyOf', 'oneOf', 'allOf']);

/**
 * The name of the parameter that a pointer into the input schema leads to, as the parameter table spells it.
 * Null for what stands outside the parameters or behind a reference.
 */
export function parameterAt(at: string): string | null {
  const [first, ...tokens] = tokensOf(at);
  if (first !== 'inputSchema') return null;
  let name = '';
  for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
    if (token === 'properties') {
      const member = tokens.shift();
      if (member === undefined) return null;
      name = name === '' ? member : `${name}.${member}`;
    } else if (token === 'items') name = `${name}[]`;
    else if (choices.has(token)) tokens.shift();
    else return name === '' ? null : name;
  }
  return name === '' ? null : name;
}

/** What the parameter signals of a tool prove, parameter by parameter. */
export function reachOf(evidence: readonly Evidence[]): Reach {
  const reach = new Map<string, SignalId[]>();
  for (const { id, at } of evidence) {
    const known = SignalId.safeParse(id);
    const name = parameterAt(at);
    if (!known.success || name === null || signals[known.data].kind !== 'parameter') continue;
    const before = reach.get(name) ?? [];
    if (!before.includes(known.data)) reach.set(name, [...before, known.data]);
  }
  return reach;
}
