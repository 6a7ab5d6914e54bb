import { risksByWeight } from '../src/model/risks.ts';
import { count } from '../src/terminal/progress.ts';
import type { Classified } from './classify.ts';
import { dollars } from './judges/openai/dollars.ts';
import type { Spent } from './judges/openai/spending.ts';

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
  shards: { written: number; removed: number };
  /** What the answers of this run used, or null when nobody was asked who could charge for it. */
  spent: Spent | null;
}

export function summaryOf(
  judge: string,
  classified: Classified,
  { shards, spent }: Pick<Summary, 'shards' | 'spent'>,
): Summary {
  const { servers, answered, unanswered } = classified;
  const tools = servers.flatMap((server) => server.tools);
  const risks = risksByWeight.map((risk) => [
    risk,
    tools.filter(({ classification }) => classification.risk === risk).length,
  ]);
  return {
    judge,
    servers: servers.length,
    tools: tools.length,
    risks: Object.fromEntries(risks) as Record<string, number>,
    answered,
    unanswered: unanswered.size,
    faults: servers.reduce((sum, { faults }) => sum + faults.length, 0),
    shards,
    spent,
  };
}

/** What is said of judges that always have an answer. */
const verdicts: Readonly<Record<string, string>> = {
  rules: 'The rules judged.',
  model: 'The rules and the model judged.',
};

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
    `${count(summary.faults, 'fault')} recorded. ${count(written + removed, 'shard')} changed.`,
  ].join('\n');
}

/** What a run has used, as a line for a person. */
export function spentText({ questions, estimated, input, cached, output, cost }: Spent): string {
  const tokens = `${count(input, 'token')} in (${cached.toLocaleString('en-GB')} cached), ${count(output, 'token')} out`;
  const guess =
    estimated === 0
      ? ''
      : `; ${count(estimated, 'answer')} did not say, and ${estimated === 1 ? 'is' : 'are'} estimated`;
  return `Used in ${count(questions, 'question')}: ${tokens}${guess}. Cost: ${cost === null ? 'unknown' : dollars(cost)}.`;
}
