import { z } from 'zod';
import { Category } from '../../src/model/categories.ts';
import type { Agreement } from '../../src/model/measurement.ts';
import { riskLevels } from '../../src/model/risks.ts';
import { taughtBy } from '../train/labels.ts';
import { agreementOf } from './agreement.ts';
import { committedRows } from './committed-rows.ts';
import { ActionLabel, type Label } from './labels.ts';

const Rating = z.strictObject({ category: Category, risk: z.enum(riskLevels) });

/** What two independent passes by the rubric say of one argument of a tool and of the actions it chooses between. */
export const ActionLabels = z.strictObject({
  source: z.string(),
  server: z.string(),
  tool: z.string(),
  /** SHA-256 of the canonical JSON of name, description and inputSchema as they were found. */
  hash: z.string().length(64),
  /** Whole families of servers. The test half was not read while rules were written. */
  half: z.enum(['train', 'test']),
  /** The argument that chooses between actions, or might. */
  argument: z.string(),
  chooses: z.boolean(),
  /** The two answers on each action that both name. Where they differ the graver one stands and the other is acceptable. */
  actions: z.array(ActionLabel.extend({ passes: z.tuple([Rating, Rating]) })),
});
export type ActionLabels = z.infer<typeof ActionLabels>;

/** A half of the labelled actions with the texts of their tools. */
export interface ActionSet {
  labels: Label[];
  agreement: Agreement;
}

/** One half of the labelled actions, whose texts are in `folder`. @throws UserError when texts are missing, or a label is not valid. */
export function actionSet(file: string, folder: string, half: ActionLabels['half']): ActionSet {
  const rows = committedRows(file, ActionLabels, `Restore the file: git checkout -- ${file}`);
  const wanted = rows.filter((row) => row.half === half);
  const labels = taughtBy(wanted, folder).map(({ label: { argument, chooses, actions }, text }): Label => {
    const { server, tool, description, inputSchema } = text;
    return { server, tool, description, inputSchema, acting: { argument, chooses, actions } };
  });
  return { labels, agreement: agreementOf(wanted.flatMap(({ actions }) => actions)) };
}
