import { z } from 'zod';
import type { ExposuresOf } from '../model/exposure.ts';
import { paths } from '../model/paths.ts';
import { ToolRule } from '../model/policy.ts';
import { CatalogueTool, PastDefinition } from '../model/server.ts';
import { contradiction } from '../view/contradictions.ts';
import { toolChanges } from '../view/changes.ts';
import { shownRule } from '../view/policy-block.ts';
import type { ToolServer } from '../view/tool-server.ts';
import { exposureEntry, ExposureEntry } from './attack.ts';
import { ChangeEntry, changeEntry } from './change.ts';
import { Amount, placeOf, ServerEntry, serverEntry, twins } from './entry.ts';

/** The twin of a tool’s page: its definition as the server sent it, its rating, and what follows from both. */
export const ToolRecord = z.object({
  ...twins,
  server: ServerEntry,
  ...CatalogueTool.shape,
  tokens: Amount.describe('Tokens of its name, description and input schema, counted with o200k_base.'),
  rule: ToolRule.describe('What we recommend, under the preset `balanced`.'),
  attacks: z.array(ExposureEntry).describe('The attacks it lends itself to, the most specific first.'),
  contradiction: z
    .object({ direction: z.enum(['less', 'more', 'both']), hints: z.array(z.string()) })
    .nullable()
    .describe('The author’s hints that disagree with what the definition shows; null when none does.'),
  past: z.array(PastDefinition).describe('Definitions that it had before, oldest first.'),
  changes: z.array(ChangeEntry),
});
export type ToolRecord = z.infer<typeof ToolRecord>;

/** The record of one tool. */
export function toolRecord(server: ToolServer, tool: CatalogueTool, exposuresOf: ExposuresOf): ToolRecord {
  const { slug, definition, hash, tokens, firstSeen, changed, classification } = tool;
  return {
    ...placeOf(paths.tool(server.slug, tool.slug)),
    server: serverEntry(server, server.row),
    ...{ slug, definition, hash, firstSeen, changed, classification },
    tokens,
    rule: shownRule(tool),
    attacks: exposuresOf(server, tool).map(exposureEntry),
    contradiction: contradiction(tool),
    past: (server.past ?? []).filter((each) => each.definition.name === definition.name),
    changes: toolChanges(server, tool).map(changeEntry),
  };
}
