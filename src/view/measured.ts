import { type Category, categoriesByWeight } from '../model/categories.ts';
import type { Measurement } from '../model/measurement.ts';
import { judgeLabels } from './sentences.ts';
import { count } from './wording.ts';
import { byText } from '../model/text-order.ts';

/** One row of a table. The first cell names the row. */
export interface MeasuredRow {
  name: string;
  cells: string[];
}

/** One set of labelled tools and what each judge was worth on it. Text is ready to show. */
export interface MeasuredSet {
  title: string;
  /** How the tools were drawn, how they were measured, how far two passes agree. */
  about: string[];
  judges: { name: string; version: string }[];
  /** One row for each figure, one cell for each judge. */
  figures: MeasuredRow[];
  /** Rows: what people say. Columns: what the judge says, in `columns`. Null: not shown for this set. */
  confusion: { judge: string; columns: string[]; rows: MeasuredRow[] } | null;
}

const unmeasured = 'nothing to measure';

const percent = (share: number | null): string =>
  share === null ? unmeasured : `${(share * 100).toFixed(1)} %`;

const titles: Readonly<Record<string, string>> = {
  'crawl-test': 'Tools of this catalogue that nothing was learned from',
  'crawl-train': 'Tools of this catalogue that may be read while rules are written',
  'labels-rubric': 'Tools of other servers, labelled by the rubric',
  random: 'Tools of other servers at random',
  gold: 'Carefully labelled tools of other servers',
  'actions-test': 'Single actions of tools that can do several things',
  'actions-train': 'Single actions of other tools, whose labels were read',
  languages: 'Single hostile sentences in twelve other languages',
  hostile: 'Hostile texts, and honest ones that look like them',
};

const recallOf = (category: Category) => ({
  name: `${category}: found where it was due`,
  of: ({ scores }: Measurement) => percent(scores.perCategory[category].recall),
});

const precisionOf = (category: Category) => ({
  name: `${category}: right when said`,
  of: ({ scores }: Measurement) => percent(scores.perCategory[category].precision),
});

const figures: readonly { name: string; of: (measured: Measurement) => string }[] = [
  { name: 'Category right', of: ({ scores }) => percent(scores.strict) },
  { name: 'Category right, or an accepted alternative', of: ({ scores }) => percent(scores.acceptable) },
  { name: 'Macro-F1', of: ({ scores }) => percent(scores.macroF1) },
  ...categoriesByWeight.flatMap((category) => [recallOf(category), precisionOf(category)]),
  { name: 'Level right', of: ({ scores }) => percent(scores.risk.exact) },
  { name: 'Level right or next to it', of: ({ scores }) => percent(scores.risk.withinOne) },
  { name: 'Level too low', of: ({ scores }) => percent(scores.risk.underCalled) },
  { name: 'Confidence and accuracy apart by', of: ({ scores }) => percent(scores.calibrationError) },
  { name: 'Marked for review', of: ({ scores }) => percent(scores.review) },
  {
    name: 'Quotes that stand verbatim',
    of: ({ scores: { evidence } }) => `${evidence.verbatim} of ${evidence.quotes}`,
  },
];

/** So many of so many. */
const partOf = (part: number, all: number): string =>
  `${part} of ${all}, ${percent(all === 0 ? null : part / all)}`;

const hostileFigures: typeof figures = [
  {
    name: 'Hostile texts noticed',
    of: ({ hostility: h }) => (h ? partOf(h.noticed, h.poisoned) : unmeasured),
  },
  {
    name: 'Texts to raters known as such',
    of: ({ hostility: h }) => (h ? partOf(h.directedNoticed, h.directed) : unmeasured),
  },
  {
    name: 'Honest look-alikes flagged',
    of: ({ hostility: h }) => (h ? partOf(h.alarmed, h.benign) : unmeasured),
  },
];

const actionFigures: typeof figures = (
  [
    ['Arguments that choose between actions, found', 'found', 'choosing'],
    ['Other arguments taken for such', 'mistaken', 'others'],
    ['Category of an action right', 'strict', 'actions'],
    ['Category right, or an accepted alternative', 'acceptable', 'actions'],
    ['Level right', 'exact', 'actions'],
    ['Level right or next to it', 'withinOne', 'actions'],
    ['Level too low', 'underCalled', 'actions'],
    ['Called Unknown', 'unknown', 'actions'],
  ] as const
).map(([name, part, all]) => ({
  name,
  of: ({ actions }) => (actions === null ? unmeasured : partOf(actions[part], actions[all])),
}));

/** What is told of a set: of hostile texts and of actions other things than of tools. */
function figuresOf({ hostility, actions }: Measurement): typeof figures {
  if (actions !== null) return actionFigures;
  return hostility === null ? figures : hostileFigures;
}

function aboutOf({ labels, folds, half, hostility, actions }: Measurement): string[] {
  const { rows, servers, drawn, agreement } = labels;
  return [
    hostility === null ? `${count(rows, 'tool')} of ${count(servers, 'server')}.` : `${count(rows, 'tool')}.`,
    ...(drawn === null ? [] : [drawn]),
    ...(half === null ? [] : [`Only the half of the servers that is called ${half}.`]),
    ...(folds === null
      ? []
      : [`The model was trained ${folds} times, each time without the servers it was then measured on.`]),
    ...(agreement === null
      ? []
      : [
          `Two independent passes agree on the category of ${percent(agreement.category)} of all ${actions === null ? 'tools' : 'actions'} of this half and on the level of ${percent(agreement.risk)}: no judge can be shown to be better than that.`,
        ]),
  ];
}

function confusionOf({ judge, scores }: Measurement): MeasuredSet['confusion'] {
  const rows = categoriesByWeight.map((said) => ({
    name: said,
    cells: categoriesByWeight.map((judged) => String(scores.confusion[said][judged])),
  }));
  return { judge: judgeLabels[judge], columns: [...categoriesByWeight], rows };
}

const order = Object.keys(titles);

/**
 * The measurements by set of labels, the tools of the catalogue first. Of the first set the confusion matrix of its
 * last judge in the order given is shown.
 */
export function measuredSets(measurements: readonly Measurement[]): MeasuredSet[] {
  const sets = Map.groupBy(measurements, ({ labels, half }) => `${labels.name} ${half ?? ''}`);
  const sorted = [...sets.values()].toSorted(
    ([a], [b]) => order.indexOf(a?.labels.name ?? '') - order.indexOf(b?.labels.name ?? ''),
  );
  return sorted.flatMap((set, index): MeasuredSet[] => {
    const byJudge = set.toSorted((a, b) => byText(b.judge, a.judge));
    const last = byJudge.at(-1);
    if (last === undefined) return [];
    return [
      {
        title: titles[last.labels.name] ?? last.labels.name,
        about: aboutOf(last),
        judges: byJudge.map(({ judge, judgeVersion }) => ({
          name: judgeLabels[judge],
          version: judgeVersion,
        })),
        figures: figuresOf(last).map(({ name, of }) => ({
          name,
          cells: byJudge.map(of),
        })),
        confusion: index === 0 ? confusionOf(last) : null,
      },
    ];
  });
}
