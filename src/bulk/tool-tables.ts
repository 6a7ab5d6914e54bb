import type { Json } from '../model/json.ts';
import { paths } from '../model/paths.ts';
import type { CatalogueServer, CatalogueTool } from '../model/server.ts';
import { shownRule } from '../view/policy-block.ts';
import { type Column, keyOf, maybe, table, text } from './table.ts';

/** What names a tool in all tables: its server’s slug and its own. */
export const toolId = ({ slug }: Pick<CatalogueServer, 'slug'>, tool: CatalogueTool): string =>
  `${slug}/${tool.slug}`;

/** A part of a definition, which came as JSON. */
const json = (part: unknown): Json => (part ?? null) as Json;

const maybeJson = (means: string): Column => ({ type: 'json', means, isNullable: true });

export const tools = table({
  name: 'tools',
  means: 'One tool of one server: its definition as the server sent it, and its rating.',
  key: 'id',
  columns: {
    id: text('The slugs of its server and its own, joined by a slash.'),
    server: keyOf('servers', 'The server.'),
    name: { ...text('Its name, as the server writes it.'), isIndexed: true },
    title: maybe('The server’s title for it.'),
    description: maybe('The server’s description; null when it publishes none.'),
    input_schema: maybeJson('The JSON Schema of what a caller passes.'),
    output_schema: maybeJson('The JSON Schema of what a call returns.'),
    annotations: maybeJson('The author’s own hints, which nobody has checked.'),
    hash: text('SHA-256 of the definition’s canonical JSON (RFC 8785).'),
    first_seen: text('The day it was first listed to us.'),
    changed: maybe('The day its definition last changed; null when it never did.'),
    category: { ...text('Read, Write, Execute, Destructive or Financial.'), isIndexed: true },
    risk: { ...text('Low, Medium, High, Critical or Unknown.'), isIndexed: true },
    confidence: { type: 'real', means: 'From 0 to 1: the judge’s own estimate that the category is right.' },
    rationale: text('Why, in one or two sentences.'),
    judge: text('Whose word the rating is: rules, model, openai or human.'),
    judge_version: text('The hash of everything that shaped the answer but the tool.'),
    raised: maybe('What was raised above the judge’s word and why; null when that word stands.'),
    needs_review: { type: 'boolean', means: 'Whether a person should look at the rating.' },
    tokens: { type: 'integer', means: 'Tokens of its name, description and input schema (o200k_base).' },
    decision: {
      ...text('What we recommend under the preset balanced: allow, ask, deny or hide.'),
      isIndexed: true,
    },
    page: text('Its page on the site.'),
  },
  words: ['name', 'title', 'description'],
  *rowsOf(server, _, its) {
    for (const tool of its) {
      const { definition, hash, tokens, firstSeen: first_seen, changed, classification } = tool;
      const { category, risk, confidence, rationale, judge, judgeVersion, raised, doubts } = classification;
      yield {
        ...{ id: toolId(server, tool), server: server.id, name: definition.name },
        title: definition.title ?? null,
        description: definition.description ?? null,
        input_schema: json(definition.inputSchema),
        output_schema: json(definition.outputSchema),
        annotations: json(definition.annotations),
        ...{ hash, first_seen, changed, category, risk, confidence, rationale, judge, raised },
        judge_version: judgeVersion,
        needs_review: doubts.length > 0,
        tokens,
        decision: shownRule(tool).decision,
        page: paths.tool(server.slug, tool.slug),
      };
    }
  },
});

export const evidence = table({
  name: 'evidence',
  means: 'Words of a definition that show a signal.',
  columns: {
    tool: keyOf('tools', 'The tool.'),
    signal: { ...text('The signal, from the table signals.'), isIndexed: true },
    at: text('JSON Pointer (RFC 6901) into the definition.'),
    quote: text('What stands there, verbatim; empty: that nothing stands there is the evidence.'),
  },
  rowsOf: (server, _, its) =>
    its.flatMap((tool) =>
      tool.classification.signals.map(({ id: signal, at, quote }) => ({
        ...{ tool: toolId(server, tool), signal, at, quote },
      })),
    ),
});

export const actions = table({
  name: 'actions',
  means: 'One of the things between which an argument of a tool chooses, rated on its own.',
  columns: {
    tool: keyOf('tools', 'The tool.'),
    argument: text('The argument’s name.'),
    name: text('Its value.'),
    category: maybe('Its category; null when nobody can tell what the action does.'),
    risk: text('Low, Medium, High, Critical or Unknown.'),
  },
  rowsOf: (server, _, its) =>
    its.flatMap((tool) =>
      tool.classification.actions.map(({ argument, name, category, risk }) => ({
        ...{ tool: toolId(server, tool), argument, name, category, risk },
      })),
    ),
});

export const exposures = table({
  name: 'exposures',
  means: 'An attack that a tool lends itself to, by evidence.',
  columns: {
    tool: keyOf('tools', 'The tool.'),
    attack: keyOf('attacks', 'The attack.'),
  },
  rowsOf: (server, exposuresOf, its) =>
    its.flatMap((tool) =>
      exposuresOf(server, tool).map(({ attack }) => ({ tool: toolId(server, tool), attack: attack.id })),
    ),
});
