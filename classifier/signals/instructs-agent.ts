import { favouring } from './reading/conduct-clues.ts';
import { foreignGivingAway, foreignRedirecting, foreignSettingAside } from './reading/foreign-clues.ts';
import { foreignOrders } from './reading/foreign-orders.ts';
import { givingAway, obeying } from './reading/handing-over.ts';
import { foreignOrderClues, orderClues } from './reading/order-clues.ts';
import { orders } from './reading/orders.ts';
import type { Signal } from './reading/signal.ts';
import { eitherOf } from './reading/words.ts';
import { wording } from './reading/wording.ts';

/** The text tells the agent to do something beyond calling this tool as asked. */
export const instructsAgent: Signal = wording('instructs-agent', eitherOf(orders, foreignOrders), [
  ...orderClues,
  ...givingAway,
  ...obeying,
  ...favouring,
  ...foreignOrderClues,
  ...foreignGivingAway,
  ...foreignRedirecting,
  ...foreignSettingAside,
]);
