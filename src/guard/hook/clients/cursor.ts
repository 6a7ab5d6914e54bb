import { z } from 'zod';
import { after } from '../../spelling.ts';
import { GivenArguments } from '../client.ts';
import type { HookClient } from '../client.ts';

const Input = z.looseObject({ tool_name: z.string(), tool_input: GivenArguments.default({}) });

/**
 * Cursor, which gives the tool's own name and, but for some versions that say `MCP:server:tool`, not the server's key.
 * An empty object is an answer without a decision: printing nothing would count as a failure under `failClosed`.
 */
export const cursor: HookClient = {
  id: 'cursor',
  source: { url: 'https://cursor.com/docs/hooks', dated: '2026-11-21' },
  canAsk: true,
  namesServer: false,
  read(input, alias) {
    const { tool_name: name, tool_input: given } = Input.parse(input);
    const spelled = name.startsWith('MCP:') ? after(name, `MCP:${alias}:`) : name;
    return spelled === null ? null : { spelled, isExact: true, arguments: given };
  },
  print: (answer, reason) =>
    JSON.stringify({ permission: answer, user_message: reason, agent_message: reason }),
  silence: '{}',
};
