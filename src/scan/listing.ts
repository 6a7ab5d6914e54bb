import { readDefinitions } from '../../crawler/inspect/definitions.ts';
import { isObject, valueAt } from '../model/json.ts';
import { limits } from '../model/limits.ts';
import type { ToolDefinition } from '../model/tool.ts';

/** The tools of one server, as a file has them. */
export interface Listing {
  /** Null where the file does not say. */
  server: string | null;
  tools: ToolDefinition[];
}

const shapes =
  'an answer to tools/list, a list of tool definitions, what "placard scan --json" prints, or a lock of Placard';

function listingOf(server: string | null, raws: readonly unknown[]): Listing {
  const { tools, failures } = readDefinitions(raws, limits);
  const [failure] = failures;
  if (failure !== undefined) throw new RangeError(`a definition cannot be read: ${failure.message}`);
  return { server, tools };
}

const definitionsIn = (server: unknown): unknown[] => {
  const tools = valueAt(server, '/tools');
  return Array.isArray(tools) ? tools.map((tool: unknown) => valueAt(tool, '/definition')) : [];
};

/**
 * The listings in a JSON value: an answer to tools/list or its `tools`, the output of `scan --json`, or a lock.
 * @throws RangeError when it is none of these, or when a definition cannot be read.
 */
export function listingsIn(value: unknown): Listing[] {
  const found = valueAt(value, '/result/tools') ?? valueAt(value, '/tools') ?? value;
  if (Array.isArray(found)) return [listingOf(null, found)];
  const servers = valueAt(value, '/servers');
  if (Array.isArray(servers))
    return servers.map((server) => {
      const name = valueAt(server, '/name');
      return listingOf(typeof name === 'string' ? name : null, definitionsIn(server));
    });
  if (isObject(servers))
    return Object.entries(servers).map(([name, server]) => listingOf(name, definitionsIn(server)));
  throw new RangeError(`this is not ${shapes}`);
}
