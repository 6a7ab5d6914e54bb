import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Category } from '../../src/model/categories.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { JsonObject } from '../../src/model/json.ts';
import { riskLevels } from '../../src/model/risks.ts';
import { ToolAnnotations, type Subject } from '../../src/model/tool.ts';
import { UserError } from '../../src/terminal/command.ts';

/** What a person says of one action of a tool. */
export const ActionLabel = z.object({
  name: z.string().min(1),
  category: Category,
  risk: z.enum(riskLevels),
  acceptable: z.array(Category),
  acceptable_risk: z.array(z.enum(riskLevels)),
});

/** One labelled tool: what a person says it is. `params` stands in where a source kept only argument names. */
export const Label = z.object({
  /** Where the text was found. */
  source: z.string().nullish(),
  server: z.string().min(1).default('unnamed'),
  server_description: z.string().nullish(),
  tool: z.string().min(1),
  description: z.string().nullish(),
  inputSchema: JsonObject.nullish(),
  params: z.array(z.string()).nullish(),
  author_annotations: ToolAnnotations.nullish(),
  category: Category.nullish(),
  risk: z.enum(riskLevels).nullish(),
  acceptable: z.array(Category).nullish(),
  acceptable_risk: z.array(z.enum(riskLevels)).nullish(),
  /** Whether the tool was chosen because rules and model found it hard. */
  picked: z.boolean().nullish(),
  /** Only in sets of hostile texts: whether this one is, whom it addresses, and what the tool really is. */
  label: z.enum(['poison', 'benign']).nullish(),
  target: z.string().nullish(),
  metadata_detectable: z.boolean().nullish(),
  true_category: Category.nullish(),
  /** Only in sets of actions: whether an argument chooses what a call does, and between what. */
  acting: z.object({ argument: z.string(), chooses: z.boolean(), actions: z.array(ActionLabel) }).nullish(),
});
export type Label = z.infer<typeof Label>;

/** What the judge gets to see of a labelled tool. The label itself stays behind. */
export function subjectOf(label: Label): Subject {
  const { tool: name, description, inputSchema, params, author_annotations: annotations } = label;
  const named = params && {
    type: 'object',
    properties: Object.fromEntries(params.map((each) => [each, {}])),
  };
  const schema = inputSchema ?? named;
  return {
    server: {
      name: label.server,
      ...(label.server_description ? { description: label.server_description } : {}),
    },
    tool: {
      name,
      ...(description ? { description } : {}),
      ...(schema ? { inputSchema: schema } : {}),
      ...(annotations ? { annotations } : {}),
    },
  };
}

/** Which half of a set a server belongs to, for ever: rules are written on the one and measured on the other. */
export function halfOf({ server }: Label): 'seen' | 'unseen' {
  return parseInt(sha256(server).slice(0, 2), 16) % 2 === 0 ? 'seen' : 'unseen';
}

/** Parses JSON inside a schema, so that a broken line is one more thing that is not valid. */
const JsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UserError(`The labels could not be read: ${cause}\nName a file with one JSON object a line.`);
  }
}

/**
 * Reads a file of labels, one JSON object a line; empty lines are skipped.
 * @throws UserError that names file and line of the first label that is not valid.
 */
export function readLabels(file: string): Label[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = JsonText.pipe(Label).safeParse(line);
      if (parsed.success) return [parsed.data];
      const cause = z.prettifyError(parsed.error);
      throw new UserError(`${file}, line ${index + 1}: ${cause}\nCorrect the line and try again.`);
    });
}
