import { hashOf } from '../../../src/model/canonical.ts';
import { isVerbatim } from '../../../src/model/evidence.ts';
import { isObject, type Json, type JsonObject } from '../../../src/model/json.ts';
import { limits } from '../../../src/model/limits.ts';
import type { CatalogueTool } from '../../../src/model/server.ts';
import { slugOf } from '../../../src/model/slug.ts';
import { definitionTokens } from '../../../src/model/tokens.ts';
import type { ToolDefinition } from '../../../src/model/tool.ts';
import type { Chance } from './chance.ts';
import { foreignSentences, type Vocabulary } from './vocabulary.ts';

/** Tools that stand unchanged on several servers. */
const copied = 0.05;
/** Tools with a sentence that is not English. */
const foreign = 0.12;
/** Tools whose definition changed since they were first seen. */
const changed = 0.06;

/** A day between these, both included. */
export function dayBetween(from: string, to: string, draw: Chance): string {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  return new Date(first + draw.number() * (last - first)).toISOString().slice(0, 10);
}

/** The name with one more word, in its own spelling. */
function longerName(name: string, word: string): string {
  if (name.includes('-')) return `${name}-${word}`;
  if (/[a-z][A-Z]/.test(name)) return `${name}${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  return `${name}_${word}`;
}

function withProperty(
  schema: JsonObject | undefined,
  draw: Chance,
  from: Vocabulary,
): JsonObject | undefined {
  if (!isObject(schema?.properties) || from.properties.length === 0) return schema;
  const [name, value] = draw.of(from.properties);
  if (Object.hasOwn(schema.properties, name)) return schema;
  return { ...schema, properties: { ...schema.properties, [name]: value } };
}

function sentenceFor(draw: Chance, from: Vocabulary): string {
  return draw.happens(foreign) || from.sentences.length === 0
    ? draw.of(foreignSentences)
    : draw.of(from.sentences);
}

function grownDefinition(model: ToolDefinition, draw: Chance, from: Vocabulary): ToolDefinition {
  const inputSchema = withProperty(model.inputSchema, draw, from);
  const said = (model.description ?? '').trim();
  return {
    ...model,
    name: longerName(model.name, draw.of(from.words)).slice(0, limits.toolName),
    ...(said === '' ? {} : { description: `${said} ${sentenceFor(draw, from)}` }),
    ...(inputSchema === undefined ? {} : { inputSchema }),
  };
}

/** A tool made after a real one: other name, one more sentence, one more argument, and only evidence that still stands. */
export function grownTool(model: CatalogueTool, draw: Chance, from: Vocabulary): CatalogueTool {
  const firstSeen = dayBetween('2025-09-01', '2026-06-01', draw);
  const dates = {
    firstSeen,
    changed: draw.happens(changed) ? dayBetween('2026-06-02', '2026-11-20', draw) : null,
  };
  if (draw.happens(copied)) return { ...model, ...dates };
  const definition = grownDefinition(model.definition, draw, from);
  const { classification } = model;
  return {
    ...dates,
    slug: slugOf(definition.name),
    definition,
    hash: hashOf(definition as Json),
    tokens: definitionTokens(definition),
    classification: {
      ...classification,
      correction: null,
      signals: classification.signals.filter((evidence) => isVerbatim(definition, evidence)),
    },
  };
}
