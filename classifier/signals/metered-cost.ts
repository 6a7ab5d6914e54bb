import { effect, type Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';

/** The text says that calls cost money or credits. */
export const meteredCost: Signal = effect('metered-cost', {
  phrase: eitherOf(
    /\b(?:cost warning|costs? \$?\d[\d.]*|(?:uses?|consum(?:es?|ing)|costs?|deducts?|spends?) (?:\d+ |your |some |api )?(?:credits?|tokens? from your quota|quota|sats)|(?:will|may) (?:be charged|incur (?:\w+ )?(?:costs?|charges?|fees?))|incurs? (?:\w+ )?(?:costs?|charges?|fees?)|billed per|paid (?:api|endpoint|tool)|pay-per-(?:use|call)|per (?:call|request): ?\$|costs? paid|x402|http 402)\b/,
    /\(expensive\)/,
    /消耗积分/,
    /扣费/,
  ),
});
