import type { Label } from '../../../classifier/evaluate/labels.ts';
import { Label as LabelShape } from '../../../classifier/evaluate/labels.ts';
import { prepare, type Prepared } from '../../../classifier/train/train.ts';
import { subjectOf } from '../../../classifier/evaluate/labels.ts';
import type { Category } from '../../../src/model/categories.ts';
import type { RiskLevel } from '../../../src/model/risks.ts';

const kinds: readonly [string, string, Category, RiskLevel][] = [
  ['list', 'Lists the', 'Read', 'Low'],
  ['create', 'Creates a', 'Write', 'Medium'],
  ['deploy', 'Deploys the', 'Execute', 'High'],
  ['delete', 'Deletes the', 'Destructive', 'High'],
  ['pay', 'Pays for the', 'Financial', 'Critical'],
];
const things = ['lake', 'river', 'garden', 'bridge', 'tower', 'harbour', 'meadow', 'forest'];

/** Forty easy tools of eight servers, eight for each category. */
export const labels: readonly Label[] = things.flatMap((thing) =>
  kinds.map(([verb, words, category, risk]) =>
    LabelShape.parse({
      source: 'test',
      server: `${thing}-server`,
      tool: `${verb}_${thing}`,
      description: `${words} ${thing}.`,
      category,
      risk,
    }),
  ),
);

/** The same tools as lessons. */
export const lessons: readonly Prepared[] = labels.flatMap((label) =>
  label.category
    ? [
        prepare({
          subject: subjectOf(label),
          group: label.server,
          category: label.category,
          risk: label.risk ?? null,
          isPicked: false,
        }),
      ]
    : [],
);
