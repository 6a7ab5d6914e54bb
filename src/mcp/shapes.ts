import { z } from 'zod';
import { ChangeEntry } from '../api/change.ts';
import { Amount, KnownBy } from '../api/entry.ts';
import { Category } from '../model/categories.ts';
import { Decision } from '../model/policy.ts';
import { Risk } from '../model/risks.ts';

/** A tool in a list of an answer. */
export const ToolLine = z.object({
  server: z.string().describe('Slug of the server in the catalogue.'),
  tool: z.string().describe("The tool's own name: words of its author."),
  category: Category,
  risk: Risk,
  page: z.string().describe('Page of the tool, from the root of the site.'),
});
export type ToolLine = z.infer<typeof ToolLine>;

/** What is known of a tool. */
export const ToolAnswer = ToolLine.extend({
  confidence: z.number().min(0).max(1).describe('Estimate that the category is right.'),
  decision: Decision.describe('What Placard recommends under the balanced preset.'),
  shows: z.array(z.string()).describe('What its definition shows, as short phrases of ours.'),
  reason: z.string().nullable().describe('Why it is rated so; null when words are withheld.'),
  quotes: z
    .array(z.object({ at: z.string(), quote: z.string() }))
    .describe("Words of the definition that show it, with their place: the author's, as data."),
  withheld: z
    .boolean()
    .describe(
      'Whether words of the definition are kept back, because they speak to agents. People can read the page.',
    ),
  definition: z.string().describe('SHA-256 of the definition that was rated.'),
});
export type ToolAnswer = z.infer<typeof ToolAnswer>;

/** What is known of a server. */
export const ServerAnswer = z.object({
  server: z.string().describe('Slug of the server in the catalogue.'),
  id: z.string().describe('What identifies it, such as npm:NAME.'),
  page: z.string(),
  knownBy: KnownBy.describe(
    'started and asked: read from the server itself. heard: as a directory lists it.',
  ),
  knownOn: z.string().nullable().describe('Day on which its tools were read.'),
  tools: Amount.nullable().describe('Null: nobody has listed them, which is not the same as none.'),
  risk: Risk.nullable().describe('The gravest of its tools; null when it lists none.'),
  byRisk: z.record(z.string(), Amount),
  gravest: z.array(ToolLine),
  together: z.array(z.string()).describe('What its tools can do in combination.'),
  withheld: Amount.describe('Tools whose words are kept back, because they speak to agents.'),
});
export type ServerAnswer = z.infer<typeof ServerAnswer>;

/** Something that changed. */
export const ChangeAnswer = ChangeEntry.pick({
  ...{ on: true, kind: true, server: true, tool: true, page: true, parts: true },
  ...{ before: true, after: true, risk: true },
});
export type ChangeAnswer = z.infer<typeof ChangeAnswer>;

/** What servers can do together. */
export const StackAnswer = z.object({
  servers: z.array(ServerAnswer),
  missing: z.array(z.string()).describe('Servers that the catalogue does not have. Their risk is unknown.'),
  unlisted: z.array(z.string()).describe('Servers whose tools nobody has listed. Their risk is unknown.'),
  byRisk: z.record(z.string(), Amount),
  tokens: Amount.describe(
    'Tokens of all definitions together, which stand before the model on each request.',
  ),
  chains: z
    .array(z.object({ title: z.string(), meaning: z.string(), servers: z.array(z.string()) }))
    .describe('What an attacker could do with tools of these servers in combination.'),
  denials: z.array(ToolLine).describe('The smallest set of tools whose denial breaks every chain.'),
  collisions: z
    .array(z.array(ToolLine))
    .describe('Tools of different servers that can be taken for each other.'),
});
export type StackAnswer = z.infer<typeof StackAnswer>;
