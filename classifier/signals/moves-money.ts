import { effect, type Signal } from './reading/signal.ts';
import { moneyPhrase, movesMoneyIn } from './reading/money.ts';

/** A payment verb, or a transfer, order or signature whose object is money or an asset. */
export const movesMoney: Signal = effect('moves-money', {
  action: (action, reading) => movesMoneyIn(reading, action),
  phrase: moneyPhrase,
});
