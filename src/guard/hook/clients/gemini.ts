import { z } from 'zod';
import { after, plain } from '../../spelling.ts';
import { GivenArguments } from '../client.ts';
import type { HookClient } from '../client.ts';

const Input = z.looseObject({
  tool_name: z.string(),
  tool_input: GivenArguments.default({}),
  mcp_context: z.looseObject({ server_name: z.string(), tool_name: z.string() }).nullish(),
});

/** Gemini CLI, which says apart from the spelled name what server and tool are meant. */
export const gemini: HookClient = {
  id: 'gemini',
  source: { url: 'https://geminicli.com/docs/hooks/reference', dated: '2026-11-21' },
  canAsk: false,
  namesServer: true,
  read(input, alias) {
    const { tool_name: name, tool_input: given, mcp_context: context } = Input.parse(input);
    if (context) {
      if (context.server_name !== alias) return null;
      return { spelled: context.tool_name, isExact: true, arguments: given };
    }
    const spelled = after(plain(name), `mcp__${plain(alias)}__`, `mcp_${plain(alias)}_`);
    return spelled === null ? null : { spelled, isExact: false, arguments: given };
  },
  print: (_answer, reason) => JSON.stringify({ decision: 'deny', reason }),
  silence: '',
};
