import { isMoneyAction, money } from './reading/money.ts';
import { doesMoreThan, parameter, type Signal } from './reading/signal.ts';
import { endingIn } from './reading/words.ts';

/** A number of money or of an asset, in a tool that moves money. */
export const pAmount: Signal = parameter('p:amount', {
  name: endingIn(`(?:amounts?|qty|quantity|notional|price|leverage|value|lamports|wei|sats|shares|units|budget|stop loss|
    take profit|wager|stake|slippage)(?: (?:usd|eth|sol|sats?|in|out|wei|btc|cents|msat))?`),
  types: ['number', 'integer', 'string'],
  isFree: true,
  also({ words }, reading) {
    if (!doesMoreThan(reading, ['look', 'fetch'])) return false;
    const isPayment = [...reading.named, ...reading.told].some(isMoneyAction);
    return isPayment || (words.includes('amount') && reading.prose.some(({ text }) => money.test(text)));
  },
});
