import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { JudgeId } from '../src/model/classification.ts';
import { limits } from '../src/model/limits.ts';
import { locations } from '../src/model/locations.ts';
import { exitCodes, UserError } from '../src/terminal/command.ts';
import { toStandardError } from '../src/terminal/progress.ts';
import type { Judge } from './judge.ts';
import { type OpenaiJudge, openaiJudge } from './judges/openai.ts';
import { openaiClient } from './judges/openai/client.ts';
import { listedPrice, namedPrice, type Price, priceTableName } from './judges/openai/price.ts';
import { type Purse, Spending } from './judges/openai/spending.ts';
import { modelJudge } from './judges/model.ts';
import { readModel } from './judges/model/weights-file.ts';
import { rulesJudge } from './judges/rules.ts';

/** Where the weights lie, whatever folder a command is started in. */
const projectRoot = join(import.meta.dirname, '..');

type Environment = Readonly<Record<string, string | undefined>>;
/** A judge, and one sentence for the person who started it: who judges, and what would change that. */
interface Choice {
  judge: Judge;
  notice: string;
  /** The judge again when its answers may cost money. */
  paid?: OpenaiJudge;
}

/** What a caller says of money, as it was typed, and of how the endpoint is asked. */
export interface MoneyWords {
  maxCost?: string | undefined;
  price?: string | undefined;
  /** What makes the requests, where it is not `fetch` itself. */
  ask?: typeof fetch;
  /** What the questions are paid from, given the price that is listed: where that is not this process's own count. */
  purse?: (listed: Price | null) => Purse;
}

/** The model that is asked when OPENAI_MODEL names no other. */
export const defaultModel = 'gpt-5-mini';

function setting(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function chooseRules(): Choice {
  return { judge: rulesJudge, notice: 'The rules judge, as asked.' };
}

function chooseModel(environment: Environment): Choice {
  const notice = setting(environment, 'OPENAI_API_KEY')
    ? 'The rules and the model judge, as asked.'
    : 'The rules and the model judge. Set OPENAI_API_KEY (and OPENAI_BASE_URL for another endpoint) to ask a language model.';
  return { judge: modelJudge(readModel(join(projectRoot, locations.model))), notice };
}

/** @throws UserError with exit code 2 unless it is an address to which paths can be added, without a secret in it. */
function addressIn(environment: Environment): string | null {
  const address = setting(environment, 'OPENAI_BASE_URL');
  if (address === null) return null;
  const url = URL.parse(address);
  const next = 'Set it to something like http://localhost:11434/v1, or unset it.';
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UserError(`OPENAI_BASE_URL is no web address: ${address}\n${next}`, exitCodes.usage);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new UserError(
      `OPENAI_BASE_URL holds a name, a password or a query. Keys belong into OPENAI_API_KEY.\n${next}`,
      exitCodes.usage,
    );
  return address;
}

/** @throws UserError with exit code 2 when the most that may be spent is no amount, or cannot be kept. */
function mostToSpend(words: string | undefined, price: Price | null, model: string): number | null {
  if (words === undefined) return null;
  if (!/^\d{1,9}(?:\.\d{1,9})?$/.test(words.trim()))
    throw new UserError(`--max-cost ${words}: name an amount in US dollars, such as 2.50.`, exitCodes.usage);
  if (price === null)
    throw new UserError(
      `--max-cost cannot be kept, because the price of ${model} there is unknown: ${priceTableName} lists none. Name it with --price IN,OUT, or leave out --max-cost.`,
      exitCodes.usage,
    );
  return Number(words);
}

function chooseOpenai(environment: Environment, words: MoneyWords): Choice {
  const key = setting(environment, 'OPENAI_API_KEY');
  if (key === null)
    throw new UserError(
      'The openai judge needs OPENAI_API_KEY. Set it, to any word if your endpoint asks for no key, or use --judge model.',
      exitCodes.usage,
    );
  const client = openaiClient(key, addressIn(environment), limits.judgeMilliseconds, words.ask);
  const model = setting(environment, 'OPENAI_MODEL') ?? defaultModel;
  const price = words.price === undefined ? listedPrice(model, client.baseURL) : namedPrice(words.price);
  const paid = openaiJudge({
    client,
    model,
    ...(words.purse === undefined ? {} : { purse: words.purse(price) }),
    spending: new Spending(price, mostToSpend(words.maxCost, price, model)),
    now: () => performance.timeOrigin + performance.now(), // a clock that is set back lengthens no pause
    wait: async (milliseconds) => {
      await setTimeout(milliseconds);
    },
    tell: toStandardError,
    secretWord: () => `mark-${randomBytes(12).toString('hex')}`,
  });
  const notice = `${model} at ${client.baseURL} judges (OPENAI_MODEL, OPENAI_BASE_URL).`;
  return { judge: paid, paid, notice };
}

const judges: Readonly<
  Record<Exclude<JudgeId, 'human'>, (environment: Environment, words: MoneyWords) => Choice>
> = {
  model: chooseModel,
  rules: chooseRules,
  openai: chooseOpenai,
};

/** The words that `--judge` takes. */
export const judgeNames = Object.keys(judges).join('|');

/**
 * The judge a caller asked for; else a language model when OPENAI_API_KEY is set, else rules and model together.
 * @throws UserError with exit code 2 for a judge that does not exist or lacks its settings, and with 1 when the
 * model's weights cannot be used.
 */
export function chooseJudge(
  wanted: string | undefined,
  environment: Environment,
  words: MoneyWords = {},
): Choice {
  const name = wanted ?? (setting(environment, 'OPENAI_API_KEY') === null ? 'model' : 'openai');
  const found = Object.entries(judges).find(([id]) => id === name);
  if (found === undefined)
    throw new UserError(`There is no judge "${name}". Use --judge ${judgeNames}.`, exitCodes.usage);
  return found[1](environment, words);
}
