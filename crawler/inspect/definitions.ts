import { canonical } from '../../src/model/canonical.ts';
import { isDeeperThan, isObject, wellFormed } from '../../src/model/json.ts';
import type { Json } from '../../src/model/json.ts';
import type { Limits } from '../../src/model/limits.ts';
import { ToolDefinition } from '../../src/model/tool.ts';
import { Failure } from '../failure.ts';

/** How a fault names the tool at a place of the list. The name is outside text. */
function label(raw: unknown, position: number): string {
  return isObject(raw) && typeof raw.name === 'string' ? `"${raw.name}"` : `tool ${position + 1}`;
}

/** Whether it has, at any depth, a member that many programs take for its prototype, or drop. */
function namesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}

/** The definition a server sent, or why it is none. Unknown fields stay; values must be JSON, as parsed from text. */
function readDefinition(raw: unknown, limits: Limits): ToolDefinition | string {
  if (isDeeperThan(raw, limits.definitionDepth)) return `nested deeper than ${limits.definitionDepth} levels`;
  const sent = wellFormed(raw as Json);
  const parsed = ToolDefinition.safeParse(sent);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`).join('; ');
  }
  const bytes = Buffer.byteLength(canonical(sent));
  if (bytes > limits.definitionBytes) return `${bytes} bytes, the limit is ${limits.definitionBytes}`;
  return namesPrototype(sent) ? 'it has a member named __proto__' : parsed.data;
}

/** The usable definitions of a raw tool list in its order, and a failure for each one that is not. */
export function readDefinitions(
  raws: readonly unknown[],
  limits: Limits,
): { tools: ToolDefinition[]; failures: Failure[] } {
  const tools = new Map<string, ToolDefinition>();
  const failures: Failure[] = [];
  for (const [position, raw] of raws.entries()) {
    const tool = readDefinition(raw, limits);
    if (typeof tool === 'string') {
      failures.push(new Failure('invalid-definition', `${label(raw, position)}: ${tool}`));
    } else if (tools.has(tool.name)) {
      failures.push(new Failure('duplicate-tool', `"${tool.name}" is listed again as tool ${position + 1}`));
    } else tools.set(tool.name, tool);
  }
  return { tools: [...tools.values()], failures };
}
