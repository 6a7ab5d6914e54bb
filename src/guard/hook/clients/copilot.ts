import { z } from 'zod';
import { after, plain } from '../../spelling.ts';
import { GivenArguments } from '../client.ts';
import type { HookClient } from '../client.ts';

const Input = z.looseObject({ toolName: z.string(), toolArgs: GivenArguments.default({}) });

/** GitHub Copilot CLI, which spells `server-tool` and hands arguments over as JSON text. */
export const copilot: HookClient = {
  id: 'copilot',
  source: { url: 'https://docs.github.com/en/copilot/reference/hooks-configuration', dated: '2026-11-21' },
  canAsk: false,
  namesServer: true,
  read(input, alias) {
    const { toolName, toolArgs } = Input.parse(input);
    const spelled = after(plain(toolName), `${plain(alias)}_`);
    return spelled === null ? null : { spelled, isExact: false, arguments: toolArgs };
  },
  print: (answer, reason) => JSON.stringify({ permissionDecision: answer, permissionDecisionReason: reason }),
  silence: '',
};
