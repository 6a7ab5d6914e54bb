import { z } from 'zod';
import { changesOfServer } from '../../api/change.ts';
import type { Consulted } from '../../consult/consulted.ts';
import { changeAnswer } from '../answers.ts';
import { ChangeAnswer } from '../shapes.ts';
import { catalogueTool, sought } from '../tool.ts';
import { byText } from '../../model/text-order.ts';

/** Changes of one answer. */
const most = 200;

interface Wanted {
  server?: string | undefined;
  since: string;
  limit: number;
}

/** What changed in the whole catalogue, or in one server; newest first. */
async function changesOf({ server, since, limit }: Wanted, catalogue: Consulted) {
  if (server === undefined) return catalogue.changes(since, limit);
  const servers = await catalogue.find(server);
  return servers
    .flatMap(changesOfServer)
    .filter(({ on }) => on >= since)
    .sort((a, b) => byText(b.on, a.on))
    .slice(0, limit);
}

export const listChanges = catalogueTool({
  name: 'list_changes',
  title: 'List changes',
  description:
    'Lists the differences between earlier and present definitions of MCP tools in the catalogue, newest first, with the risk before and after.',
  input: z.object({
    server: sought.optional(),
    since: z.iso.date().default('1970-01-01').describe('First day, such as 2026-01-31.'),
    limit: z.number().int().min(1).max(most).default(50),
  }),
  output: z.object({ changes: z.array(ChangeAnswer) }),
  answer: async (wanted, catalogue) => ({ changes: (await changesOf(wanted, catalogue)).map(changeAnswer) }),
});
