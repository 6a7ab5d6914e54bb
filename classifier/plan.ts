import type { Store } from '../src/store/store.ts';
import { count } from '../src/terminal/progress.ts';
import { type Groups, missingOf } from './ask.ts';
import { batchesOf } from './batches.ts';
import type { OpenaiJudge } from './judges/openai.ts';
import { dollars } from './judges/openai/dollars.ts';
import { priceTableName } from './judges/openai/price.ts';
import { openBatchesOf } from './read-batch.ts';

/** What a run is going to ask, as far as can be known before. */
export interface Plan {
  model: string;
  address: string;
  /** Tools whose definitions have no answer yet, each definition once. */
  tools: number;
  questions: number;
  /** Tokens, estimated. */
  input: number;
  output: number;
  /** US dollars, or null when no price is known. */
  cost: number | null;
  /** The rates, their source and its date, or null when no price is known. */
  price: string | null;
}

/** Counts what is missing and is not with the endpoint as a batch already. Asks nothing. */
export async function planOf(store: Store, judge: OpenaiJudge, groups: Groups): Promise<Plan> {
  const { endpoint, spending, model, route } = judge;
  const price = spending.price?.words ?? null;
  const plan = { tools: 0, questions: 0, input: 0, output: 0 };
  const passed = new Set(
    (await openBatchesOf(store, judge)).flatMap(({ questions }) => questions.flatMap(({ keys }) => keys)),
  );
  let cost = 0;
  for await (const subjects of groups) {
    for (const batch of batchesOf(await missingOf({ store, judge }, subjects, passed))) {
      const demand = endpoint.demand(judge.compose(batch).question);
      const { input, output } = spending.expects(demand);
      plan.tools += batch.length;
      plan.questions += 1;
      plan.input += input;
      plan.output += output;
      cost += spending.costOf(demand);
    }
  }
  return { model, address: route.address, ...plan, cost: price === null ? null : cost, price };
}

/** The plan as lines for a person. */
export function planText({ model, address, price, cost, ...plan }: Plan): string {
  const tools = count(plan.tools, 'tool');
  if (plan.tools === 0)
    return `There is no tool on which ${model} at ${address} was not asked: nothing to ask.`;
  return [
    `To ask ${model} at ${address}: ${tools} in ${count(plan.questions, 'question')}, about ${count(plan.input, 'token')} in and ${count(plan.output, 'token')} out; a model that thinks before it answers writes more.`,
    cost === null
      ? `Price unknown: ${priceTableName} lists none for this model at this address. Name one with --price IN,OUT.`
      : `About ${dollars(cost)} at ${price ?? ''}. A batch is counted at this price too; many endpoints ask half.`,
  ].join('\n');
}
