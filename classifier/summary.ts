import type { Doubt } from '../src/model/classification.ts';
import { oneLine } from '../src/model/display.ts';
import { risksByWeight } from '../src/model/risks.ts';
import type { CatalogueServer } from '../src/model/server.ts';
import { count, type Progress } from '../src/terminal/progress.ts';
import type { Classified } from './classify.ts';
import { dollars } from './judges/openai/dollars.ts';
import type { OpenaiJudge } from './judges/openai.ts';
import type { Spent } from './judges/openai/spending.ts';
import type { Corrected, Fate } from './overrides/apply.ts';

/** What a run of `classify` ends with. `--json` prints it as it is. */
export interface Summary {
  judge: string;
  servers: number;
  tools: number;
  /** Tools for each risk level, worst first. */
  risks: Record<string, number>;
  /** Tools the judge answered on in this run; answers of earlier runs are not counted. */
  answered: number;
  /** Definitions the judge was asked about in vain. */
  unanswered: number;
  faults: number;
  /** Tools that a person should look at, and how many for each reason. A tool can have several. */
  review: { tools: number; reasons: Record<Doubt['reason'], number> };
  /** What became of each human correction. */
  corrected: Corrected[];
  shards: { written: number; removed: number };
  /** What the answers of this run used, or null when nobody was asked who could charge for it. */
  spent: Spent | null;
}

/** What is counted of the servers of a catalogue, one after the other. */
export type Tally = Pick<Summary, 'servers' | 'tools' | 'risks' | 'faults' | 'review'>;

export const newTally = (): Tally => ({
  ...{ servers: 0, tools: 0, faults: 0 },
  risks: Object.fromEntries(risksByWeight.map((risk) => [risk, 0])),
  review: { tools: 0, reasons: { unsure: 0, disputed: 0, raised: 0, 'reason-refused': 0 } },
});

/** Counts a further server. */
export function countServer(tally: Tally, { tools, faults }: CatalogueServer): void {
  tally.servers += 1;
  tally.tools += tools.length;
  tally.faults += faults.length;
  for (const { classification } of tools) {
    const { risk, doubts } = classification;
    tally.risks[risk] = (tally.risks[risk] ?? 0) + 1;
    if (doubts.length > 0) tally.review.tools += 1;
    for (const { reason } of doubts) tally.review.reasons[reason] += 1;
  }
}

export function summaryOf(
  judge: string,
  tally: Tally,
  { answered, unanswered, corrected }: Classified,
  { shards, spent }: Pick<Summary, 'shards' | 'spent'>,
): Summary {
  const { servers, tools, risks, faults, review } = tally;
  return {
    ...{ judge, servers, tools, risks, answered, unanswered: unanswered.size },
    ...{ faults, review, corrected, shards, spent },
  };
}

/** What is said of judges that always have an answer. */
const verdicts: Readonly<Record<string, string>> = {
  rules: 'The rules judged.',
  model: 'The rules and the model judged.',
};

/** What a correction asks for that its tool has outgrown. */
const remedies: Readonly<Partial<Record<Fate, string>>> = {
  stale: 'the definition has changed since: read it again, then renew or delete the correction',
  needless: 'the judge says the same by now: delete the correction',
  unknown: 'the server lists no such tool: delete the correction',
};

function correctionLines(corrected: readonly Corrected[]): string[] {
  if (corrected.length === 0) return [];
  const number = (fate: Fate) => corrected.filter((each) => each.fate === fate).length;
  const absent =
    number('elsewhere') === 0 ? '' : `, ${number('elsewhere')} for servers that are not listed here`;
  const total = `${count(corrected.length, 'correction')}: ${number('applied')} applied, ${number('stale')} stale, ${number('needless')} not needed, ${number('unknown')} for unknown tools${absent}.`;
  const lines = corrected.flatMap(({ server, tool, fate }) => {
    const remedy = remedies[fate];
    return remedy === undefined ? [] : [`  ${oneLine(server)}, ${oneLine(tool)}: ${remedy}.`];
  });
  return [total, ...lines];
}

function reviewLine({ tools, reasons }: Summary['review']): string {
  const { unsure, disputed, raised } = reasons;
  return `${count(tools, 'tool')} for review: ${unsure} unsure, ${disputed} disputed, ${raised} raised, ${reasons['reason-refused']} with a reason that was refused.`;
}

/** The summary as lines for a person. */
export function summaryText(summary: Summary): string {
  const risks = Object.entries(summary.risks).map(
    ([risk, tools]) => `${risk} ${tools.toLocaleString('en-GB')}`,
  );
  const { written, removed } = summary.shards;
  return [
    `${count(summary.servers, 'server')}, ${count(summary.tools, 'tool')}: ${risks.join(', ')}.`,
    verdicts[summary.judge] ??
      `The language model gave ${count(summary.answered, 'new answer')} and left ${count(summary.unanswered, 'tool')} to the rules.`,
    reviewLine(summary.review),
    ...correctionLines(summary.corrected),
    `${count(summary.faults, 'fault')} recorded. ${count(written + removed, 'shard')} changed.`,
  ].join('\n');
}

/** What a run has used, as a line for a person. */
function spentText({ questions, estimated, input, cached, output, cost }: Spent): string {
  const tokens = `${count(input, 'token')} in (${cached.toLocaleString('en-GB')} cached), ${count(output, 'token')} out`;
  const guess =
    estimated === 0
      ? ''
      : `; ${count(estimated, 'answer')} did not say, and ${estimated === 1 ? 'is' : 'are'} estimated`;
  return `Used in ${count(questions, 'question')}: ${tokens}${guess}. Cost: ${cost === null ? 'unknown' : dollars(cost)}.`;
}

/** Says what a run used and cost, once anything was asked of a judge that may charge for it. */
export function tellSpent(paid: OpenaiJudge | undefined, tell: Progress): void {
  if (paid !== undefined && paid.spending.spent.questions > 0) tell(spentText(paid.spending.spent));
}
