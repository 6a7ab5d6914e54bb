import { parameter, type Signal } from './reading/signal.ts';
import { isMoneyAction, money } from './reading/money.ts';

/** A number of money or of an asset, in a tool that moves money. */
export const pAmount: Signal = parameter('p:amount', {
  name: /(?:^|\s)(?:amount|amounts|qty|quantity|notional|price|leverage|value|lamports|wei|sats|shares|units|budget|bid amount|stop loss|take profit|wager|stake|slippage)(?:\s(?:usd|eth|sol|sat|sats|in|out|wei|btc|cents|msat))?$|^(?:sell|buy|swap|initial buy|limit|stop) (?:amount|price)$/,
  types: ['number', 'integer', 'string'],
  isFree: true,
  also: ({ words }, { named, told, prose }) =>
    [...named.slice(0, 1), ...told.slice(0, 1)].some(
      (action) => action.act !== 'look' && action.act !== 'fetch',
    ) &&
    ([...named, ...told].some(isMoneyAction) ||
      (words.includes('amount') && prose.some(({ text }) => money.test(text)))),
});
