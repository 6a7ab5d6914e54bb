import { calcPrice } from '@pydantic/genai-prices';
import { exitCodes, UserError } from '../../../src/terminal/command.ts';
import type { Usage } from './usage.ts';

/** Where prices are looked up, offline. The package does not date its rows: the date is that of its release. */
export const priceTable = {
  name: '@pydantic/genai-prices',
  version: '0.1.8',
  released: '2026-09-23',
} as const;

export const priceTableName = `${priceTable.name} ${priceTable.version} of ${priceTable.released}`;

/** What a model's tokens cost, and who says so. */
export interface Price {
  /** US dollars. */
  of(usage: Usage): number;
  /** One phrase: the rates, their source and its date. */
  words: string;
}

const rates = (input: number, output: number): string => `$${input} in and $${output} out per million tokens`;

/**
 * The price of a model at an address, from the table. Null when it lists no such model there, or not both prices:
 * a price that is not known is never zero.
 */
export function listedPrice(model: string, address: string): Price | null {
  const calculate = (usage: Usage) =>
    calcPrice(
      {
        input_tokens: usage.input,
        cache_read_tokens: usage.cached,
        cache_write_tokens: usage.written,
        output_tokens: usage.output,
      },
      model,
      { providerApiUrl: address },
    );
  const million = calculate({ input: 1e6, cached: 0, written: 0, output: 1e6 });
  const { input_mtok: input, output_mtok: output } = million?.model_price ?? {};
  if (million === null || input === undefined || output === undefined) return null;
  const { provider } = million;
  const [page] = provider.pricing_urls ?? [];
  const base = (rate: typeof input): number => (typeof rate === 'number' ? rate : rate.base);
  return {
    of: (usage) => calculate(usage)?.total_price ?? 0,
    words: `${rates(base(input), base(output))} (${provider.name} in ${priceTableName}${page === undefined ? '' : `, from ${page}`})`,
  };
}

/**
 * The price a caller names as `IN,OUT`: US dollars for a million tokens.
 * @throws UserError with exit code 2 when it is something else.
 */
export function namedPrice(text: string): Price {
  const [, input, output] = /^(\d{1,9}(?:\.\d{1,9})?),(\d{1,9}(?:\.\d{1,9})?)$/.exec(text.trim()) ?? [];
  if (input === undefined || output === undefined)
    throw new UserError(
      `--price ${text}: name two amounts in US dollars for a million tokens, in and out, such as 0.25,2`,
      exitCodes.usage,
    );
  return {
    of: (usage) => (usage.input * Number(input) + usage.output * Number(output)) / 1e6,
    words: `${rates(Number(input), Number(output))} (named with --price)`,
  };
}
