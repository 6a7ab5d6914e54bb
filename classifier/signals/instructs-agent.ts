import { favouring } from './reading/conduct-clues.ts';
import { foreignGivingAway, foreignRedirecting, foreignSettingAside } from './reading/foreign-clues.ts';
import { foreignOrders } from './reading/foreign-orders.ts';
import { payloads, searching } from './reading/foul-play.ts';
import { givingAway, obeying } from './reading/handing-over.ts';
import { foreignOrderClues, orderClues } from './reading/order-clues.ts';
import { orders } from './reading/orders.ts';
import {
  deceiving,
  fixedRecipient,
  foreignQuietErrand,
  puttingIn,
  quietErrand,
  threatened,
} from './reading/taken-together.ts';
import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

/** The text tells the agent to do something beyond calling this tool as asked. */
export const instructsAgent: Signal = wording('instructs-agent', eitherOf(orders, payloads, foreignOrders), [
  ...orderClues,
  ...givingAway,
  ...obeying,
  ...favouring,
  ...foreignOrderClues,
  ...foreignGivingAway,
  ...foreignRedirecting,
  ...foreignSettingAside,
  ...quietErrand,
  ...fixedRecipient,
  ...threatened,
  ...foreignQuietErrand,
  ...puttingIn,
  ...searching,
  ...deceiving,
]);
